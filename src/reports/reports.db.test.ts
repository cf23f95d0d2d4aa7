import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { verifyHouse } from '../commands/verify.ts';
import { extractText } from '../platform/extract/index.ts';
import { type Role, serverScope } from '../platform/policy/policy.ts';
import type { Damage } from '../platform/verify/index.ts';
import { dueReports } from './due-reports.ts';

type UnitCode = keyof StaffedOffice['units'];

let office: StaffedOffice;
let plan: string;
let owner: pg.Client;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  plan = await issuePlan(office);
  owner = new pg.Client(office.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

async function as(role: Role, unit?: UnitCode): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.become(office, role, unit);
  return somebody;
}

async function rows<Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(query, values)).rows;
}

async function done(answer: Promise<Response>): Promise<{ id: string; seq: number }> {
  const response = await answer;
  const body = (await response.json()) as { id: string; seq: number };
  expect([response.status, body]).toEqual([201, expect.anything()]);
  return body;
}

async function refused(answer: Promise<Response>): Promise<[number, string]> {
  const response = await answer;
  return [response.status, ((await response.json()) as { code?: string }).code ?? ''];
}

/** A report of a unit for a period, opened by its head. */
async function openOf(unit: UnitCode, period = 'q2'): Promise<{ head: Somebody; report: string }> {
  const head = await as('head', unit);
  const { id } = await done(
    head.api(`/plans/${plan}/reports/${period}/drafts`, { kind: 'unit', unit: office.units[unit] }),
  );
  return { head, report: id };
}

/** The number that a report's page shows of a figure. */
async function figure(who: Somebody, report: string, show: string): Promise<number> {
  const page = await (await who.get(`/reports/${report}`)).text();
  const found = new RegExp(
    `/reports/${report}/tasks\\?show=${show}"><span class="figure-value">([\\d.]+)<`,
  ).exec(page);
  return Number(found?.[1]?.replace('.', '') ?? Number.NaN);
}

/** How many lines the list behind a figure has. */
async function listed(who: Somebody, report: string, show: string): Promise<number> {
  const csv = await (await who.get(`/reports/${report}/tasks.csv?show=${show}`)).text();
  return csv.trim().split('\n').length - 1;
}

