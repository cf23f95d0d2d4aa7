import type { Grant, Role } from '../platform/policy/policy.ts';

const heads: readonly Role[] = ['head', 'deputy_head'];
const leaders: readonly Role[] = ['director', 'deputy_director'];
/** Whoever works in a unit; leaders and the administrator belong to none. */
const inUnits: readonly Role[] = [
  ...heads,
  'officer',
  'office_clerk',
  'records_clerk',
  'one_stop_officer',
  'reform_focal_officer',
  'inspector',
];
const of = (roles: readonly Role[], permission: string, within: Grant['within']): Grant[] =>
  roles.map((role) => ({ permission, role, within }));

/**
 * Who reads reports, drafts them, and takes them through their steps. A unit sees its own and what the department has
 * signed; what concerns the Office is judged with the Office's unit, so its people see and do the rest. Agencies
 * below see none.
 */
export const reportGrants: Grant[] = [
  ...of(inUnits, 'report.read', 'unit'),
  ...of(leaders, 'report.read', 'agency'),
  // A demo shows its reports to whoever looks; elsewhere a visitor holds no post.
  { permission: 'report.read', role: 'visitor', within: 'agency' },
  ...of(inUnits, 'report.draft', 'unit'),
  ...of(heads, 'report.submit', 'unit'),
  ...of([...heads, 'office_clerk'], 'report.confirm', 'unit'),
  ...of(leaders, 'report.confirm', 'own'),
  ...of([...heads, 'office_clerk'], 'report.answer', 'unit'),
  ...of(leaders, 'report.answer', 'agency'),
  ...of(heads, 'report.review', 'unit'),
  ...of(heads, 'report.send-back', 'unit'),
  ...of(leaders, 'report.send-back', 'agency'),
  { permission: 'report.agree', role: 'deputy_director', within: 'agency' },
  ...of(leaders, 'report.sign', 'agency'),
  { permission: 'report.register', role: 'records_clerk', within: 'agency' },
];
