import { listUnits } from '../../agencies/index.ts';
import type { Performing } from '../../platform/actions/action.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import type { ProcessStep } from '../domain/process/process.ts';
import { findVisibleProcess, type KeptProcess } from '../processes.ts';

/** What policy judges of an internal process: the agency that works by it. */
export async function ofProcess(
  query: Reader,
  { process }: { process: string },
): Promise<Subject | undefined> {
  const found = await findVisibleProcess(query, process);
  return found && { agencyId: found.agencyId };
}

/** The process that an action is about. */
export async function processOf({ query }: Performing, id: string): Promise<KeptProcess> {
  const found = await findVisibleProcess(query, id);
  if (found === undefined) throw new RefusalError(refuse('missing:thing'));
  return found;
}

/** A draft may be edited; what is published stays as it is. */
export function refusePublished({ state }: Pick<KeptProcess, 'state'>): void {
  if (state !== 'draft') throw new RefusalError(refuse('conflict:process-published'));
}

/** Refuses steps given to units of another agency, or to one that has ended. */
export async function refuseForeignUnits(
  { query, clock }: Performing,
  agencyId: string,
  steps: readonly ProcessStep[],
): Promise<void> {
  const today = clock.today();
  const units = (await listUnits(query, agencyId)).filter(
    ({ validTo }) => validTo === null || validTo >= today,
  );
  const known = new Set(units.map(({ id }) => id));
  const wrong = steps.findIndex(
    ({ assignee }) => assignee?.kind === 'role' && assignee.unitId !== null && !known.has(assignee.unitId),
  );
  if (wrong >= 0) throw new RefusalError(refuse('invalid:choose', {}, { field: `steps.${wrong}.unit` }));
}

/** A procedure has one draft at a time. */
export async function refuseSecondDraft(
  { query }: Performing,
  agencyId: string,
  procedureId: string,
  field?: string,
): Promise<void> {
  const known = await query
    .selectFrom('internal_process')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('procedure_id', '=', procedureId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (known !== undefined)
    throw new RefusalError(refuse('conflict:process-draft', {}, field === undefined ? {} : { field }));
}
