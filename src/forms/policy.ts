import { type Grant, ROLES } from '../platform/policy/policy.ts';

/** All who work in the agency look at its forms; the Office and the administrator replace their Word templates. */
export const formGrants: Grant[] = [
  ...ROLES.filter((role) => role !== 'visitor').map(
    (role): Grant => ({ permission: 'form.read', role, within: 'agency' }),
  ),
  { permission: 'form.replace-template', role: 'office_clerk', within: 'agency' },
  { permission: 'form.replace-template', role: 'administrator', within: 'agency' },
];
