import { containsSecrecyMark } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { ExtractError, type ExtractErrorCode, extractText } from '../platform/extract/index.ts';
import type { FileStore } from '../platform/files/store.ts';
import { UUID } from '../platform/uuid.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { type ReadProcess, type ReadProcesses, readProcessText } from './domain/process/read.ts';
import { catalogueAgencies } from './queries.ts';

/** A decision is read while its uploader waits. */
const LONGEST_READING = { timeoutMilliseconds: 30_000 };

/** What was read from a file, or why it cannot be. */
type ReadDecision =
  | { name: string; read: ReadProcesses }
  | { name: string; unreadable: ExtractErrorCode }
  | { unreadable: 'secret'; mark: string; sha256: string };

/**
 * The internal processes of an uploaded decision, read from its bytes each time: what is looked through is what is
 * imported.
 */
export async function readDecision(
  { query, files }: { query: Reader; files: Pick<FileStore, 'get'> },
  agencyId: string,
  fileId: string,
): Promise<ReadDecision | undefined> {
  if (!UUID.test(fileId)) return undefined;
  const file = await query
    .selectFrom('stored_file')
    .select(['name', 'sha256'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (file === undefined) return undefined;
  try {
    const { text, margins } = await extractText(await files.get(file.sha256), file.name, LONGEST_READING);
    const mark = containsSecrecyMark(`${margins}\n${text}`);
    if (mark !== null) return { unreadable: 'secret', mark, sha256: file.sha256 };
    return { name: file.name, read: readProcessText(text) };
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    return { name: file.name, unreadable: error.code };
  }
}

/** A procedure that a process can be of. */
export interface Choosable {
  keeperId: string;
  id: string;
  code: string | null;
  nationalCode: string | null;
  name: string;
  tier: string;
  /** Whether the agency has a draft of its process. */
  drafted: boolean;
}

/** The announced procedures of an agency's catalogue and of those above it. */
export async function choosableProcedures(query: Reader, agencyId: string): Promise<Choosable[]> {
  const rows = await query
    .selectFrom('procedure as p')
    .leftJoin('internal_process as d', (join) =>
      join
        .onRef('d.keeper_id', '=', 'p.agency_id')
        .onRef('d.procedure_id', '=', 'p.id')
        .on('d.agency_id', '=', agencyId)
        .on('d.state', '=', 'draft'),
    )
    .select(['p.agency_id', 'p.id', 'p.code', 'p.national_code', 'p.name', 'p.tier', 'd.id as draft'])
    .where('p.agency_id', 'in', await catalogueAgencies(query, agencyId))
    .where('p.state', '=', 'announced')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    keeperId: row.agency_id,
    id: row.id,
    code: row.code,
    nationalCode: row.national_code,
    name: row.name,
    tier: row.tier,
    drafted: row.draft !== null,
  }));
}

/** The one procedure that a process of a decision is of, by code, else by name; undefined where that is not clear. */
export function procedureOf(
  { nationalCode, name, tier }: ReadProcess,
  procedures: readonly Choosable[],
): Choosable | undefined {
  const same = procedures.filter((one) =>
    nationalCode === null ? plain(one.name) === plain(name) : one.nationalCode === nationalCode,
  );
  const ofTier = same.filter((one) => tier === null || one.tier === tier);
  return ofTier.length === 1 ? ofTier[0] : same.length === 1 ? same[0] : undefined;
}

const plain = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
