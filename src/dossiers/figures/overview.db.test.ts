import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandledOffice, openHandledOffice } from '../../../test/handled-dossiers.ts';
import type { Somebody } from '../../../test/office.ts';

let office: HandledOffice;
let owner: pg.Client;

beforeAll(async () => {
  office = await openHandledOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
  office.at('2020-01-09T09:10');
  const head = await office.as('head', 'GDTX');
  const oneStop = await office.as('one_stop_officer', 'MC');
  for (const channel of ['direct', 'direct', 'post']) {
    const { id } = await office.takeIn({ channel });
    await office.act(oneStop, `/dossiers/${id}/hand-over`, { toUnit: office.units.GDTX });
    await office.act(head, `/dossiers/${id}/hand-over/confirmation`);
    await office.act(head, `/dossiers/${id}/assignment`, {
      person: office.holder('officer', 'GDTX').personId,
    });
  }
  office.at('2020-01-13T09:00');
  await office.takeIn();
  await office.takeIn({ channel: 'online', procedure: office.level3 });
  office.at('2020-01-13T10:30');
  await office.takeIn({ channel: 'post' });
  office.at('2020-01-13T11:00');
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** Numbers of a page with the lists that they open. */
function numbersIn(html: string): { href: string; number: number }[] {
  return [...html.matchAll(/<a [^>]*href="(\/[^"]*\?[^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>/gs)].flatMap(
    ([, href = '', inner = '']) => {
      const [number] = inner.replaceAll(/<svg.*?<\/svg>|<[^>]*>/gs, ' ').match(/\d[\d.]*/) ?? [];
      return number === undefined
        ? []
        : [{ href: href.replaceAll('&amp;', '&'), number: Number(number.replaceAll('.', '')) }];
    },
  );
}

const listed = async (who: Somebody, href: string) => {
  const [path, search] = href.split('?');
  const response = await who.get(`/api/v1${path}?${search}&size=500`);
  expect([href, response.status]).toEqual([href, 200]);
  const { data } = (await response.json()) as { data: { id: string }[] };
  return data.map(({ id }) => id).sort();
};

/** What the events say now of each dossier. */
const EVENTS = `WITH e AS (SELECT *, occurred_at AS at FROM event WHERE action LIKE 'dossier.%'),
  d AS (SELECT s.stream, s.payload->>'channel' AS channel,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'accepted') AS accepted,
      (SELECT at FROM e WHERE e.stream = s.stream AND type IN ('finished', 'withdrawn', 'stopped')) AS ended,
      EXISTS (SELECT FROM e WHERE e.stream = s.stream AND type = 'finished') AS finished,
      EXISTS (SELECT FROM e WHERE e.stream = s.stream AND type = 'refused') AS refused,
      EXISTS (SELECT FROM e WHERE e.stream = s.stream AND type = 'result-returned') AS returned,
      EXISTS (SELECT FROM e WHERE e.stream = s.stream AND type = 'handed-over') AS handed,
      (SELECT count(*) FROM e WHERE e.stream = s.stream AND type = 'supplement-requested')
        > (SELECT count(*) FROM e WHERE e.stream = s.stream AND type = 'supplement-received') AS waiting,
      (SELECT (payload->>'due')::timestamptz FROM e WHERE e.stream = s.stream
        AND type IN ('accepted', 'supplement-received') ORDER BY seq DESC LIMIT 1) AS due,
      (SELECT payload->>'person' FROM e WHERE e.stream = s.stream AND type = 'assigned' ORDER BY seq DESC LIMIT 1) AS person,
      CASE WHEN EXISTS (SELECT FROM e WHERE e.stream = s.stream AND type = 'hand-over-confirmed')
        THEN (SELECT payload->>'toUnit' FROM e WHERE e.stream = s.stream AND type = 'handed-over')
        ELSE s.payload->>'receivingUnitId' END AS unit
    FROM e s WHERE type = 'submitted')
  SELECT stream FROM d WHERE `;
const plain = async (condition: string) =>
  (await owner.query(`${EVENTS} ${condition} ORDER BY stream`)).rows.map(({ stream }) => String(stream));

const NOW = "'2020-01-13T11:00+07'::timestamptz";
const OPEN = 'accepted IS NOT NULL AND ended IS NULL';
const COLUMNS = {
  open: OPEN,
  soon: `${OPEN} AND due >= ${NOW} AND due < '2020-01-15T00:00+07'`,
  late: `${OPEN} AND NOT waiting AND due < ${NOW}`,
  done: "finished AND ended >= '2020-01-01T00:00+07'",
} as const;

test('the desk sees what waits and what came in today; each number opens its list', async () => {
  const desk = await office.as('one_stop_officer', 'MC');
  const numbers = numbersIn(await (await desk.get('/desk-overview')).text());
  const today = "accepted >= '2020-01-13T00:00+07'";
  const expected: Record<string, string> = {
    'show=waiting': 'accepted IS NULL AND ended IS NULL AND NOT refused',
    'show=to-hand-over': `${OPEN} AND NOT handed AND NOT waiting`,
    'show=pending': 'false',
    'show=supplement': `${OPEN} AND waiting`,
    'show=uncollected': 'finished AND NOT returned',
    'show=late': COLUMNS.late,
    'from=2020-01-13&to=2020-01-13': today,
    'from=2020-01-13&to=2020-01-13&channel=direct': `${today} AND channel = 'direct'`,
    'from=2020-01-13&to=2020-01-13&channel=online': `${today} AND channel = 'online'`,
    'from=2020-01-13&to=2020-01-13&channel=post': `${today} AND channel = 'post'`,
  };
  const seen = numbers.filter(({ href }) => href.startsWith('/dossiers?'));
  expect(seen.map(({ href }) => href.replace('/dossiers?', '')).sort()).toEqual(Object.keys(expected).sort());
  for (const { href, number } of seen) {
    const of = await plain(expected[href.replace('/dossiers?', '')] ?? '');
    expect([href, number]).toEqual([href, of.length]);
    expect([href, await listed(desk, href)]).toEqual([href, of]);
  }
  expect(seen.find(({ href }) => href.endsWith('to=2020-01-13'))?.number).toBe(3);
});

test('leaders see each unit and each officer; every number is what the events say and opens its list', async () => {
  const director = await office.as('director');
  const agency = numbersIn(await (await director.get('/dossier-overview')).text());
  const units = [office.units.GDTX, office.units.MC];
  expect(new Set(agency.map(({ href }) => href.split('/')[2]))).toEqual(new Set(units));
  const unit = numbersIn(await (await director.get(`/dossier-overview/${office.units.GDTX}`)).text());
  const person = office.holder('officer', 'GDTX').personId;
  expect(unit.some(({ href }) => href.includes(person))).toBe(true);
  expect(unit.some(({ href }) => href.includes('person=nobody'))).toBe(true);
  for (const { href, number } of [...agency, ...unit]) {
    const query = new URLSearchParams(href.split('?')[1]);
    const column = (query.get('of') ?? 'open') as keyof typeof COLUMNS;
    const who = query.get('person');
    const of = await plain(
      `${COLUMNS[column]} AND unit = '${href.split('/')[2]}'${
        who === null ? '' : who === 'nobody' ? ' AND person IS NULL' : ` AND person = '${who}'`
      }`,
    );
    expect([href, number]).toEqual([href, of.length]);
    expect([href, await listed(director, href)]).toEqual([href, of]);
  }
  const counts = [...agency, ...unit].map(({ href, number }) => [
    new URLSearchParams(href.split('?')[1]).get('of'),
    number,
  ]);
  for (const column of Object.keys(COLUMNS))
    expect(counts.some(([of, number]) => of === column && Number(number) > 0)).toBe(true);
});

test('single officers are for the head of the unit and the leaders alone', async () => {
  const [own, other] = [office.units.GDTX, office.units.KHTC];
  const person = office.holder('officer', 'GDTX').personId;
  const head = await office.as('head', 'GDTX');
  expect(await (await head.get(`/dossier-overview/${own}`)).text()).toContain('Theo người xử lý');
  expect(await (await head.get('/dossier-overview')).text()).not.toContain(office.units.MC);
  expect((await head.get(`/dossier-overview/${other}`)).status).toBe(404);
  expect((await head.get(`/dossier-overview/${other}/dossiers`)).status).toBe(404);
  const clerk = await office.as('office_clerk', 'VP');
  const page = await (await clerk.get(`/dossier-overview/${own}`)).text();
  expect(page).not.toContain('Theo người xử lý');
  expect((await clerk.get(`/api/v1/dossier-overview/${own}/dossiers?person=${person}`)).status).toBe(422);
  for (const who of [await office.as('officer', 'GDTX'), await office.as('administrator')])
    for (const path of ['/dossier-overview', `/dossier-overview/${own}`, '/desk-overview'])
      expect([path, (await who.get(path)).status]).toEqual([path, 404]);
});
