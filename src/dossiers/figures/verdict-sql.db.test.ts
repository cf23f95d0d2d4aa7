import fc from 'fast-check';
import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openEmptyOffice } from '../../../test/office.ts';
import { officeInstant } from '../../platform/clock/clock.ts';
import { asOf } from '../../platform/measure/as-of.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { judgedColumns } from './handled.ts';
import { type InclusionPolicy, inclusionPolicies } from './inclusion.ts';
import { type DossierFacts, dossierVerdict, ENDINGS } from './verdict.ts';
import { dossierVerdictSql } from './verdict-sql.ts';

let office: Office;
beforeAll(async () => {
  office = await openEmptyOffice();
});
afterAll(() => office?.close());

/** Hours around a due time, so that days, hours and equality meet. */
const NOON = officeInstant('2019-02-11T12:00');
const around = fc.integer({ min: -40, max: 40 }).map((hours) => NOON.add({ hours }));
const maybe = fc.option(around, { nil: null });

const dossier: fc.Arbitrary<DossierFacts> = fc
  .record({
    accepted: fc.boolean(),
    ending: fc.option(fc.constantFrom(...ENDINGS), { nil: null }),
    endedAt: around,
    due: maybe,
    waiting: fc.boolean(),
    supplementAt: maybe,
    supplementAgainAt: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: around },
    ),
  })
  .map((one) => ({ ...one, endedAt: one.ending === null ? null : one.endedAt }));

/** Policies that no rules file holds too: every rule with every value. */
const policy: fc.Arbitrary<InclusionPolicy> = fc.record({
  code: fc.constant('any'),
  title: fc.constant(''),
  source: fc.constant(''),
  refused: fc.constantFrom('out' as const, 'on_time' as const),
  withdrawn: fc.constantFrom('ended' as const, 'on_time' as const, 'out' as const),
  stopped: fc.constantFrom('ended' as const, 'on_time' as const, 'out' as const),
  waiting: fc.constantFrom('as-open' as const, 'until-request' as const, 'within' as const),
  againIsLate: fc.boolean(),
  undated: fc.constantFrom('on-time' as const, 'out' as const),
  ratio: fc.constant({ counts: [], of: [] }),
  cutOff: fc.constant(null),
  sources: fc.constant({}),
});

test('the verdict in code and the verdict in SQL are one', async () => {
  const dossiers = fc.sample(dossier, 2_000);
  const policies = [...Object.values(inclusionPolicies), ...fc.sample(policy, 12)];
  const at = asOf(NOON.add({ hours: 3 }));
  const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;
  const rows = JSON.stringify(
    dossiers.map((one, position) => ({
      position,
      accepted_at: one.accepted ? '2019-01-02T08:00+07:00' : null,
      ending: one.ending,
      ended_at: text(one.endedAt),
      due_at: text(one.due),
      waiting: one.waiting,
      supplement_at: text(one.supplementAt),
      supplement_again_at: text(one.supplementAgainAt),
    })),
  );
  const met = new Set<string>();
  for (const one of policies) {
    const found = await office.house.database.read(serverScope([]), (query) =>
      sql<{ verdict: string }>`SELECT ${dossierVerdictSql(judgedColumns('r'), one, at)} AS verdict
        FROM jsonb_to_recordset(${rows}::jsonb) AS r(position int, accepted_at timestamptz, ending text,
          ended_at timestamptz, due_at timestamptz, waiting boolean, supplement_at timestamptz,
          supplement_again_at timestamptz) ORDER BY r.position`.execute(query),
    );
    const inCode = dossiers.map((each) => dossierVerdict(each, one, at.instant));
    expect(found.rows.map(({ verdict }) => verdict)).toEqual(inCode);
    for (const verdict of inCode) met.add(verdict);
  }
  expect([...met].sort()).toEqual(['done_late', 'early', 'late', 'on_time', 'out', 'within']);
});
