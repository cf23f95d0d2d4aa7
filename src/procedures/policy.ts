import { type Grant, ROLES, type Subject } from '../platform/policy/policy.ts';
import type { ProcedureRow } from './queries.ts';

/**
 * Everyone reads the catalogue, with what is prepared in their own agency. The Office keeps it; the heads of a division
 * keep what their division answers for.
 */
export const procedureGrants: Grant[] = [
  ...ROLES.map((role): Grant => ({ permission: 'procedure.read', role, within: 'lineage' })),
  { permission: 'procedure.keep', role: 'office_clerk', within: 'agency' },
  { permission: 'procedure.keep', role: 'head', within: 'unit' },
  { permission: 'procedure.keep', role: 'deputy_head', within: 'unit' },
];

/** For keeping a procedure: its agency, and the unit that answers for it. */
export function keepSubject({
  agency_id: agencyId,
  owner_unit_id: owner,
}: Pick<ProcedureRow, 'agency_id' | 'owner_unit_id'>): Subject {
  return { agencyId, units: owner === null ? [] : [owner] };
}
