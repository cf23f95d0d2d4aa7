import { type Grant, ROLES } from '../platform/policy/policy.ts';

const staff = ROLES.filter((role) => role !== 'visitor');

/** Everyone uses their own account and sees who works in the agency; the administrator manages people. */
export const peopleGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'account.use', role, within: 'own' })),
  ...staff.map((role): Grant => ({ permission: 'person.read', role, within: 'agency' })),
  { permission: 'installation.set-up', role: 'visitor', within: 'agency' },
  { permission: 'person.manage', role: 'administrator', within: 'agency' },
];
