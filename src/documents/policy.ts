import { type Grant, ROLES } from '../platform/policy/policy.ts';

/**
 * Everyone who works in the agency, or in one above it, sees which documents it knows of. The Office and the
 * administrator replace the templates of its documents, which all who work there may look at.
 */
export const documentGrants: Grant[] = [
  ...ROLES.map(
    (role): Grant => ({
      permission: 'document.read',
      role,
      within: role === 'visitor' ? 'agency' : 'lineage',
    }),
  ),
  ...ROLES.filter((role) => role !== 'visitor').map(
    (role): Grant => ({ permission: 'template.read', role, within: 'agency' }),
  ),
  { permission: 'template.replace', role: 'office_clerk', within: 'agency' },
  { permission: 'template.replace', role: 'administrator', within: 'agency' },
];
