import type { Grant, Role } from '../../platform/policy/policy.ts';

const leaders: readonly Role[] = ['director', 'deputy_director'];
const heads: readonly Role[] = ['head', 'deputy_head'];
const watching: readonly Role[] = [
  'one_stop_officer',
  'records_clerk',
  'office_clerk',
  'inspector',
  'agency_clerk',
];

/** Figures open lists of the dossiers of an agency: whoever may read these all may count them. */
export const dossierFigureGrants: readonly Grant[] = [
  ...watching.map((role): Grant => ({ permission: 'dossier.count', role, within: 'agency' })),
  ...leaders.map((role): Grant => ({ permission: 'dossier.count', role, within: 'lineage' })),
  ...watching.map((role): Grant => ({ permission: 'dossier-overview.read', role, within: 'agency' })),
  ...leaders.map((role): Grant => ({ permission: 'dossier-overview.read', role, within: 'lineage' })),
  ...heads.map((role): Grant => ({ permission: 'dossier-overview.read', role, within: 'unit' })),
  // Figures of single officers are for those who answer for their work.
  ...leaders.map((role): Grant => ({ permission: 'officer-figure.read', role, within: 'agency' })),
  ...heads.map((role): Grant => ({ permission: 'officer-figure.read', role, within: 'unit' })),
  ...(['one_stop_officer', 'office_clerk', 'agency_clerk', ...leaders] as const).map(
    (role): Grant => ({ permission: 'desk-overview.read', role, within: 'agency' }),
  ),
  ...(['office_clerk', 'agency_clerk'] as const).map(
    (role): Grant => ({ permission: 'handling-report.close', role, within: 'agency' }),
  ),
];
