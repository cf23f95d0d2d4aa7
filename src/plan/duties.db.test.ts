import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuePlan } from '../../test/issued-plan.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { SMALL_TASKS, smallPlan, uploadText } from '../../test/small-plan.ts';

let office: StaffedOffice;
let clerk: Somebody;
let plan: string;
let preschool: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-01-28T08:00');
  clerk = new Somebody(office);
  await clerk.become(office, 'office_clerk');
  const administrator = new Somebody(office);
  await administrator.become(office, 'administrator');
  // A division to which the appendix gives no task.
  const added = await administrator.api('/units', {
    code: 'GDMN',
    name: 'Phòng Giáo dục mầm non',
    kind: 'division',
  });
  preschool = ((await added.json()) as { id: string }).id;
  const names = [
    { written: 'Thanh tra Sở', unit: office.units.TTr },
    { written: 'Phòng Giáo dục thường xuyên-chuyên nghiệp', unit: office.units.GDTX },
    { written: 'Văn phòng Sở', unit: office.units.VP },
  ];
  expect((await clerk.api('/unit-names', { names })).status).toBe(201);
  plan = await issuePlan(office);
}, 60_000);
afterAll(() => office.close());

async function plainSql(statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(statement);
  await client.end();
  return rows;
}

const opened = (kind: string) =>
  plainSql(`SELECT payload->'task'->'leadUnits'->>0 AS unit, payload->'task'->>'key' AS key,
      payload->'task'->>'rhythm' AS rhythm, jsonb_array_length(payload->'task'->'milestones')::text AS milestones
    FROM event WHERE type = 'opened' AND coalesce(payload->'task'->>'kind', 'task') = '${kind}'`);

async function rowsOf(url: string): Promise<{ id: string; no: string }[]> {
  const answer = (await (await clerk.get(`/api/v1${url}`)).json()) as { data: { id: string; no: string }[] };
  return answer.data;
}

test('issuing opens the duties of the divisions beside the 69 tasks, and each division has work', async () => {
  expect(await opened('task')).toHaveLength(69);
  const duties = await opened('duty');
  const { VP, TCCB, KHTC, GDTX, TTr } = office.units;
  expect(new Set(duties.map(({ unit }) => unit))).toEqual(new Set([VP, TCCB, KHTC, GDTX, TTr, preschool]));
  const tab = await (await clerk.get(`/plans/${plan}/tasks?part=duties`)).text();
  expect(tab).toContain('kiểm soát TTHC về trường chuẩn quốc gia');
  expect(duties.filter(({ rhythm }) => rhythm === 'continuous').map(({ milestones }) => milestones)).toEqual(
    expect.arrayContaining(['4']),
  );
  expect(duties.some(({ rhythm }) => rhythm === 'by_tasks')).toBe(false);
});

test('lists and figures say which kind they count', async () => {
  const duties = await opened('duty');
  expect(await rowsOf(`/plans/${plan}/tasks?size=200`)).toHaveLength(69);
  expect(await rowsOf(`/plans/${plan}/duties?size=200`)).toHaveLength(duties.length);
  const tab = await (await clerk.get(`/plans/${plan}/tasks?part=duties`)).text();
  expect(tab).toContain(`0/${duties.length}`);
  expect(tab).toContain('Trách nhiệm khác trong kế hoạch');
  const overview = await (await clerk.get(`/plans/${plan}/overview`)).text();
  expect(overview).toMatch(/>69<\/\w+>/);
  const measured = await (await clerk.get(`/measures/duty.confirmed?partOf=${plan}`)).text();
  expect(measured).toContain('trách nhiệm');
});

test('a duty is assigned, shown, confirmed by its periods like a task', async () => {
  const [duty] = await plainSql(`SELECT task.id, unit_id AS unit FROM task JOIN task_unit ON task_id = task.id
    WHERE kind = 'duty' AND rhythm = 'continuous' AND unit_id = '${office.units.TCCB}' ORDER BY task.position LIMIT 1`);
  const id = duty?.id ?? '';
  const head = new Somebody(office);
  await head.become(office, 'head', 'TCCB');
  const given = await head.api(`/tasks/${id}/assignment`, {
    person: office.holder('officer', 'TCCB').personId,
  });
  expect(given.status).toBe(201);
  const shown = await (await head.get(`/tasks/${id}`)).text();
  expect(shown).toContain('Thường xuyên, báo cáo mỗi kỳ');
  expect(shown).toContain('hạn cuối 04/03/2019');
  const evidence = { kind: 'event', day: '2019-01-28', abstract: 'Đã rà soát cơ sở pháp lý của quý I' };
  expect((await head.api(`/tasks/${id}/milestones/1/submission`, evidence)).status).toBe(201);
  expect((await head.api(`/tasks/${id}/milestones/1/confirmation`, {})).status).toBe(403);
  expect((await clerk.api(`/tasks/${id}/milestones/1/confirmation`, {})).status).toBe(201);
  const [state] = await plainSql(`SELECT state FROM task WHERE id = '${id}'`);
  expect(state?.state).toBe('started');
});

test('what the drafter says of a rhythm is what is issued, and an amendment follows', async () => {
  const text = `${smallPlan({ number: '52/KH-SGDĐT' })}`;
  const draft = await uploadText(office, clerk, text, 'trach-nhiem.md');
  const unit = 'Phòng Tổ chức cán bộ';
  const added = await clerk.api(`/plans/${draft}/items`, {
    kind: 'duty',
    fields: { unit, text: 'Chủ động bổ sung cơ sở pháp lý', rhythm: 'once', end: '30/9' },
  });
  expect(added.status).toBe(201);
  const item = (await office.draft(draft)).items.find(
    ({ kind, asRead }) => kind === 'duty' && asRead === null,
  );
  expect(item?.fields).toMatchObject({ rhythm: 'once', window: { end: '2019-09-30' } });
  await answerErrors(draft);
  expect((await clerk.api(`/plans/${draft}/issue`, { recipients: [] })).status).toBe(201);
  const due = () =>
    plainSql(`SELECT m.due_end::text AS due, m.state FROM milestone m JOIN task ON task.id = m.task_id
      WHERE task.plan_id = '${draft}' AND task.key = '${item?.key}' ORDER BY m.no`);
  expect(await due()).toEqual([{ due: '2019-09-30', state: 'open' }]);
  await clerk.api(`/plans/${draft}/amendment`, {
    kind: 'correction_letter',
    number: '9/SGDĐT-VP',
    date: '2019-01-28',
    abstract: 'Đính chính',
  });
  const corrected = await clerk.api(`/plans/${draft}/items/${encodeURIComponent(item?.key ?? '')}`, {
    fields: { unit, text: 'Chủ động bổ sung cơ sở pháp lý', rhythm: 'half_yearly' },
  });
  expect(corrected.status).toBe(201);
  expect((await clerk.api(`/plans/${draft}/versions`, {})).status).toBe(201);
  expect((await due()).map((one) => one.due)).toEqual(['2019-06-30', '2019-12-31']);
  expect(await rowsOf(`/plans/${draft}/tasks`)).toHaveLength(SMALL_TASKS.length);
});

async function answerErrors(draft: string): Promise<void> {
  const { remarks } = await office.draft(draft);
  for (const { key, remark } of remarks.filter((one) => one.remark.severity === 'error'))
    await clerk.api(`/plans/${draft}/remarks/${encodeURIComponent(key)}/answer`, {
      answer: 'accepted',
      note: `Giữ: ${remark.rule}`,
    });
}
