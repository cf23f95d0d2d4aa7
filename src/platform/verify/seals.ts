import { sql } from 'kysely';
import type { Reader } from '../database/database.ts';
import {
  GONE,
  type Leaf,
  leafKey,
  readSealedRows,
  rowDigest,
  type SealedKind,
  sealDigest,
  unpackLeaves,
} from '../ledger/seals.ts';
import type { Findings } from './damage.ts';

const KINDS = ['event', 'audit_trail'] as const;

/** The head of the chain: whoever keeps it elsewhere can tell a chain that was forged as a whole. */
export interface LastSeal {
  number: number;
  digest: string;
}

/** Agencies that seals speak of, beside those that still have a row. */
export async function sealedAgencies(query: Reader): Promise<Set<string>> {
  const agencies = new Set<string>();
  for await (const seal of sealsInOrder(query))
    for (const leaf of unpackLeaves(seal.leaves) ?? []) agencies.add(leaf.agencyId);
  return agencies;
}

/** The chain of seals, and that each row is as it was sealed, or waits for its seal. */
export async function verifySeals(query: Reader, findings: Findings): Promise<LastSeal | null> {
  const found = { event: 0, audit_trail: 0 };
  let previous: Buffer | null = null;
  let number = 0;
  for await (const seal of sealsInOrder(query)) {
    let whole = true;
    for (number += 1; number < seal.number; number += 1) {
      whole = false;
      findings.damage('seal', 'seal', null, String(number), 'seal-missing');
    }
    const leaves = unpackLeaves(seal.leaves);
    const digest = sealDigest(previous, { number, sealedAt: seal.sealed_at, leaves: seal.leaves });
    if (leaves?.length !== seal.row_count || (whole && !digest.equals(seal.digest)))
      findings.damage('seal', 'seal', null, String(number), 'seal-changed');
    previous = seal.digest;
    findings.rows += 1;
    for (const kind of KINDS) {
      const own = (leaves ?? []).filter((leaf) => leaf.kind === kind);
      found[kind] += await compareSealed(query, kind, own, number, findings);
    }
    findings.progress('seal', number);
  }
  for (const kind of KINDS) await comparePresent(query, kind, found[kind], findings);
  return previous === null ? null : { number, digest: previous.toString('hex') };
}

async function* sealsInOrder(query: Reader) {
  for (let last = 0; ; ) {
    // One at a time: the leaves of a seal are as many as fit into memory well.
    const seal = await query
      .selectFrom('seal')
      .selectAll()
      .where('number', '>', last)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (seal === undefined) return;
    yield seal;
    last = seal.number;
  }
}

/** @returns how many of the sealed rows are there */
async function compareSealed(
  query: Reader,
  kind: SealedKind,
  leaves: readonly Leaf[],
  number: number,
  findings: Findings,
): Promise<number> {
  const rows = await readSealedRows(query, kind, leaves);
  const damageKind = kind === 'event' ? 'event' : 'audit';
  for (const leaf of leaves) {
    const row = rows.get(leafKey(kind, leaf.agencyId, leaf.id));
    if (row === undefined || leaf.digest.equals(GONE))
      findings.damage(damageKind, kind, leaf.agencyId, leaf.id, 'sealed-missing', { number });
    else if (!rowDigest(kind, row).equals(leaf.digest))
      findings.damage(damageKind, kind, leaf.agencyId, leaf.id, 'sealed-changed', { number });
  }
  return rows.size;
}

/** Rows that no seal holds must wait for one; they are looked for by name only where the count says so. */
async function comparePresent(
  query: Reader,
  kind: SealedKind,
  sealed: number,
  findings: Findings,
): Promise<void> {
  const { rows } = await sql<{ present: number; waiting: number; gone: string[] | null }>`
    SELECT (SELECT count(*) FROM ${sql.table(kind)}) AS present, count(row.id) AS waiting,
      array_agg(queued.agency_id || ' ' || queued.id) FILTER (WHERE row.id IS NULL) AS gone
    FROM unsealed AS queued
    LEFT JOIN ${sql.table(kind)} AS row ON row.agency_id = queued.agency_id AND row.id = queued.id
    WHERE queued.kind = ${kind}`.execute(query);
  const { present = 0, waiting = 0, gone } = rows[0] ?? {};
  const damageKind = kind === 'event' ? 'event' : 'audit';
  for (const name of gone ?? []) {
    const [agencyId = '', id = ''] = name.split(' ');
    findings.damage(damageKind, kind, agencyId, id, 'waiting-missing');
  }
  findings.rows += waiting;
  if (present !== sealed + waiting) await nameUnsealed(query, kind, findings);
}

async function nameUnsealed(query: Reader, kind: SealedKind, findings: Findings): Promise<void> {
  const known = new Set<string>();
  for await (const seal of sealsInOrder(query))
    for (const leaf of unpackLeaves(seal.leaves) ?? [])
      if (leaf.kind === kind) known.add(leafKey(kind, leaf.agencyId, leaf.id));
  const waiting = await query
    .selectFrom('unsealed')
    .select(['agency_id', 'id'])
    .where('kind', '=', kind)
    .execute();
  for (const row of waiting) known.add(leafKey(kind, row.agency_id, row.id));
  let last = {
    agency_id: '00000000-0000-0000-0000-000000000000',
    id: '00000000-0000-0000-0000-000000000000',
  };
  for (;;) {
    const { rows }: { rows: { agency_id: string; id: string }[] } = await sql<{
      agency_id: string;
      id: string;
    }>`
      SELECT agency_id, id FROM ${sql.table(kind)} WHERE (agency_id, id) > (${last.agency_id}, ${last.id})
      ORDER BY agency_id, id LIMIT 5000`.execute(query);
    for (const row of rows)
      if (!known.has(leafKey(kind, row.agency_id, row.id)))
        findings.damage(kind === 'event' ? 'event' : 'audit', kind, row.agency_id, row.id, 'sealed-nowhere');
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
