import { expect, test } from 'vitest';
import { type Actor, Policy, type Role } from '../platform/policy/policy.ts';
import { agencyChaseSubject } from './index.ts';
import { agencyGrants } from './policy.ts';

const DEPARTMENT = 'department';
const UNITS = [
  { id: 'office', kind: 'office', chasesSchools: false },
  { id: 'political affairs', kind: 'division', chasesSchools: true },
  { id: 'planning', kind: 'division', chasesSchools: false },
];

function actor(role: Role, unitId: string): Actor {
  const post = { role, agencyId: DEPARTMENT, unitId, personId: 'person', onBehalfOf: null, lineage: [] };
  return { accountId: 'account', personId: 'person', agencyId: DEPARTMENT, name: '', posts: [post] };
}

test.each([
  ['office_clerk', 'office', { school: true, centre: true, district_office: true }],
  ['head', 'office', { school: true, centre: true, district_office: true }],
  ['head', 'political affairs', { school: true, centre: true, district_office: false }],
  ['officer', 'political affairs', { school: true, centre: true, district_office: false }],
  ['head', 'planning', { school: false, centre: false, district_office: false }],
  ['director', 'office', { school: false, centre: false, district_office: false }],
] as const)('%s of %s chases the agencies below', (role, unit, expected) => {
  const policy = new Policy(agencyGrants);
  for (const [kind, allowed] of Object.entries(expected)) {
    const subject = agencyChaseSubject(DEPARTMENT, UNITS, { kind });
    expect([kind, policy.decide(actor(role, unit), 'agency.chase', subject).allowed]).toEqual([
      kind,
      allowed,
    ]);
  }
});
