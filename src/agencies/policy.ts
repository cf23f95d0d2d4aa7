import { type Grant, ROLES } from '../platform/policy/policy.ts';

/** Who may see and change agencies and units. The directory of public bodies is open to everyone who signs in. */
export const agencyGrants: Grant[] = [
  ...ROLES.filter((role) => role !== 'visitor').map((role) => ({
    permission: 'agency.read',
    role,
    within: 'lineage' as const,
  })),
  { permission: 'agency.manage', role: 'administrator', within: 'agency' },
  { permission: 'unit_name.remember', role: 'office_clerk', within: 'agency' },
  { permission: 'unit_name.remember', role: 'administrator', within: 'agency' },
];
