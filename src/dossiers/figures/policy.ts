import type { Grant, Role } from '../../platform/policy/policy.ts';

const leaders: readonly Role[] = ['director', 'deputy_director'];
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
  ...(['office_clerk', 'agency_clerk'] as const).map(
    (role): Grant => ({ permission: 'handling-report.close', role, within: 'agency' }),
  ),
];
