import { type Grant, ROLES } from '../platform/policy/policy.ts';

const staff = ROLES.filter((role) => role !== 'visitor');

/**
 * Everyone uses their own account, sees who works in the agency, and says who stands in for them. The administrator
 * manages people, those of the agencies below too, which have no administrator of their own at first.
 */
export const peopleGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'account.use', role, within: 'own' })),
  ...staff.map((role): Grant => ({ permission: 'person.read', role, within: 'agency' })),
  { permission: 'installation.set-up', role: 'visitor', within: 'agency' },
  { permission: 'person.read', role: 'administrator', within: 'lineage' },
  { permission: 'person.manage', role: 'administrator', within: 'lineage' },
  ...staff.map((role): Grant => ({ permission: 'absence.read', role, within: 'agency' })),
  ...staff.map((role): Grant => ({ permission: 'absence.manage', role, within: 'own' })),
  { permission: 'absence.manage', role: 'head', within: 'unit' },
  { permission: 'absence.manage', role: 'administrator', within: 'lineage' },
];