/** Tasks or duties that a unit leads, as the events of the ledger have it, judged on a day without evidence. */
async function led(unit: UnitCode, kind: 'task' | 'duty', condition = 'true'): Promise<number> {
  const [found] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM event e
     CROSS JOIN LATERAL (SELECT min((m->>'end')::date) AS first_end FROM jsonb_array_elements(e.payload->'task'->'milestones') m) due
     WHERE e.type = 'opened' AND e.payload->'task' IS NOT NULL
       AND coalesce(e.payload->'task'->>'kind', 'task') = $2
       AND e.payload->'task'->'leadUnits' ? $1 AND ${condition}`,
    [office.units[unit], kind],
  );
  return found?.count ?? Number.NaN;
}

describe('a unit’s report', () => {
  test('is filled from the records: each figure is what events say, and its list has as many lines', async () => {
    for (const unit of ['TCCB', 'KHTC', 'VP'] as const) {
      const { head, report } = await openOf(unit, 'q3');
      const expected = {
        all: await led(unit, 'task'),
        late: await led(unit, 'task', "first_end < '2019-06-03'"),
        not_due: await led(unit, 'task', "(first_end IS NULL OR first_end >= '2019-06-03')"),
        on_time: 0,
        evidence: 0,
        duties: await led(unit, 'duty'),
        duties_late: await led(unit, 'duty', "first_end < '2019-06-03'"),
      };
      for (const [show, count] of Object.entries(expected)) {
        expect([unit, show, await figure(head, report, show)]).toEqual([unit, show, count]);
        expect([unit, show, await listed(head, report, show)]).toEqual([unit, show, count]);
      }
    }
  });

  test('opened twice, by two at once too, is one report', async () => {
    const { head } = await openOf('TTr');
    const open = () => head.api(`/plans/${plan}/reports/q2/drafts`, { kind: 'unit', unit: office.units.TTr });
    const ids = (await Promise.all([open(), open(), open()])).map(
      async (one) => (await done(Promise.resolve(one))).id,
    );
    expect(new Set(await Promise.all(ids)).size).toBe(1);
  });

  test('is seen by its unit and the Office, by no other unit, and not counted for it', async () => {
    const { report } = await openOf('TTr');
    const pages = [
      `/reports/${report}`,
      `/reports/${report}/paper`,
      `/reports/${report}/tasks`,
      `/reports/${report}/paper/pdf`,
    ];
    for (const page of pages) {
      expect([page, (await (await as('office_clerk', 'VP')).get(page)).status]).toEqual([page, 200]);
      expect([page, (await (await as('head', 'KHTC')).get(page)).status]).toEqual([page, 404]);
    }
    expect((await refused((await as('head', 'KHTC')).api(`/reports/${report}/submission`, {})))[0]).toBe(404);
    const period = await (await (await as('head', 'KHTC')).get(`/plans/${plan}/reports/q2`)).text();
    expect(period).not.toContain('đơn vị đã gửi');
    expect(period).not.toContain('Thanh tra Sở');
  });

  test('submitted stands as it was counted; what changes later shows as a difference', async () => {
    const { head, report } = await openOf('KHTC');
    await done(head.api(`/reports/${report}/text`, { achievements: 'Đã công khai ngân sách.' }));
    await done(head.api(`/reports/${report}/submission`, {}));
    expect(await refused(head.api(`/reports/${report}/submission`, {}))).toEqual([
      409,
      'conflict:report-submitted',
    ]);
    const late = await figure(head, report, 'late');
    expect(late).toBeGreaterThan(0);
    const [task] = await rows<{ task: string; milestone: number }>(
      `SELECT m.task_id AS task, m.no AS milestone FROM milestone m JOIN task t ON t.id = m.task_id AND t.kind = 'task'
       JOIN task_unit u ON u.task_id = t.id AND u.role = 'lead' AND u.unit_id = $1
       WHERE m.due_end < '2019-06-03' LIMIT 1`,
      [office.units.KHTC],
    );
    await done(
      head.api(`/tasks/${task?.task}/milestones/${task?.milestone}/submission`, {
        kind: 'document',
        number: '88/SGDĐT-KHTC',
        issueDate: '2019-06-03',
        abstract: 'Công văn hướng dẫn tự chủ',
      }),
    );
    expect(await figure(head, report, 'late')).toBe(late);
    const page = await (await head.get(`/reports/${report}`)).text();
    expect(page).toContain('Từ khi chốt số liệu đến nay, 1 nhiệm vụ');
    expect(await listed(head, report, 'moved')).toBe(1);
  });

  test('is confirmed by the Office, never by its own unit; sent back it is open again with its reason', async () => {
    const { head, report } = await openOf('GDTX');
    await done(head.api(`/reports/${report}/submission`, {}));
    // To judge it is the Office's; its own head is not told that there is something to judge.
    expect((await refused(head.api(`/reports/${report}/confirmation`, {})))[0]).toBe(404);
    const clerk = await as('office_clerk', 'VP');
    await done(clerk.api(`/reports/${report}/sending-back`, { reason: 'Thiếu nguyên nhân' }));
    expect(await (await head.get(`/reports/${report}`)).text()).toContain('Thiếu nguyên nhân');
    await done(head.api(`/reports/${report}/submission`, {}));
    await done(clerk.api(`/reports/${report}/confirmation`, {}));
    expect(await refused(clerk.api(`/reports/${report}/confirmation`, {}))).toEqual([
      409,
      'conflict:report-confirmed',
    ]);
  });

  test('of the Office itself is confirmed by a deputy director alone', async () => {
    const { head, report } = await openOf('VP');
    await done(head.api(`/reports/${report}/submission`, {}));
    expect(
      (await refused((await as('office_clerk', 'VP')).api(`/reports/${report}/confirmation`, {})))[0],
    ).toBe(403);
    await done((await as('deputy_director')).api(`/reports/${report}/confirmation`, {}));
  });

  test('a difficulty is answered where it was raised', async () => {
    const { head, report } = await openOf('TTr');
    await done(head.api(`/reports/${report}/concerns`, { kind: 'difficulty', text: 'Thiếu người' }));
    await done(head.api(`/reports/${report}/submission`, {}));
    const clerk = await as('office_clerk', 'VP');
    expect(await (await clerk.get('/concerns')).text()).toContain('Thiếu người');
    await done(clerk.api(`/reports/${report}/concerns/1/answer`, { text: 'Đã bổ sung một thanh tra viên' }));
    expect(await (await head.get(`/reports/${report}`)).text()).toContain('Đã bổ sung một thanh tra viên');
    expect(await refused(clerk.api(`/reports/${report}/concerns/1/answer`, { text: 'Lần nữa' }))).toEqual([
      409,
      'conflict:concern-answered',
    ]);
  });
});

describe('from one period to the next', () => {
  test('a difficulty that the Office directed comes again until its unit answers, and not after', async () => {
    const { head, report } = await openOf('GDTX', 'q1');
    await done(
      head.api(`/reports/${report}/concerns`, { kind: 'difficulty', text: 'Chưa có kinh phí đối thoại' }),
    );
    await done(head.api(`/reports/${report}/submission`, {}));
    const clerk = await as('office_clerk', 'VP');
    const direction = `/reports/${report}/concerns/1/direction`;
    expect((await refused(head.api(direction, { toUnit: office.units.KHTC })))[0]).toBe(404);
    await done(clerk.api(direction, { toUnit: office.units.KHTC }));
    const later = await openOf('GDTX', 'q3');
    const page = async () => (await head.get(`/reports/${later.report}`)).text();
    expect(await page()).toContain('Chưa có kinh phí đối thoại');
    const answer = `/reports/${report}/concerns/1/answer`;
    expect((await refused((await as('head', 'TCCB')).api(answer, { text: 'x' })))[0]).toBe(404);
    await done((await as('head', 'KHTC')).api(answer, { text: 'Đã bố trí trong dự toán' }));
    expect(await page()).not.toContain('Chưa có kinh phí đối thoại');
    expect(await (await head.get(`/reports/${report}`)).text()).toContain('Đã bố trí trong dự toán');
  });

  test('texts of the last period are taken over where nothing is written yet', async () => {
    const { head, report } = await openOf('KHTC', 'q3');
    await done(head.api(`/reports/${report}/text`, { next: 'Quyết toán quý III' }));
    await done(head.api(`/reports/${report}/recalled-text`, {}));
    const page = await (await head.get(`/reports/${report}`)).text();
    expect(page).toContain('Đã công khai ngân sách.');
    expect(page).toContain('Quyết toán quý III');
    expect(await refused(head.api(`/reports/${report}/recalled-text`, {}))).toEqual([
      409,
      'conflict:report-nothing-to-recall',
    ]);
  });

  test('a form that another has overtaken keeps what was typed, and changes nothing', async () => {
    const { head, report } = await openOf('KHTC', 'q3');
    const at = `/reports/${report}`;
    const before = await (await head.get(at)).text();
    const seq = /name="_seq" value="(\d+)"/.exec(before)?.[1] ?? '';
    await done(head.api(`${at}/text`, { limits: 'Chậm hai ngày' }));
    const late = await head.send(at, `${at}/text`, { limits: 'Bản cũ của tôi', _seq: seq });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Bản cũ của tôi');
    expect(await (await head.get(at)).text()).toContain('Chậm hai ngày');
  });
});

describe('the part of a reform area', () => {
  test('is drafted by its owner alone, judged by the Office, and goes into the department’s report', async () => {
    const clerk = await as('office_clerk', 'VP');
    await done(clerk.api(`/plans/${plan}/areas`, { areas: [{ label: '6', unit: office.units.KHTC }] }));
    const [area] = await rows<{ area: string }>("SELECT area FROM plan_area WHERE label = '6'");
    const opening = { kind: 'area', area: area?.area };
    const drafts = `/plans/${plan}/reports/q3/drafts`;
    expect((await refused((await as('head', 'TCCB')).api(drafts, opening)))[0]).toBe(404);
    const head = await as('head', 'KHTC');
    const { id } = await done(head.api(drafts, opening));
    await done(head.api(`/reports/${id}/text`, { results: 'Công khai dự toán đúng hạn' }));
    expect((await (await as('head', 'TCCB')).get(`/reports/${id}`)).status).toBe(404);
    await done(head.api(`/reports/${id}/submission`, {}));
    await done(clerk.api(`/reports/${id}/confirmation`, {}));
    const { id: department } = await done(clerk.api(drafts, { kind: 'department' }));
    expect(await (await clerk.get(`/reports/${department}`)).text()).toContain('Công khai dự toán đúng hạn');
    await done(clerk.api(`/reports/${department}/text`, { results: 'Bản của Văn phòng' }));
    await done(clerk.api(`/reports/${department}/compilation`, {}));
    expect(await (await clerk.get(`/reports/${department}`)).text()).toContain('Bản của Văn phòng');
  });
});

describe('units whose report is missing', () => {
  test('get a letter each in one act, in their inbox and on their report, and answer it there', async () => {
    const clerk = await as('office_clerk', 'VP');
    const at = `/plans/${plan}/reports/q2/chase`;
    const page = await (await clerk.get(at)).text();
    const missing = [...page.matchAll(/name="chases\.\d+\.unit"/g)].length;
    expect(page).toContain(`${missing} thư sẵn sàng gửi`);
    const [counted] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM unit WHERE kind IN ('division', 'office') AND agency_id = $1 AND NOT EXISTS (
         SELECT FROM event o WHERE o.type = 'opened' AND o.payload->>'period' = 'q2' AND o.payload->>'unitId' = unit.id::text
           AND o.payload->>'kind' = 'unit' AND (SELECT last.type FROM event last WHERE last.stream = o.stream
             AND last.type IN ('submitted', 'sent-back', 'confirmed') ORDER BY last.seq DESC LIMIT 1) IN ('submitted', 'confirmed'))`,
      [office.agencyId],
    );
    expect(missing).toBe(counted?.count);
    const sent = await clerk.send(at, `/plans/${plan}/reports/q2/chases`, {});
    expect(sent.status).toBe(303);
    const head = await as('head', 'TCCB');
    expect(await (await head.get('/inbox')).text()).toContain('Báo cáo quý II năm 2019');
    const [chased] = await rows<{ report: string; chase: string }>(
      `SELECT e.stream AS report, e.payload->>'chase' AS chase FROM event e JOIN report r ON r.id = e.stream
       WHERE e.type = 'chased' AND r.unit_id = $1`,
      [office.units.TCCB],
    );
    const answer = `/reports/${chased?.report}/chases/${chased?.chase}/answer`;
    expect((await refused((await as('head', 'KHTC')).api(answer, { text: 'x' })))[0]).toBe(404);
    await done(head.api(answer, { text: 'Sẽ gửi ngày 04/6' }));
    const told = await (await clerk.get('/inbox?kind=chase-answer')).text();
    expect(told).toContain('Phòng Tổ chức cán bộ: Báo cáo quý II năm 2019');
    expect(told).toContain('Sẽ gửi ngày 04/6');
    expect(await refused(head.api(answer, { text: 'Lần nữa' }))).toEqual([409, 'conflict:chase-answered']);
    expect((await refused(head.api(`/plans/${plan}/reports/q2/chases`, { chases: [] })))[0]).toBe(403);
  });
});

