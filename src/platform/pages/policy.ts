import { type Grant, ROLES } from '../policy/policy.ts';

/** Everyone who works here may know who may do what; the audit trail is for the administrator and the inspector. */
export const pageGrants: Grant[] = [
  ...ROLES.filter((role) => role !== 'visitor').map(
    (role): Grant => ({ permission: 'permission.read', role, within: 'agency' }),
  ),
  { permission: 'audit_trail.read', role: 'administrator', within: 'agency' },
  { permission: 'audit_trail.read', role: 'inspector', within: 'agency' },
];
