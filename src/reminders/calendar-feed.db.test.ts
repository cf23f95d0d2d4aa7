import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCalendar } from '../../test/calendar-reader.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { dueOn, openPlanOfTasks, plannedTask } from '../../test/tasks.ts';

let office: StaffedOffice;
let ids: ReadonlyMap<string, string>;
let address: string;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  const task = (unit: 'TCCB' | 'KHTC', no: string, ends: (string | null)[]) =>
    plannedTask(office, unit, {
      key: no,
      no,
      title: `Nhiệm vụ; số ${no}, rà soát`,
      milestones: ends.map((end, at) => dueOn(end, { no: at + 1 })),
    });
  ({ ids } = await openPlanOfTasks(office, [
    task('KHTC', '1', ['2019-06-14', '2019-12-14']),
    task('KHTC', '2', ['2019-05-31']),
    task('KHTC', '3', [null]),
    task('TCCB', '4', ['2019-06-14']),
  ]));
  const head = await as('head', 'KHTC');
  await head.api(`/tasks/${ids.get('1')}/assignment`, {
    unit: office.units.KHTC,
    person: office.holder('officer', 'KHTC').personId,
  });
  address = await make(head);
});
afterAll(() => office?.close());

async function as(...who: Parameters<StaffedOffice['holder']>): Promise<Somebody> {
  const somebody = new Somebody(office);
  await somebody.become(office, ...who);
  return somebody;
}

/** The address of somebody's calendar, as the page shows it once. */
async function make(by: Somebody): Promise<string> {
  const done = await by.send('/account/tokens', '/account/tokens', { kind: 'calendar' });
  const page = await (await by.get(done.headers.get('location') ?? '')).text();
  const found = /http:\/\/localhost(\/calendar\/mc_[\w-]{43}\.ics)/.exec(page)?.[1];
  if (found === undefined) throw new Error(`no address: ${done.status}`);
  return found;
}

/** As a program of calendars asks: without a session. */
const ask = (url: string, headers: Record<string, string> = {}) =>
  office.app.fetch(new Request(`http://localhost${url}`, { headers }));

const daysOf = async (url: string) =>
  readCalendar(await (await ask(url)).text()).events.map(
    (event) => `${event.get('DTSTART;VALUE=DATE')} ${event.get('SUMMARY')}`,
  );

test('a head has the open last days of the unit, an officer those that the officer holds', async () => {
  expect(await daysOf(address)).toEqual([
    '20190531 Hạn: 2. Nhiệm vụ; số 2, rà soát',
    '20190614 Hạn: 1. Nhiệm vụ; số 1, rà soát (Mốc 1)',
    '20191214 Hạn: 1. Nhiệm vụ; số 1, rà soát (Mốc 2)',
  ]);
  expect(await daysOf(await make(await as('officer', 'KHTC')))).toEqual([
    '20190614 Hạn: 1. Nhiệm vụ; số 1, rà soát (Mốc 1)',
    '20191214 Hạn: 1. Nhiệm vụ; số 1, rà soát (Mốc 2)',
  ]);
  expect(await daysOf(await make(await as('director')))).toEqual([]);
});

test('what has not changed is not sent again', async () => {
  const first = await ask(address);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const tag = first.headers.get('etag') ?? '';
  const again = await ask(address, { 'if-none-match': `W/${tag}, "other"` });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect((await ask(address, { 'if-none-match': '"other"' })).status).toBe(200);
});

test('an address that was revoked, is of the API, or never was leads nowhere, and so does that of a closed account', async () => {
  const head = await as('head', 'KHTC');
  const revoked = await make(head);
  const page = await (await head.get('/account/tokens')).text();
  const [, end = ''] = /action="(\/account\/tokens\/[^"]+\/end)"/.exec(page) ?? [];
  expect((await ask(revoked)).status).toBe(200);
  await head.send('/account/tokens', end, {});
  const ofNobody = `/calendar/mc_${'x'.repeat(43)}.ics`;
  for (const url of [revoked, ofNobody, address.replace('.ics', ''), '/calendar/.ics'])
    expect([url, (await ask(url)).status]).toEqual([url, 404]);
  const administrator = await as('administrator');
  const { personId } = office.holder('head', 'KHTC');
  await administrator.api(`/people/${personId}/account/closure`, {});
  expect((await ask(address)).status).toBe(404);
});
