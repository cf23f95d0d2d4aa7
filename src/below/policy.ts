import { agencyChaseSubject, listUnits, type Unit } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { type Grant, ROLES, type Role, type Subject } from '../platform/policy/policy.ts';

const staff: readonly Role[] = ROLES.filter((role) => role !== 'visitor');
const heads: readonly Role[] = ['head', 'deputy_head'];
const ofAgency: readonly Role[] = ['agency_clerk', 'reform_focal_officer'];
const office: readonly Role[] = [...heads, 'office_clerk'];

/**
 * An agency keeps its own plan and register, a division its own section; the Office may keep the register for those
 * that cannot. Judging concerns the unit that is the Office, so its grants are within the unit.
 */
export const belowGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'subplan.read', role, within: 'lineage' })),
  { permission: 'subplan.read', role: 'visitor', within: 'lineage' },
  ...ofAgency.map((role): Grant => ({ permission: 'subplan.keep', role, within: 'agency' })),
  ...office.map((role): Grant => ({ permission: 'subplan.keep', role, within: 'unit' })),
  ...office.map((role): Grant => ({ permission: 'subplan.judge', role, within: 'unit' })),
  ...staff.map((role): Grant => ({ permission: 'leadership.read', role, within: 'lineage' })),
  { permission: 'leadership.read', role: 'visitor', within: 'lineage' },
  ...ofAgency.map((role): Grant => ({ permission: 'leadership.keep', role, within: 'agency' })),
  { permission: 'leadership.keep', role: 'office_clerk', within: 'lineage' },
];

/** For judging: the Office of the agency whose plan stands above. */
export async function officeSubject(query: Reader, agencyId: string): Promise<Subject> {
  return { agencyId, units: officesOf(await listUnits(query, agencyId)) };
}

function officesOf(units: readonly Unit[]): string[] {
  return units.filter((unit) => unit.kind === 'office').map((unit) => unit.id);
}

/**
 * For chasing a recipient of one kind: the Office, and for schools also the units that chase those; without a kind,
 * whoever may chase at all.
 */
export function chaseSubject(above: string, units: readonly Unit[], kind = 'school'): Subject {
  return agencyChaseSubject(above, units, { kind });
}
