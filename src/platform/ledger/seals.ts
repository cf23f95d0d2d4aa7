import { createHash } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Reader, Writer } from '../database/database.ts';
import type { JsonValue } from '../database/schema.ts';
import { canonical } from './ledger.ts';

/** The tables whose rows are sealed, and the columns that their digests have covered from the first seal on. */
export const SEALED = {
  event: [
    ...['agency_id', 'id', 'stream', 'seq', 'type', 'version', 'actor_account', 'actor_role', 'on_behalf_of'],
    ...['occurred_at', 'recorded_at', 'action', 'request_key', 'payload', 'digest'],
  ],
  audit_trail: [
    ...['agency_id', 'id', 'recorded_at', 'office_time', 'account', 'role', 'on_behalf_of', 'action'],
    ...['outcome', 'subject', 'refusal', 'request_key', 'address'],
  ],
} as const;
/** Columns that came later: a digest covers them where they are not null, so that older seals still hold. */
const SEALED_LATER = { event: [], audit_trail: ['token'] } as const satisfies Record<
  string,
  readonly string[]
>;
export type SealedKind = keyof typeof SEALED;

/** What a seal says of one row. */
export interface Leaf {
  kind: SealedKind;
  agencyId: string;
  id: string;
  digest: Buffer;
}

/** Stands for a row that was gone before it could be sealed. */
export const GONE = Buffer.alloc(32);

const LEAF_BYTES = 65;
const LETTERS = { event: 'e', audit_trail: 'a' } as const;
/** Rows of one seal, so that a batch is read and checked in bounded memory. */
const BATCH = 2000;
/** Of the advisory lock under which one process seals. */
export const LOCK = 3_750_370;

/** The digest of a whole row, as it was read. */
export function rowDigest(kind: SealedKind, row: Record<string, unknown>): Buffer {
  const cells = SEALED[kind].map((column) => cellOf(row[column]));
  const later = SEALED_LATER[kind].filter((column) => row[column] !== null && row[column] !== undefined);
  const named = later.map((column) => [column, cellOf(row[column])]);
  return createHash('sha256')
    .update(canonical([...cells, ...named]))
    .digest();
}

function cellOf(value: unknown): JsonValue {
  if (value instanceof Temporal.Instant) return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value as JsonValue;
}

/** Packs leaves for the seal's row. */
export function packLeaves(leaves: readonly Leaf[]): Buffer {
  return Buffer.concat(
    leaves.map(({ kind, agencyId, id, digest }) =>
      Buffer.concat([Buffer.from(LETTERS[kind]), uuidBytes(agencyId), uuidBytes(id), digest]),
    ),
  );
}

/** The leaves of a seal. @returns undefined where they are not what `packLeaves` makes */
export function unpackLeaves(packed: Buffer): Leaf[] | undefined {
  if (packed.length % LEAF_BYTES !== 0) return undefined;
  const leaves: Leaf[] = [];
  for (let at = 0; at < packed.length; at += LEAF_BYTES) {
    const letter = packed.toString('latin1', at, at + 1);
    if (letter !== 'e' && letter !== 'a') return undefined;
    leaves.push({
      kind: letter === 'e' ? 'event' : 'audit_trail',
      agencyId: uuidText(packed.subarray(at + 1, at + 17)),
      id: uuidText(packed.subarray(at + 17, at + 33)),
      digest: packed.subarray(at + 33, at + LEAF_BYTES),
    });
  }
  return leaves;
}

/** The digest that binds a seal to the one before. */
export function sealDigest(
  previous: Uint8Array | null,
  seal: { number: number; sealedAt: Temporal.Instant; leaves: Uint8Array },
): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(canonical([seal.number, seal.sealedAt.toString()]))
    .update(seal.leaves)
    .digest();
}

/** The rows of some leaves, by table and id. */
export async function readSealedRows(
  query: Reader,
  kind: SealedKind,
  keys: readonly { agencyId: string; id: string }[],
): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await sql<Record<string, unknown> & { agency_id: string; id: string }>`
    SELECT ${sql.join([...SEALED[kind], ...SEALED_LATER[kind]].map((column) => sql.ref(`row.${column}`)))}
    FROM unnest(${keys.map((key) => key.agencyId)}::uuid[], ${keys.map((key) => key.id)}::uuid[]) AS wanted (agency_id, id)
    JOIN ${sql.table(kind)} AS row ON row.agency_id = wanted.agency_id AND row.id = wanted.id`.execute(query);
  return new Map(rows.map((row) => [leafKey(kind, row.agency_id, row.id), row]));
}

/** Tells rows of both tables and all agencies apart. */
export function leafKey(kind: SealedKind, agencyId: string, id: string): string {
  return `${kind} ${agencyId} ${id}`;
}

/**
 * Seals one batch of what is queued. Only committed rows are seen in the queue, and a row that is committed later is
 * still queued then: the order of commits does not matter.
 * @returns how many rows were sealed; 0 where nothing waits, or another server process is sealing
 */
export async function sealBatch(query: Writer, sealedAt: Temporal.Instant): Promise<number> {
  const lock = await sql<{ taken: SqlBool }>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`.execute(
    query,
  );
  if (lock.rows[0]?.taken !== true) return 0;
  const queued = await sql<{ kind: SealedKind; agency_id: string; id: string }>`
    DELETE FROM unsealed WHERE ctid = ANY (ARRAY(SELECT ctid FROM unsealed LIMIT ${BATCH}))
    RETURNING kind, agency_id, id`.execute(query);
  if (queued.rows.length === 0) return 0;
  const keys = queued.rows
    .map((row) => ({ kind: row.kind, agencyId: row.agency_id, id: row.id }))
    .sort((a, b) => (a.agencyId + a.id < b.agencyId + b.id ? -1 : 1));
  const rows = new Map<string, Record<string, unknown>>();
  for (const kind of ['event', 'audit_trail'] as const)
    for (const entry of await readSealedRows(
      query,
      kind,
      keys.filter((key) => key.kind === kind),
    ))
      rows.set(...entry);
  const leaves = packLeaves(
    keys.map((key) => {
      const row = rows.get(leafKey(key.kind, key.agencyId, key.id));
      return { ...key, digest: row === undefined ? GONE : rowDigest(key.kind, row) };
    }),
  );
  const last = await query
    .selectFrom('seal')
    .select(['number', 'digest'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  // To the millisecond, so that the database keeps it as it was digested.
  const at = sealedAt.round('millisecond');
  await query
    .insertInto('seal')
    .values({
      number,
      sealed_at: at,
      row_count: keys.length,
      leaves,
      digest: sealDigest(last?.digest ?? null, { number, sealedAt: at, leaves }),
    })
    .execute();
  return keys.length;
}

function uuidBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
