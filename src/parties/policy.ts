import { listUnits } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { type Grant, ROLES, type Role, type Subject } from '../platform/policy/policy.ts';

const staff: readonly Role[] = ROLES.filter((role) => role !== 'visitor');
const keepers: readonly Role[] = ['one_stop_officer', 'records_clerk', 'office_clerk', 'agency_clerk'];
const heads: readonly Role[] = ['head', 'deputy_head'];

/**
 * Whom dossiers concern is known inside the agency alone, with numbers hidden but for those who keep parties: the desk,
 * its heads, the records clerk, the Office, and the clerk of an agency below. What has to be erased, the administrator and the records clerk erase.
 */
export const partyGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'party.read', role, within: 'agency' })),
  ...keepers.map((role): Grant => ({ permission: 'party.keep', role, within: 'agency' })),
  ...heads.map((role): Grant => ({ permission: 'party.keep', role, within: 'unit' })),
  { permission: 'party.erase', role: 'administrator', within: 'agency' },
  { permission: 'party.erase', role: 'records_clerk', within: 'agency' },
];

/** For keeping the parties of an agency: its one-stop desks. */
export async function keepersSubject(query: Reader, agencyId: string): Promise<Subject> {
  const units = await listUnits(query, agencyId);
  return { agencyId, units: units.filter((unit) => unit.kind === 'desk').map((unit) => unit.id) };
}
