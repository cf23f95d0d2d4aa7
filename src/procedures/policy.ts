import { type Grant, ROLES, type Role, type Subject } from '../platform/policy/policy.ts';
import type { ProcedureRow } from './queries.ts';

const heads: readonly Role[] = ['head', 'deputy_head'];
const ofAgency: readonly Role[] = ['agency_clerk', 'reform_focal_officer'];

/**
 * Everyone reads the catalogue, with what is prepared in their own agency; a procedure's page for citizens needs no
 * permission, since what is announced is public. The Office keeps the catalogue, the heads of a division what their
 * division answers for. Each agency says itself where procedures hang there; the Office may for those that cannot.
 */
export const procedureGrants: Grant[] = [
  ...ROLES.map((role): Grant => ({ permission: 'procedure.read', role, within: 'lineage' })),
  { permission: 'procedure.keep', role: 'office_clerk', within: 'agency' },
  { permission: 'procedure.import', role: 'office_clerk', within: 'agency' },
  ...heads.map((role): Grant => ({ permission: 'procedure.keep', role, within: 'unit' })),
  ...ROLES.map((role): Grant => ({ permission: 'publication.read', role, within: 'lineage' })),
  { permission: 'publication.record', role: 'office_clerk', within: 'lineage' },
  ...([...ofAgency, 'one_stop_officer'] as const).map(
    (role): Grant => ({ permission: 'publication.record', role, within: 'agency' }),
  ),
  { permission: 'place.keep', role: 'office_clerk', within: 'lineage' },
  ...ofAgency.map((role): Grant => ({ permission: 'place.keep', role, within: 'agency' })),
  ...(['office_clerk', ...heads] as const).map(
    (role): Grant => ({ permission: 'basis_change.record', role, within: 'agency' }),
  ),
];

/** For keeping a procedure: its agency, and the unit that answers for it. */
export function keepSubject({
  agency_id: agencyId,
  owner_unit_id: owner,
}: Pick<ProcedureRow, 'agency_id' | 'owner_unit_id'>): Subject {
  return { agencyId, units: owner === null ? [] : [owner] };
}
