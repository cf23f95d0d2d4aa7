import { type Grant, ROLES, type Role } from '../platform/policy/policy.ts';

const staff: readonly Role[] = ROLES.filter((role) => role !== 'visitor');
const heads: readonly Role[] = ['head', 'deputy_head'];

/**
 * Who reads tasks, gives them to people, works on them and confirms them. Confirming concerns the Office's unit, so
 * its grants are within the unit; the Office's own tasks name the deputy director in charge.
 */
export const taskGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'task.read', role, within: 'lineage' })),
  // A demo shows its tasks to whoever looks; elsewhere a visitor holds no post.
  { permission: 'task.read', role: 'visitor', within: 'agency' },
  ...heads.map((role): Grant => ({ permission: 'task.assign', role, within: 'unit' })),
  ...heads.map((role): Grant => ({ permission: 'task.work', role, within: 'unit' })),
  ...staff.map((role): Grant => ({ permission: 'task.work', role, within: 'own' })),
  ...[...heads, 'office_clerk' as const].map(
    (role): Grant => ({ permission: 'task.confirm', role, within: 'unit' }),
  ),
  // Chasing concerns the Office's unit, as confirming does.
  ...[...heads, 'office_clerk' as const].map(
    (role): Grant => ({ permission: 'task.chase', role, within: 'unit' }),
  ),
  { permission: 'task.confirm', role: 'deputy_director', within: 'own' },
  { permission: 'task.confirm', role: 'director', within: 'own' },
];
