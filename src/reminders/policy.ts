import { type Grant, ROLES } from '../platform/policy/policy.ts';

/** Everyone has an inbox; the administrator sees which letters went out. */
export const reminderGrants: Grant[] = [
  ...ROLES.filter((role) => role !== 'visitor').map(
    (role): Grant => ({ permission: 'inbox.use', role, within: 'own' }),
  ),
  { permission: 'mail.read', role: 'administrator', within: 'agency' },
];
