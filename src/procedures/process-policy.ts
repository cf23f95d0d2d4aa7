import { type Grant, ROLES, type Role } from '../platform/policy/policy.ts';

const staff: readonly Role[] = ROLES.filter((role) => role !== 'visitor');
const clerks: readonly Role[] = ['office_clerk', 'agency_clerk'];

/**
 * Everyone who works in the agency, or in one above it, reads the processes that were published; drafts are for those
 * who keep them. A process is approved by a document; whoever keeps processes publishes it once that is signed.
 */
export const processGrants: Grant[] = [
  ...staff.map((role): Grant => ({ permission: 'internal-process.read', role, within: 'lineage' })),
  ...clerks.map((role): Grant => ({ permission: 'internal-process.keep', role, within: 'agency' })),
  ...clerks.map((role): Grant => ({ permission: 'internal-process.publish', role, within: 'agency' })),
];
