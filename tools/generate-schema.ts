/**
 * Writes src/platform/database/schema.ts from a migrated database: a type a table, with the comments of the SQL.
 * Usage: node tools/generate-schema.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../src/platform/database/migrate.ts';
import { startEmbedded } from '../src/platform/embedded/index.ts';

const READ: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  date: 'CivilDate',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  bytea: 'Buffer',
  _text: 'string[]',
  _uuid: 'string[]',
};

/** The file's text for the public tables of a database. */
export async function generateSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{
    table_name: string;
    table_comment: string | null;
    column_name: string;
    column_comment: string | null;
    type: string;
    nullable: boolean;
    has_default: boolean;
  }>(`
    SELECT c.relname AS table_name, obj_description(c.oid) AS table_comment, a.attname AS column_name,
           col_description(c.oid, a.attnum) AS column_comment, t.typname AS type,
           NOT a.attnotnull AS nullable, a.atthasdef OR a.attidentity <> '' AS has_default
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname, a.attnum`);
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const name = (table: string) =>
    `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Table`;
  const parts = [
    `// Generated from the migrated database by tools/generate-schema.ts; comments come from the SQL.`,
    `import type { ColumnType, Generated } from 'kysely';`,
    `import type { Temporal } from 'temporal-polyfill';`,
    `import type { CivilDate } from '../../pure/calendar/civil-date.ts';`,
    ``,
    `type Timestamp = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>;`,
    `export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };`,
    `type Json = ColumnType<JsonValue, string, string>;`,
    ``,
  ];
  for (const [table, columns] of tables) {
    const comment = columns[0]?.table_comment;
    if (comment) parts.push(`/** ${comment} */`);
    parts.push(`export interface ${name(table)} {`);
    for (const column of columns) {
      const base = READ[column.type];
      if (base === undefined)
        throw new Error(`${table}.${column.column_name} has type ${column.type}, which is not mapped`);
      if (column.column_comment) parts.push(`  /** ${column.column_comment} */`);
      const type = column.nullable ? `${base} | null` : base;
      parts.push(
        `  ${column.column_name}: ${column.has_default ? `Generated<${type}>` : nullable(base, column.nullable)};`,
      );
    }
    parts.push('}', '');
  }
  parts.push(
    'export interface DB {',
    ...[...tables.keys()].map((table) => `  ${table}: ${name(table)};`),
    '}',
    '',
  );
  const used = parts.join('\n');
  return used.includes('Generated<') ? used : used.replace('ColumnType, Generated', 'ColumnType');
}

function nullable(base: string, isNullable: boolean): string {
  if (!isNullable) return base;
  if (base === 'Timestamp')
    return 'ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>';
  if (base === 'Json') return 'ColumnType<JsonValue | null, string | null, string | null>';
  return `${base} | null`;
}

if (process.argv[1]?.endsWith('generate-schema.ts')) {
  const folder = mkdtempSync(path.join(tmpdir(), 'minhchung-schema-'));
  const embedded = await startEmbedded({ dataDir: folder });
  try {
    await migrate(embedded.connection, fileURLToPath(new URL('../migrations', import.meta.url)));
    const client = new pg.Client(embedded.connection);
    await client.connect();
    writeFileSync(
      new URL('../src/platform/database/schema.ts', import.meta.url),
      await generateSchema(client),
    );
    await client.end();
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true });
  }
}
