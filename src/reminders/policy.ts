import { type Grant, ROLES } from '../platform/policy/policy.ts';

/** Everyone has an inbox. */
export const reminderGrants: Grant[] = ROLES.filter((role) => role !== 'visitor').map((role) => ({
  permission: 'inbox.use',
  role,
  within: 'own',
}));
