import { type Grant, ROLES, type Subject } from '../platform/policy/policy.ts';
import type { Agency, Unit } from './queries.ts';

/**
 * Who may see and change agencies and units, and chase those below. The directory of public bodies is open to everyone
 * who signs in; chasing concerns the units of {@link agencyChaseSubject}.
 */
export const agencyGrants: Grant[] = [
  ...ROLES.filter((role) => role !== 'visitor').map((role) => ({
    permission: 'agency.read',
    role,
    within: 'lineage' as const,
  })),
  ...(['head', 'deputy_head', 'officer', 'office_clerk'] as const).map((role) => ({
    permission: 'agency.chase',
    role,
    within: 'unit' as const,
  })),
  { permission: 'agency.manage', role: 'administrator', within: 'agency' },
  { permission: 'unit_name.remember', role: 'office_clerk', within: 'agency' },
  { permission: 'unit_name.remember', role: 'administrator', within: 'agency' },
];

/**
 * For chasing an agency below: the Office of the agency above, and for schools and centres also its units that are
 * marked as chasing them.
 * @param units those of the agency above
 */
export function agencyChaseSubject(
  above: string,
  units: readonly Pick<Unit, 'id' | 'kind' | 'chasesSchools'>[],
  { kind }: Pick<Agency, 'kind'>,
): Subject {
  const isSchool = kind === 'school' || kind === 'centre';
  return {
    agencyId: above,
    units: units
      .filter((unit) => unit.kind === 'office' || (isSchool && unit.chasesSchools))
      .map(({ id }) => id),
  };
}
