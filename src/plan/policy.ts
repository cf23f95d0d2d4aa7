import { type Grant, ROLES, type Role } from '../platform/policy/policy.ts';

const everyone: readonly Role[] = ROLES.filter((role) => role !== 'visitor');
const drafters: readonly Role[] = ['office_clerk', 'agency_clerk'];
const leaders: readonly Role[] = ['director', 'deputy_director'];

/** Who reads, drafts, comments on, issues and acknowledges plans. */
export const planGrants: Grant[] = [
  ...everyone.map((role): Grant => ({ permission: 'plan.read', role, within: 'lineage' })),
  // A demo shows its plan to whoever looks; elsewhere a visitor holds no post.
  { permission: 'plan.read', role: 'visitor', within: 'agency' },
  ...drafters.map((role): Grant => ({ permission: 'plan.draft', role, within: 'agency' })),
  ...[...drafters, ...leaders, 'head' as const, 'deputy_head' as const, 'reform_focal_officer' as const].map(
    (role): Grant => ({ permission: 'plan.comment', role, within: 'agency' }),
  ),
  ...drafters.map((role): Grant => ({ permission: 'plan.issue', role, within: 'agency' })),
  ...leaders.map((role): Grant => ({ permission: 'plan.acknowledge', role, within: 'unit' })),
  { permission: 'plan.acknowledge', role: 'head', within: 'unit' },
  { permission: 'plan.acknowledge', role: 'deputy_head', within: 'unit' },
  { permission: 'plan.acknowledge', role: 'reform_focal_officer', within: 'agency' },
  { permission: 'plan.acknowledge', role: 'agency_clerk', within: 'agency' },
  { permission: 'plan.acknowledge', role: 'one_stop_officer', within: 'unit' },
];
