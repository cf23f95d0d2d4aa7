import { type Grant, ROLES } from '../platform/policy/policy.ts';

/** Everyone who works in the agency, or in one above it, sees which documents it knows of. */
export const documentGrants: Grant[] = ROLES.map(
  (role): Grant => ({ permission: 'document.read', role, within: role === 'visitor' ? 'agency' : 'lineage' }),
);