describe('the department’s report', () => {
  let report: string;
  let clerk: Somebody;

  beforeAll(async () => {
    clerk = await as('office_clerk', 'VP');
    ({ id: report } = await done(clerk.api(`/plans/${plan}/reports/q2/drafts`, { kind: 'department' })));
  });

  test('is made from the confirmed ones and says who is missing', async () => {
    const page = await (await clerk.get(`/reports/${report}`)).text();
    expect(page).toContain('Chưa có báo cáo được xác nhận của');
    expect(page).toContain('Phòng Tổ chức cán bộ');
    const [{ count } = { count: 0 }] = await rows<{ count: number }>(
      `SELECT count(DISTINCT t->>'taskId')::int AS count FROM event e
       CROSS JOIN LATERAL jsonb_array_elements(e.payload->'manifest'->'tasks') t
       JOIN task ON task.id = (t->>'taskId')::uuid AND task.kind = 'task'
       JOIN report r ON r.id = e.stream AND r.period = 'q2' AND r.kind = 'unit' AND r.state = 'confirmed'
       WHERE e.type = 'submitted'`,
    );
    expect(count).toBeGreaterThan(0);
    expect(await figure(clerk, report, 'all')).toBe(count);
    expect(await listed(clerk, report, 'all')).toBe(count);
  });

  test('goes through the chain in its order; each step by who it is for; DỰ THẢO until signed', async () => {
    const head = await as('head', 'VP');
    const deputy = await as('deputy_director');
    const director = await as('director');
    const records = await as('records_clerk', 'VP');
    const step = (who: Somebody, verb: string, body: object = {}) =>
      who.api(`/reports/${report}/${verb}`, body);
    expect((await refused(step(director, 'signature')))[0]).toBe(409);
    await done(step(clerk, 'submission-for-signature'));
    expect((await refused(step(clerk, 'signature')))[0]).toBe(403);
    await done(step(head, 'review'));
    await done(step(deputy, 'sending-back-draft', { reason: 'Bổ sung số liệu' }));
    await done(step(clerk, 'submission-for-signature'));
    await done(step(head, 'review'));
    await done(step(deputy, 'agreement'));
    expect(await (await clerk.get(`/reports/${report}/paper`)).text()).toContain('DỰ THẢO');
    expect((await refused(step(records, 'number', { number: 812, date: '2019-06-03' })))[0]).toBe(409);
    await done(step(director, 'signature'));
    expect(await (await clerk.get(`/reports/${report}/paper`)).text()).not.toContain('DỰ THẢO');
    expect(await refused(step(clerk, 'text', { results: 'Sửa' }))).toEqual([409, 'conflict:report-signed']);
    // The number comes from the records clerk's register alone.
    expect((await refused(step(clerk, 'number', { number: 812, date: '2019-06-03' })))[0]).toBe(403);
    await done(step(records, 'number', { number: 812, date: '2019-06-03' }));
    await done(step(records, 'sending', { day: '2019-06-03' }));
    await done(step(records, 'receiving', { day: '2019-06-03', number: '1203' }));
    expect(await (await clerk.get(`/reports/${report}`)).text()).toContain('812/BC-SGDĐT');
  });

  test('once sent is the evidence of the task that asks for it, which waits for confirmation', async () => {
    const [milestone] = await rows<{ state: string; evidence_date: string; no: string }>(
      `SELECT m.state, m.evidence_date::text, t.no FROM milestone m JOIN task t ON t.id = m.task_id
       JOIN evidence_revision v ON v.evidence_id = m.evidence_id WHERE v.origin_id = $1`,
      [report],
    );
    expect(milestone).toEqual({ state: 'submitted', evidence_date: '2019-06-03', no: '66' });
  });

  test('is seen by every unit once it is signed, and downloads as Word and PDF', async () => {
    const reader = await as('officer', 'KHTC');
    expect((await reader.get(`/reports/${report}`)).status).toBe(200);
    const word = await reader.get(`/reports/${report}/paper/word`);
    expect([word.status, word.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
    const pdf = Buffer.from(await (await reader.get(`/reports/${report}/paper/pdf`)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const read = async (bytes: ArrayBuffer | Buffer, name: string) =>
      (await extractText(new Uint8Array(bytes), name)).text.replaceAll(/\s+/g, ' ');
    for (const text of [
      await read(await word.arrayBuffer(), 'Báo cáo.docx'),
      await read(pdf, 'Báo cáo.pdf'),
    ]) {
      expect(text).toContain('812/BC-SGDĐT');
      expect(text).toContain('GIÁM ĐỐC');
      expect(text).not.toContain('DỰ THẢO');
    }
  });

  test('says DỰ THẢO in its files until it is signed', async () => {
    const clerk = await as('office_clerk', 'VP');
    const { id } = await done(clerk.api(`/plans/${plan}/reports/q3/drafts`, { kind: 'department' }));
    for (const kind of ['word', 'pdf']) {
      const file = await (await clerk.get(`/reports/${id}/paper/${kind}`)).arrayBuffer();
      const { text } = await extractText(new Uint8Array(file), kind === 'word' ? 'a.docx' : 'a.pdf');
      expect([kind, text.includes('DỰ THẢO')]).toEqual([kind, true]);
    }
  });

  test('and all that belongs to it is nothing to an agency below', async () => {
    const stranger = new Somebody(office);
    for (const page of [
      `/reports/${report}`,
      `/reports/${report}/paper/word`,
      `/reports/${report}/tasks.csv`,
    ])
      expect([page, (await stranger.get(page)).status]).toEqual([page, 303]);
    const scope = { agencies: [], whole: [] } as never;
    const seen = await office.house.database.read(scope, (query) =>
      query.selectFrom('report').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });
});

/** A department's report of a period, signed by a deputy in the director's stead. */
async function signedReport(period: string): Promise<string> {
  const clerk = await as('office_clerk', 'VP');
  const { id } = await done(clerk.api(`/plans/${plan}/reports/${period}/drafts`, { kind: 'department' }));
  const step = (who: Somebody, verb: string) => done(who.api(`/reports/${id}/${verb}`, {}));
  await step(clerk, 'submission-for-signature');
  await step(await as('head', 'VP'), 'review');
  await step(await as('deputy_director'), 'agreement');
  await step(await as('deputy_director'), 'signature');
  return id;
}

test('a number is given once a year: one that stands is refused at its field, and of two entered at once one is', async () => {
  const reports = [await signedReport('q3'), await signedReport('year')];
  const records = await as('records_clerk', 'VP');
  const enter = (report: string, number: number) =>
    records.api(`/reports/${report}/number`, { number, date: '2019-06-03' });
  expect(await refused(enter(reports[0] ?? '', 812))).toEqual([422, 'invalid:number-taken']);
  const answers = await Promise.all(reports.map((report) => enter(report, 813)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  const page = await (await records.get(`/reports/${reports[0]}/paper`)).text();
  expect(page).toContain('KT. GIÁM ĐỐC');
});

test('units are reminded of a report that they owe by the earlier date, the Office of the department’s too', async () => {
  const scope = serverScope([office.agencyId]);
  const due = await office.house.database.read(scope, (query) =>
    dueReports.due(query, { clock: office.house.clock, agencies: [office.agencyId], until: '2019-07-05' }),
  );
  const missing = await rows<{ id: string }>(
    `SELECT u.id FROM unit u WHERE u.kind IN ('division', 'office') AND NOT EXISTS (SELECT FROM event e JOIN report r
       ON r.id = e.stream AND r.period = 'q1' AND r.unit_id = u.id AND r.kind = 'unit' WHERE e.type = 'submitted')`,
  );
  // The department's report of the second quarter has been sent: nobody is asked for what goes into it any more.
  expect(due.filter(({ thing }) => thing.includes(':q2:'))).toEqual([]);
  const first = due.filter(({ thing }) => thing.includes(':q1:'));
  expect(
    first
      .filter(({ lastDay }) => lastDay === '2019-03-04')
      .flatMap(({ charges }) => charges.map(({ unitId }) => unitId))
      .sort(),
  ).toEqual(missing.map(({ id }) => id).sort());
  expect(first.filter(({ lastDay }) => lastDay === '2019-04-05').map(({ charges }) => charges)).toEqual([
    [{ unitId: office.units.VP, personId: null }],
  ]);
});

test('rows of reports are of their own agency alone, and nothing is damaged', async () => {
  const app = new pg.Client(office.owner);
  await app.connect();
  await app.query('SET ROLE minhchung_app');
  const { rows: seen } = await app.query(
    'SELECT id FROM report UNION ALL SELECT report_id FROM report_task UNION ALL SELECT report_id FROM report_concern',
  );
  await app.end();
  expect(seen).toEqual([]);
  const damages: Damage[] = [];
  await verifyHouse(office.house, (damage) => damages.push(damage));
  expect(damages).toEqual([]);
});
