import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from '../../test/department.ts';
import type { Somebody } from '../../test/office.ts';
import { type OfficeClock, officeInstant } from '../platform/clock/clock.ts';

let department: Department;
let division: string;
let head: { id: string; who: Somebody };
let deputy: { id: string; who: Somebody };
let officer: { id: string; who: Somebody };
let stranger: { id: string; who: Somebody };

beforeAll(async () => {
  department = await openDepartment();
  at('2019-06-03T08:00');
  division = (await department.done('/units', { code: 'P1', name: 'Phòng Một', kind: 'division' })).id;
  const other = (await department.done('/units', { code: 'P2', name: 'Phòng Hai', kind: 'division' })).id;
  head = await department.person('truong', 'head', division);
  deputy = await department.person('pho', 'deputy_head', division);
  officer = await department.person('chuyenvien', 'officer', division);
  stranger = await department.person('nguoila', 'head', other);
});
afterAll(() => department.close());

const at = (moment: string) => (department.house.clock as OfficeClock).pin(officeInstant(moment));
const days = (person: string, by: string, from: string, to: string) => ({
  person,
  deputy: by,
  from,
  to,
  reason: 'Nghỉ phép',
});

test('a deputy acts for the absent person on the days of the absence, and only then', async () => {
  const response = await head.who.send('/absences/new', '/absences', {
    deputy: deputy.id,
    from: '5/6/2019',
    to: '7/6/2019',
    reason: 'Đi công tác',
    person: head.id,
  });
  expect(response.headers.get('location')).toBe('/absences?done=absence.save');
  const acting = async () => (await (await deputy.who.get('/account')).text()).includes('Đang làm thay');
  for (const [moment, wanted] of [
    ['2019-06-04T23:59', false],
    ['2019-06-05T00:00', true],
    ['2019-06-07T23:59', true],
    ['2019-06-08T00:00', false],
  ] as const) {
    at(moment);
    expect([moment, await acting()]).toEqual([moment, wanted]);
  }
  at('2019-06-03T08:00');
});

test('whoever comes back early takes the work back on that day', async () => {
  const { id } = (await (
    await head.who.api('/absences', days(head.id, deputy.id, '2019-07-01', '2019-07-31'))
  ).json()) as { id: string };
  at('2019-07-10T08:00');
  expect(await (await deputy.who.get('/account')).text()).toContain('Đang làm thay');
  const past = await head.who.api(`/absences/${id}/end`, { day: '2019-07-09' });
  expect(await past.json()).toMatchObject({ code: 'invalid:day-back' });
  expect((await head.who.send('/absences', `/absences/${id}/end`, { day: '' })).status).toBe(303);
  expect(await (await deputy.who.get('/account')).text()).not.toContain('Đang làm thay');
  at('2019-07-11T08:00');
  const over = await head.who.api(`/absences/${id}/end`, {});
  expect(await over.json()).toMatchObject({ code: 'conflict:absence-over' });
  at('2019-06-03T08:00');
});

test('the deputy of an absent deputy acts for both; no chain comes back', async () => {
  const ask = (who: Somebody, body: object) => who.api('/absences', body);
  expect((await ask(head.who, days(head.id, deputy.id, '2019-08-01', '2019-08-10'))).status).toBe(201);
  expect((await ask(deputy.who, days(deputy.id, officer.id, '2019-08-05', '2019-08-06'))).status).toBe(201);
  at('2019-08-05T08:00');
  const page = await (await officer.who.get('/account')).text();
  expect(page).toContain('Đang làm thay Người truong');
  expect(page).toContain('Đang làm thay Người pho');
  at('2019-06-03T08:00');
  const circle = await ask(officer.who, days(officer.id, head.id, '2019-08-06', '2019-08-09'));
  expect(await circle.json()).toMatchObject({
    code: 'conflict:deputy-circle',
    errors: [{ field: 'deputy' }],
  });
  expect((await ask(officer.who, days(officer.id, head.id, '2019-08-07', '2019-08-09'))).status).toBe(201);
});

test('days that overlap, that lie the wrong way round or behind us, and oneself as deputy are refused', async () => {
  const codeOf = async (body: object) =>
    ((await (await head.who.api('/absences', body)).json()) as { code: string }).code;
  expect((await head.who.api('/absences', days(head.id, deputy.id, '2019-09-01', '2019-09-10'))).status).toBe(
    201,
  );
  expect(await codeOf(days(head.id, officer.id, '2019-09-10', '2019-09-12'))).toBe(
    'conflict:absence-overlaps',
  );
  expect(await codeOf(days(head.id, head.id, '2019-10-01', '2019-10-02'))).toBe('invalid:own-deputy');
  expect(await codeOf(days(head.id, deputy.id, '2019-10-02', '2019-10-01'))).toBe('invalid:days-order');
  expect(await codeOf(days(head.id, deputy.id, '2019-05-02', '2019-05-03'))).toBe('invalid:absence-past');
});

test('two forms for the same days at once: one is kept', async () => {
  const answers = await Promise.all(
    [deputy.id, officer.id].map((by) =>
      head.who.api('/absences', days(head.id, by, '2019-11-01', '2019-11-05')),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('people speak for themselves, heads for their division, administrators for all, others for nobody', async () => {
  const body = days(officer.id, deputy.id, '2019-12-01', '2019-12-02');
  expect((await stranger.who.api('/absences', body)).status).toBe(403);
  expect((await deputy.who.api('/absences', body)).status).toBe(403);
  expect((await head.who.api('/absences', body)).status).toBe(201);
  const { id } = await department.done('/absences', days(stranger.id, head.id, '2019-12-01', '2019-12-02'));
  expect((await officer.who.api(`/absences/${id}/end`, {})).status).toBe(403);
  expect((await stranger.who.get('/absences')).status).toBe(200);
  expect((await stranger.who.get(`/absences/new?person=${officer.id}`)).status).toBe(200);
  expect(await (await stranger.who.get('/absences/new')).text()).not.toContain(
    `value="${officer.id}" selected`,
  );
});
