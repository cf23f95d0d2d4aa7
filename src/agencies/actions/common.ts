import type { Reader } from '../../platform/database/database.ts';
import type { Actor, Subject } from '../../platform/policy/policy.ts';

/** A unit's agency, for policy; units are a directory that all may read, so only policy keeps others from it. */
export async function unitSubject(query: Reader, unitId: string): Promise<Subject | undefined> {
  const unit = await query.selectFrom('unit').select('agency_id').where('id', '=', unitId).executeTakeFirst();
  return unit && { agencyId: unit.agency_id };
}

/** Whose business an agency is: its own where it is the actor's, otherwise that of the agency above it. */
export async function agencySubject(
  query: Reader,
  agencyId: string,
  actor: Actor,
): Promise<Subject | undefined> {
  const agency = await query
    .selectFrom('agency')
    .select(['id', 'parent_id'])
    .where('id', '=', agencyId)
    .executeTakeFirst();
  if (agency === undefined) return undefined;
  return { agencyId: agency.id === actor.agencyId ? agency.id : (agency.parent_id ?? agency.id) };
}
