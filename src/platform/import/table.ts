import { fold } from '../../pure/vietnamese/index.ts';
import type { Performing } from '../actions/action.ts';
import type { Reader } from '../database/database.ts';
import { ExtractError, type ExtractErrorCode, readXlsxRows } from '../extract/index.ts';
import { decodeText } from '../extract/plain.ts';
import type { FileStore } from '../files/store.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../refusal.ts';
import { UUID } from '../uuid.ts';
import { readCsv } from './csv.ts';

/** A column that a table may have. */
export interface ImportColumn<Key extends string = string> {
  key: Key;
  /** Headings by which it is known, as people write them; case and accents do not matter. The first is the template's. */
  headings: readonly [string, ...string[]];
  /** A table without it cannot be read. */
  required?: boolean;
}

/** What would become of a row: added, left alone because it is there already, or not taken because of what is wrong. */
export interface CheckedRow<Key extends string = string> extends TypedRow<Key> {
  state: 'new' | 'known' | 'wrong';
  /** What is wrong, each at its column (`field`). */
  refusals: readonly Refusal[];
  /** What would be stored where it is not what was typed: the login that the system proposes. */
  stored?: Partial<Record<Key, string>>;
}

/** A row below the heading, with its number in the file, as the person's spreadsheet shows it. */
export interface TypedRow<Key extends string = string> {
  line: number;
  cells: Readonly<Record<Key, string>>;
}

/** The heading stands in one of the first rows; above it there may be a title. */
const HEADING_WITHIN = 20;
/** Rows that one import takes; more are better sent in parts. */
const MOST_ROWS = 20_000;

/** The rows of a table whose heading is found by its words, or why it cannot be read. */
export function readTable<Key extends string>(
  rows: readonly (readonly string[])[],
  columns: readonly ImportColumn<Key>[],
): TypedRow<Key>[] | Refusal {
  const wanted = new Map(columns.flatMap(({ key, headings }) => headings.map((one) => [plain(one), key])));
  const headings = rows.slice(0, HEADING_WITHIN).map((row) => row.map((cell) => wanted.get(plain(cell))));
  const matches = (keys: (Key | undefined)[]) => new Set(keys.filter((key) => key !== undefined)).size;
  const found = headings.reduce(
    (best, row, at) => (matches(row) > matches(headings[best] ?? []) ? at : best),
    0,
  );
  const heading = headings[found] ?? [];
  const missing = columns.find(({ key, required }) => required === true && !heading.includes(key));
  if (missing !== undefined) return refuse('invalid:import-heading', { heading: missing.headings[0] });
  const typed = rows
    .map((row, at) => ({
      line: at + 1,
      cells: Object.fromEntries(columns.map(({ key }) => [key, cellOf(row[heading.indexOf(key)])])) as Record<
        Key,
        string
      >,
    }))
    .slice(found + 1)
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  if (typed.length === 0) return refuse('invalid:import-empty');
  if (typed.length > MOST_ROWS) return refuse('invalid:import-rows', { most: MOST_ROWS });
  return typed;
}

/** NFC, one line, single spaces: a spreadsheet's cell may hold line ends and the spaces of a web page. */
function cellOf(cell: string | undefined): string {
  return (cell ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function plain(heading: string): string {
  return fold(heading.replace(/[*:()]/g, ' '));
}

/** An uploaded XLSX or CSV file: its name and its rows, or why it cannot be read; undefined where there is none. */
export async function readStoredTable<Key extends string>(
  { query, files }: { query: Reader; files: Pick<FileStore, 'get'> },
  agencyId: string,
  fileId: string,
  columns: readonly ImportColumn<Key>[],
): Promise<{ name: string; rows: TypedRow<Key>[] | Refusal } | undefined> {
  if (!UUID.test(fileId)) return undefined;
  const file = await query
    .selectFrom('stored_file')
    .select(['sha256', 'name', 'format'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (file === undefined) return undefined;
  try {
    const bytes = await files.get(file.sha256);
    const rows = file.format === 'txt' ? readCsv(decodeText(bytes)) : await readXlsxRows(bytes);
    return { name: file.name, rows: readTable(rows, columns) };
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    return { name: file.name, rows: refusalOf(error.code) };
  }
}

function refusalOf(code: ExtractErrorCode): Refusal {
  if (code === 'encrypted') return refuse('invalid:import-encrypted');
  if (code === 'legacy-doc') return refuse('invalid:import-legacy');
  return refuse('invalid:import-file');
}

/** The rows of an uploaded list, for an action; what cannot be read is refused. */
export async function rowsToImport<Key extends string>(
  { query, files, actor }: Pick<Performing, 'query' | 'files' | 'actor'>,
  fileId: string,
  columns: readonly ImportColumn<Key>[],
): Promise<TypedRow<Key>[]> {
  const table = await readStoredTable({ query, files }, actor.agencyId, fileId, columns);
  if (table === undefined) throw new RefusalError(refuse('missing:thing'));
  if (isRefusal(table.rows)) throw new RefusalError(table.rows);
  return table.rows;
}
