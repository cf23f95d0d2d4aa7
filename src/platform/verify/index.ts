import { type Reader, widenScope } from '../database/database.ts';
import type { FileStore } from '../files/store.ts';
import type { AnyLedger } from '../ledger/ledger.ts';
import { serverScope } from '../policy/policy.ts';
import { verifyAudit } from './audit.ts';
import { verifyCounters } from './counters.ts';
import { type Damage, Findings } from './damage.ts';
import { verifyFiles } from './files.ts';
import { rowsWithoutStream } from './projections.ts';
import { type LastSeal, sealedAgencies, verifySeals } from './seals.ts';
import { verifyStreams } from './streams.ts';
import { verifyVersions } from './versions.ts';

export type { Damage, Findings } from './damage.ts';

/** What a slice verifies of its own, that follows neither from events nor from versions of catalogue rows. */
export type Check = (query: Reader, findings: Findings) => Promise<void>;

/** What was looked at, and how much of it is damaged. */
export interface Verification {
  events: number;
  rows: number;
  damaged: number;
  lastSeal: LastSeal | null;
}

/**
 * Folds every stream again and compares all that is stored with it. Of the writer it uses nothing but the ledgers'
 * own functions. Reads in the snapshot of `query`, in bounded memory, once through everything.
 */
export async function verify(
  query: Reader,
  house: { ledgers: readonly AnyLedger[]; files: FileStore; checks: readonly Check[] },
  onDamage: (damage: Damage) => void,
  onProgress: (part: string, done: number) => void = () => undefined,
): Promise<Verification> {
  const findings = new Findings(onDamage, onProgress);
  const agencies = await query.selectFrom('agency').select('id').execute();
  const everywhere = new Set([...agencies.map((agency) => agency.id), ...(await sealedAgencies(query))]);
  await widenScope(query, serverScope([...everywhere]));
  const amounts = await verifyStreams(query, house.ledgers, findings);
  await rowsWithoutStream(query, house.ledgers, findings);
  await verifyCounters(query, amounts, findings);
  await verifyAudit(query, findings);
  const lastSeal = await verifySeals(query, findings);
  await verifyVersions(query, findings);
  for (const check of house.checks) await check(query, findings);
  await verifyFiles(query, house.files, findings);
  return { events: findings.events, rows: findings.rows, damaged: findings.damaged, lastSeal };
}
