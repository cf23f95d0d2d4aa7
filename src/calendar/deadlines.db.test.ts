import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStaffedOffice, type StaffedOffice } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { officialDays } from '../pure/calendar/index.ts';
import { type AgencyDeadlines, agencyDeadlines, type DeadlinesAsked, deadlinesOf } from './index.ts';

let office: StaffedOffice;
let owner: pg.Client;

beforeAll(async () => {
  office = await openStaffedOffice('2026-08-27T08:00');
  owner = new pg.Client(office.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

const deadlines = (asked?: DeadlinesAsked): Promise<AgencyDeadlines> =>
  office.house.database.read(serverScope([office.agencyId]), (query) =>
    agencyDeadlines(query, office.agencyId, asked),
  );
const due = (found: AgencyDeadlines) => found.deadlines.add('2026-08-27T10:00', { amount: 2, unit: 'wd' });

test('an agency without hours of its own has those of the product, which are provisional', async () => {
  const found = await deadlines();
  expect(found).toMatchObject({ calendar: 1, provisionalHours: true });
  // Monday 31 August is off, 1 and 2 September too.
  expect(due(found)).toBe('2026-09-03T17:00');
  const again = await office.house.database.read(serverScope([office.agencyId]), (query) =>
    deadlinesOf(query, office.agencyId),
  );
  expect(again).toBe(found.deadlines);
  const same = await deadlines({ rules: { startDay: 'same', endOnDayOff: 'stay' } });
  expect(due(same)).toBe('2026-08-28T17:00');
  await expect(deadlines({ calendar: 7 })).rejects.toThrow('no version 7');
});

test('hours of its own hold from their day on, and a new version of the calendar counts otherwise', async () => {
  await owner.query(
    `INSERT INTO office_hours VALUES ($1, gen_random_uuid(), '2026-01-01', 'Quy chế làm việc', '01-01',
       'Thứ Hai – Thứ Sáu: 07:30–11:30, 13:00–16:30', NULL, NULL, 'Thứ Bảy: 08:00–11:30', false, 1)`,
    [office.agencyId],
  );
  const own = await deadlines();
  expect(own.provisionalHours).toBe(false);
  expect(due(own)).toBe('2026-09-03T16:30');
  expect(own.deadlines.add('2025-12-30T10:00', { amount: 1, unit: 'wd' })).toBe('2025-12-31T17:00');
  // In the second version 31 August is worked, and its Saturday not.
  for (const { date, kind, name, legalBasis } of officialDays)
    if (date !== '2026-08-31' && date !== '2026-08-22')
      await owner.query(
        'INSERT INTO official_day VALUES (2, $1, $2, $3, $4, NULL, false, gen_random_uuid())',
        [date, kind, name, legalBasis],
      );
  const second = await deadlines();
  expect(second.calendar).toBe(2);
  expect(due(second)).toBe('2026-08-31T16:30');
  expect(due(await deadlines({ calendar: 1 }))).toBe('2026-09-03T16:30');
});
