import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandledOffice, openHandledOffice } from '../../../test/handled-dossiers.ts';
import type { Somebody } from '../../../test/office.ts';
import { deadlinesOf } from '../../calendar/index.ts';
import { asOfDay } from '../../platform/measure/as-of.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { handlingReportId } from './closed.ts';
import { handlingTimes } from './handling-times.ts';
import { reportFormOn, reportForms } from './report-form.ts';

let office: HandledOffice;
let owner: pg.Client;
let clerk: Somebody;

beforeAll(async () => {
  office = await openHandledOffice();
  owner = new pg.Client(office.owner);
  await owner.connect();
  clerk = await office.as('office_clerk', 'VP');
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** What the events say of each dossier of a period ($1 to $2), by the conventions of II.06a. */
const EVENTS = `
  WITH bounds AS (SELECT $1::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS first,
      ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AS after,
      least(($2::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', '2020-01-10T10:00+07') AS cut),
  e AS (SELECT event.*, occurred_at AS at FROM event, bounds WHERE action LIKE 'dossier.%' AND occurred_at < after),
  d AS (SELECT s.stream, s.payload->>'channel' AS channel, s.payload->>'procedureId' AS procedure,
      (SELECT at FROM e WHERE e.stream = s.stream AND type = 'accepted') AS accepted,
      (SELECT at FROM e WHERE e.stream = s.stream AND type IN ('finished', 'withdrawn', 'stopped')) AS ended,
      (SELECT type FROM e WHERE e.stream = s.stream AND type IN ('withdrawn', 'stopped')) AS other,
      (SELECT (payload->>'due')::timestamptz FROM e WHERE e.stream = s.stream
        AND type IN ('accepted', 'supplement-received') ORDER BY seq DESC LIMIT 1) AS due,
      coalesce((SELECT e.payload->>'toUnit' FROM e WHERE e.stream = s.stream AND type = 'handed-over'
        AND EXISTS (SELECT FROM e c WHERE c.stream = s.stream AND c.type = 'hand-over-confirmed')),
        s.payload->>'receivingUnitId') AS unit,
      (SELECT type FROM e WHERE e.stream = s.stream AND type IN ('supplement-requested', 'supplement-received')
        ORDER BY seq DESC LIMIT 1) = 'supplement-requested' AS asked
    FROM e s WHERE s.type = 'submitted'),
  c AS (SELECT d.*, first, cut,
      CASE WHEN accepted < first THEN 6 WHEN channel = 'online' THEN 4 ELSE 5 END AS arrival,
      CASE WHEN ended IS NOT NULL THEN CASE WHEN other IS NOT NULL OR due IS NULL THEN 9
          WHEN (ended AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < (due AT TIME ZONE 'Asia/Ho_Chi_Minh')::date THEN 8
          WHEN ended <= due THEN 9 ELSE 10 END
        WHEN asked OR due IS NULL OR cut <= due THEN 12 ELSE 13 END AS verdict
    FROM d, bounds WHERE accepted IS NOT NULL AND (ended IS NULL OR ended >= first))`;

const COLUMNS: Record<number, string> = {
  3: 'true',
  4: 'arrival = 4',
  5: 'arrival = 5',
  6: 'arrival = 6',
  7: 'verdict IN (8, 9, 10)',
  8: 'verdict = 8',
  9: 'verdict = 9',
  10: 'verdict = 10',
  11: 'verdict IN (12, 13)',
  12: 'verdict = 12',
  13: 'verdict = 13',
};

const plain = async (from: string, to: string, condition: string) =>
  (
    await owner.query(`${EVENTS} SELECT stream FROM c WHERE ${condition} ORDER BY stream`, [from, to])
  ).rows.map(({ stream }) => String(stream));

/** The links of a page to the lists of numbers, each with the number. */
function numbersIn(html: string): { href: string; number: number }[] {
  return [...html.matchAll(/<a href="([^"]*\/dossiers\?[^"]*column=[^"]*)">([\d.]+)<\/a>/g)].map(
    ([, href = '', number = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      number: Number(number.replaceAll('.', '')),
    }),
  );
}

const idsOf = async (href: string) => {
  const [path, search] = href.split('?');
  const response = await clerk.get(`/api/v1${path}?${search}&size=500`);
  expect(response.status).toBe(200);
  const { data } = (await response.json()) as { data: { id: string }[] };
  return data.map(({ id }) => id).sort();
};

const PERIODS = [
  ['2019-01-01', '2019-03-31'],
  ['2018-12-15', '2019-03-14'],
  ['2019-03-15', '2019-04-14'],
  ['2019-01-01', '2019-12-31'],
  ['2020-01-01', '2020-03-31'],
] as const;

test.each(PERIODS)(
  'from %s to %s each number is what the events say, and opens its list',
  async (from, to) => {
    const page = await (await clerk.get(`/handling-report?from=${from}&to=${to}`)).text();
    const numbers = numbersIn(page);
    expect(numbers.length).toBeGreaterThanOrEqual(2 * 11);
    const totals = numbers.filter(({ href }) => !href.includes('field='));
    expect(totals).toHaveLength(11);
    for (const { href, number } of totals) {
      const column = Number(new URLSearchParams(href.split('?')[1]).get('column'));
      const expected = await plain(from, to, COLUMNS[column] ?? '');
      expect([column, number]).toEqual([column, expected.length]);
      expect([column, await idsOf(href)]).toEqual([column, expected]);
    }
    expect(page.match(/Khớp\./g)).toHaveLength(4);
  },
);

test.each(['field', 'unit', 'procedure'])(
  'by %s every number is the length of its list, and rows make the total',
  async (by) => {
    const page = await (await clerk.get(`/handling-report?from=2019-01-01&to=2019-12-31&by=${by}`)).text();
    const numbers = numbersIn(page);
    const sums = new Map<string, number>();
    for (const { href, number } of numbers) {
      const query = new URLSearchParams(href.split('?')[1]);
      const column = query.get('column') ?? '';
      expect([href, (await idsOf(href)).length]).toEqual([href, number]);
      sums.set(column, (sums.get(column) ?? 0) + (query.has(by) ? number : -number));
    }
    expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
    expect(numbers.filter(({ href }) => href.includes(`${by}=`)).length).toBeGreaterThanOrEqual(22);
  },
);

test('narrowed to a unit, what its events say is left', async () => {
  const unit = office.units.GDTX;
  const page = await (
    await clerk.get(`/handling-report?from=2019-01-01&to=2019-12-31&by=procedure&unit=${unit}`)
  ).text();
  const expected = await plain('2019-01-01', '2019-12-31', `unit = '${unit}'`);
  const total = numbersIn(page).find(({ href }) => href.includes('column=3') && !href.includes('procedure='));
  expect(total?.number).toBe(expected.length);
  expect(await idsOf(total?.href ?? '')).toEqual(expected);
});

test('a period is closed with its list and a digest; a correction is another version, with a reason', async () => {
  const close = (input: object) => clerk.api(`/agencies/${office.agencyId}/handling-reports`, input);
  const period = { from: '2019-01-01', to: '2019-03-31' };
  expect((await close({ from: '2020-01-01', to: '2020-01-31' })).status).toBe(422);
  expect((await close({ from: '2019-03-31', to: '2019-01-01' })).status).toBe(422);
  expect((await close(period)).status).toBe(201);
  const report = handlingReportId(office.agencyId, period);
  const kept = async (no: number) =>
    (
      await owner.query(
        `SELECT dossier_id, unit_id, procedure_id, arrival, verdict, coalesce(ending, '-') AS ending, field FROM handling_report_dossier
          WHERE report_id = $1 AND no = $2 ORDER BY dossier_id`,
        [report, no],
      )
    ).rows;
  const lines = (await kept(1)).map((row) =>
    createHash('sha256')
      .update(
        [row.dossier_id, row.unit_id, row.procedure_id, row.arrival, row.verdict, row.ending, row.field].join(
          ' ',
        ),
      )
      .digest(),
  );
  const { rows } = await owner.query(
    "SELECT payload FROM event WHERE stream = $1 AND type = 'closed' ORDER BY seq",
    [report],
  );
  expect(rows[0].payload).toMatchObject({
    no: 1,
    reason: null,
    form: 'ii-06a-2017',
    dossiers: lines.length,
    digest: createHash('sha256').update(Buffer.concat(lines)).digest('hex'),
  });
  const before = numbersIn(await (await clerk.get(`/handling-reports/${report}/1`)).text());
  expect(before.filter(({ href }) => !href.includes('field='))).toHaveLength(11);

  // Nothing differs: neither without a reason nor with one.
  expect((await close(period)).status).toBe(422);
  expect((await close({ ...period, reason: 'Chốt lại' })).status).toBe(409);
  expect(await kept(2)).toEqual([]);

  // What was left out comes in later, as dossiers of another system do.
  await owner.query(
    `UPDATE dossier SET accepted_at = '2019-03-20T09:00+07', original_due_at = '2019-03-25T17:00+07',
       due_at = '2019-03-25T17:00+07' WHERE id = $1`,
    [office.dossiers.get('submitted')],
  );
  await owner.query(
    `UPDATE dossier_period SET from_at = '2019-03-20T09:00+07', due_at = '2019-03-25T17:00+07' WHERE dossier_id = $1`,
    [office.dossiers.get('submitted')],
  );
  const closed = await (await clerk.get(`/handling-reports/${report}/1`)).text();
  expect(numbersIn(closed)).toEqual(before);
  expect(closed).toContain('Nay tính lại thì khác');
  expect(closed).toContain(`Cột (13): đã chốt `);
  expect((await close(period)).status).toBe(422);
  expect((await close({ ...period, reason: 'Bổ sung hồ sơ tiếp nhận sót' })).status).toBe(201);
  const page = await (await clerk.get(`/handling-reports/${report}/2`)).text();
  expect(page).toContain('Bổ sung hồ sơ tiếp nhận sót');
  expect(page).not.toContain('Nay tính lại thì khác');
  expect((await kept(2)).length).toBe(lines.length + 1);
  for (const { href, number } of numbersIn(page)) expect((await idsOf(href)).length).toBe(number);
  expect(numbersIn(await (await clerk.get(`/handling-reports/${report}/1`)).text())).toEqual(before);
});

test.each([
  ['/handling-report/2019-01-01/2019-03-31/report', ''],
  ['/handling-report/2019-01-01/2019-03-31/report', '?by=unit'],
])('%s%s is a workbook, a Word file and PDF that say what is counted and how', async (path, search) => {
  const xlsx = await clerk.get(`${path}.xlsx${search}`);
  const parts = unzipSync(new Uint8Array(await xlsx.arrayBuffer()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const definition = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  expect(sheet).toContain('(13) Số lượng hồ sơ đang giải quyết: Quá hạn');
  expect(sheet).toContain('Tổng số');
  expect(definition).toContain('Biểu số II.06a/VPCP/KSTT');
  expect(definition).toContain('(3) = (4) + (5) + (6)');
  const docx = await clerk.get(`${path}.docx${search}`);
  const words = strFromU8(
    unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
  );
  expect(words).toContain('kỳ từ ngày 01/01/2019 đến hết ngày 31/03/2019');
  expect(words).toContain('(13) Quá hạn');
  const pdf = Buffer.from(await (await clerk.get(`${path}.pdf${search}`)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('what cannot be read is said at its field, and no number is shown', async () => {
  for (const [search, words] of [
    ['from=31/2/2019', 'Không đọc được ngày'],
    ['from=2019-03-01&to=2019-02-01', 'Ngày cuối kỳ phải không sớm hơn'],
    ['by=nothing', 'Hãy chọn một giá trị'],
    ['unit=abc', 'Hãy chọn một giá trị'],
  ]) {
    const response = await clerk.get(`/handling-report?${search}`);
    const page = await response.text();
    expect([search, response.status, page.includes(words ?? '')]).toEqual([search, 422, true]);
    expect(numbersIn(page)).toEqual([]);
  }
  for (const path of ['2019-01-01/2019-02-30', 'x/2019-01-01'])
    expect((await clerk.get(`/handling-report/ii-06a-2017/${path}/dossiers`)).status).toBe(404);
  expect((await clerk.get('/handling-report/other/2019-01-01/2019-01-31/dossiers')).status).toBe(404);
});

test('only whoever may count the dossiers of the agency sees its report; only the Office closes', async () => {
  const period = { from: '2019-04-01', to: '2019-06-30' };
  for (const who of [await office.as('head', 'KHTC'), await office.as('officer', 'GDTX')]) {
    expect((await who.get('/handling-report')).status).toBe(404);
    expect((await who.get('/handling-report/ii-06a-2017/2019-01-01/2019-03-31/dossiers')).status).toBe(403);
    expect((await who.get('/handling-report/2019-01-01/2019-03-31/report.xlsx')).status).toBe(404);
    expect((await who.api(`/agencies/${office.agencyId}/handling-reports`, period)).status).toBe(404);
  }
  const desk = await office.as('one_stop_officer', 'MC');
  expect((await desk.get('/handling-report')).status).toBe(200);
  expect((await desk.api(`/agencies/${office.agencyId}/handling-reports`, period)).status).toBe(403);
});

test('the form of 2019 is marked as not confirmed, and forms follow their days', () => {
  expect(reportFormOn('2019-03-31')).toMatchObject({ code: 'ii-06a-2017', provisional: true });
  expect(reportFormOn('2020-12-31').code).toBe('ii-06a-2020');
  expect(reportForms.every(({ source, note }) => source !== '' && note !== '')).toBe(true);
});

test('times are of working days, the applicant’s apart; each count of finished ones opens its list', async () => {
  const at = asOfDay('2019-06-30', office.house.clock);
  const scope = serverScope([office.agencyId]);
  const times = await office.house.database.read(scope, async (query) =>
    handlingTimes(query, office.agencyId, await deadlinesOf(query, office.agencyId), {
      from: '2019-01-01',
      at,
      by: 'procedure',
    }),
  );
  // Working days of 2019 by the official calendar; the supplement of 5 to 11 March took four of the seven of its dossier.
  const days: Record<string, number> = {
    'on time': 3,
    uncollected: 2,
    late: 4,
    apologised: 4,
    Saturday: 1,
    supplemented: 7 - 4,
  };
  const sorted = Object.values(days).sort((one, other) => one - other);
  expect(times.find(({ key }) => key === office.procedure)).toEqual({
    key: office.procedure,
    // One of December 2018 is counted, but of no known days.
    finished: sorted.length + 1,
    median: sorted[2],
    nineInTen: sorted[5],
    supplemented: 1,
    applicantMedian: null,
  });
  const page = await (await clerk.get('/handling-report?from=2019-01-01&to=2019-06-30&by=procedure')).text();
  const links = [...page.matchAll(/<a href="([^"]*ending=finished[^"]*)">(\d+)<\/a>/g)];
  expect(links.length).toBe(times.length);
  for (const [, href = '', number] of links) {
    const ids = await idsOf(href.replaceAll('&amp;', '&'));
    expect([href, ids.length]).toEqual([href, Number(number)]);
  }
});
