import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandledOffice, openHandledOffice } from '../../test/handled-dossiers.ts';
import { list, value } from '../measures/queries.ts';
import { asOfDay } from '../platform/measure/as-of.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { dossierMeasures } from './measures.ts';

let office: HandledOffice;
let owner: pg.Client;

beforeAll(async () => {
  office = await openHandledOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** What the events up to the end of a day say of every dossier: `$1` is the day, nothing is read but `event`. */
const FACTS = `
  WITH e AS (SELECT stream, seq, type, payload, occurred_at AS at FROM event
    WHERE action LIKE 'dossier.%' AND occurred_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'),
  s AS (SELECT stream, payload->>'channel' AS channel, (payload->>'bySelf')::boolean AS by_self,
    (SELECT v.procedure_text->>'onlineLevel' FROM procedure_version v WHERE v.id::text = payload->>'procedureVersionId') AS level
    FROM e WHERE type = 'submitted'),
  f AS (SELECT s.*, least($1::date::timestamp + interval '1 day' - interval '1 microsecond', '2020-01-10 10:00')
        AT TIME ZONE 'Asia/Ho_Chi_Minh' AS now,
      date_trunc('year', $1::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS year,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'accepted') AS accepted,
      (SELECT at FROM e WHERE e.stream = s.stream AND type IN ('finished', 'withdrawn', 'stopped')) AS ended,
      (SELECT type FROM e WHERE e.stream = s.stream AND type IN ('finished', 'withdrawn', 'stopped', 'refused')) AS how,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'refused') AS refused,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'result-returned') AS returned,
      (SELECT payload->>'by' FROM e WHERE e.stream = s.stream AND type = 'result-returned') AS returned_by,
      (SELECT payload->>'outcome' FROM e WHERE e.stream = s.stream AND type = 'proposed') AS outcome,
      (SELECT (payload->>'due')::timestamptz FROM e WHERE e.stream = s.stream
        AND type IN ('accepted', 'supplement-received') ORDER BY seq DESC LIMIT 1) AS due,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'apologised') AS apology,
      (SELECT type FROM e WHERE e.stream = s.stream AND type IN ('supplement-requested', 'supplement-received')
        ORDER BY seq DESC LIMIT 1) IS NOT DISTINCT FROM 'supplement-requested' AS asked
    FROM s),
  d AS (SELECT *, ended IS NULL AND accepted IS NOT NULL AND asked AS waiting,
      (accepted IS NOT NULL AND (ended IS NULL OR ended >= year)) AS counted FROM f)`;

const day = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const LATE = 'counted AND coalesce(ended, now) > due';
const HANDLED = 'counted AND ended IS NOT NULL';
const OPEN = 'counted AND ended IS NULL';
const ON_FORM = "how IN ('withdrawn', 'stopped')";
const LEVEL = (level: number) =>
  `counted AND accepted >= year AND level = '${level}' AND ${day('accepted')} <= make_date(extract(year FROM $1::date)::int, 10, 31)`;
const RETURNED = 'returned >= year';

/** Each measure with the conditions of its numerator and denominator, over what the events say. */
const PLAIN: Record<string, [counts: string, of?: string]> = {
  'dossier.received': ['accepted >= year'],
  'dossier.received-direct': ["channel = 'direct'", 'accepted >= year'],
  'dossier.received-online': ["channel = 'online'", 'accepted >= year'],
  'dossier.received-post': ["channel = 'post'", 'accepted >= year'],
  'dossier.received-level-3': ["level = '3'", 'accepted >= year'],
  'dossier.received-level-4': ["level = '4'", 'accepted >= year'],
  'dossier.received-level-partial': ["level = 'partial'", 'accepted >= year'],
  'dossier.received-level-full': ["level = 'full'", 'accepted >= year'],
  'dossier.carried-over': ['counted AND accepted < year'],
  'dossier.early': [`${HANDLED} AND NOT ${ON_FORM} AND ${day('ended')} < ${day('due')}`],
  'dossier.ended-on-time': [
    `${HANDLED} AND (${ON_FORM} OR due IS NULL OR ${day('ended')} = ${day('due')} AND ended <= due)`,
  ],
  'dossier.ended-late': [`${HANDLED} AND NOT ${ON_FORM} AND ended > due`],
  'dossier.within': [`${OPEN} AND (waiting OR due IS NULL OR now <= due)`],
  'dossier.late': [`${OPEN} AND NOT waiting AND now > due`],
  'dossier.on-time': [`ended <= due`, `due IS NOT NULL AND (${HANDLED} OR ${OPEN} AND now > due)`],
  'dossier.on-time-by-index': [
    `due IS NULL OR ended <= due OR ended IS NULL AND (now <= due OR waiting)`,
    'counted',
  ],
  'dossier.waiting': ['waiting'],
  'dossier.withdrawn': ["how = 'withdrawn' AND ended >= year"],
  'dossier.refused': ['refused >= year'],
  'dossier.declined': [`${HANDLED} AND how = 'finished' AND outcome = 'declined'`],
  'dossier.stopped': ["how = 'stopped' AND ended >= year"],
  'dossier.apologised': ['apology IS NOT NULL', LATE],
  'dossier.apologised-in-time': [`${day('apology')} < ${day('due')}`, LATE],
  'dossier.apologised-late': [`${day('apology')} >= ${day('due')}`, LATE],
  'dossier.saturday': [`extract(isodow FROM ${day('accepted')}) = 6`, 'accepted >= year'],
  'dossier.online-level-3': ["channel = 'online' AND by_self", LEVEL(3)],
  'dossier.online-level-4': ["channel = 'online' AND by_self", LEVEL(4)],
  'dossier.level-4-handled': ['ended IS NOT NULL', "counted AND level = '4'"],
  'result.returned': [RETURNED],
  'result.returned-post': ["returned_by = 'post'", RETURNED],
  'result.saturday': [`extract(isodow FROM ${day('returned')}) = 6`, RETURNED],
  'result.uncollected': ["how = 'finished' AND returned IS NULL AND now > ended + interval '30 days'"],
};

test('every measure of dossiers has its plain count', () => {
  expect(dossierMeasures.map(({ id }) => id).sort()).toEqual(Object.keys(PLAIN).sort());
});

/** Days on which something differs: before, between and after what happened; the last is today. */
const DAYS = [
  '2018-12-31',
  '2019-01-18',
  '2019-01-21',
  '2019-02-22',
  '2019-03-14',
  '2019-03-27',
  '2019-04-03',
  '2019-11-04',
  '2020-01-01',
  '2020-01-06',
  '2020-01-10',
];

test.each(DAYS)('as of %s each figure and its list are what the events say', async (asked) => {
  const at = asOfDay(asked, office.house.clock);
  expect(at.isNow).toBe(asked === '2020-01-10');
  const scope = serverScope([office.agencyId]);
  const wrong = [];
  for (const measure of dossierMeasures) {
    const [counts = '', of] = PLAIN[measure.id] ?? [];
    const { found, listed, rest } = await office.house.database.read(scope, async (query) => ({
      found: await value(query, scope, measure, at),
      listed: await list(query, scope, measure, at),
      rest: await list(query, scope, measure, at, {}, 'rest'),
    }));
    const streams = async (condition: string) =>
      (
        await owner.query(`${FACTS} SELECT stream FROM d WHERE ${condition} ORDER BY stream`, [asked])
      ).rows.map(({ stream }) => stream);
    const plain = await streams(of === undefined ? counts : `(${of}) AND (${counts})`);
    const others = of === undefined ? [] : await streams(`(${of}) AND (${counts}) IS NOT TRUE`);
    const names = (ids: readonly string[]) =>
      ids.map((id) => [...office.dossiers].find(([, one]) => one === id)?.[0] ?? id).sort();
    const expected = {
      id: measure.id,
      numerator: plain.length,
      denominator: of === undefined ? null : plain.length + others.length,
      listed: names(plain),
      rest: of === undefined ? null : names(others),
    };
    const got = {
      id: measure.id,
      ...found,
      listed: names(listed.map(({ id }) => id)),
      rest: of === undefined ? null : names(rest.map(({ id }) => id)),
    };
    if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push({ got, expected });
  }
  expect(wrong).toEqual([]);
});

test('of the last day every kind of dossier is there to be counted', async () => {
  const scope = serverScope([office.agencyId]);
  const empty = [];
  for (const measure of dossierMeasures) {
    const found = await office.house.database.read(scope, (query) =>
      value(query, scope, measure, asOfDay('2019-11-04', office.house.clock)),
    );
    if (found.numerator === 0) empty.push(measure.id);
  }
  // Levels of the law of 2022; what nobody did is nothing to count.
  expect(empty).toEqual(['dossier.received-level-partial', 'dossier.received-level-full']);
});

// What Plan 375 sets as shares of dossiers: a target takes only a measure that is one.
test.each([
  ['Tối thiểu 95% số hồ sơ được giải quyết đúng hạn và trước hạn', 'dossier.on-time'],
  ['Các hồ sơ mức độ 4, tỷ lệ hồ sơ được xử lý trên 95%', 'dossier.level-4-handled'],
  ['Hồ sơ tiếp nhận qua bưu chính công ích tối thiểu 10%', 'dossier.received-post'],
  ['Kết quả trả qua bưu chính công ích tối thiểu 15%', 'result.returned-post'],
  ['Tỷ lệ hồ sơ xử lý trực tuyến mức độ 3', 'dossier.online-level-3'],
  ['Tỷ lệ hồ sơ xử lý trực tuyến mức độ 4', 'dossier.online-level-4'],
])('%s is measured by %s', (_target, id) => {
  expect(dossierMeasures.find((measure) => measure.id === id)?.of).toBeDefined();
});
