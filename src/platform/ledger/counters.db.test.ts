import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Office, openEmptyOffice } from '../../../test/office.ts';
import { serverScope } from '../policy/policy.ts';
import { uuid7 } from '../uuid.ts';
import { counterValue, sumClosedDays } from './counters.ts';

let office: Office;

beforeAll(async () => {
  office = await openEmptyOffice();
});
afterAll(() => office.close());

async function add(agencyId: string, bucket: string, day: string, amount: number): Promise<void> {
  await office.house.database.write(serverScope([agencyId]), (query) =>
    query
      .insertInto('counter_delta')
      .values({ agency_id: agencyId, id: uuid7(), counter: 'task.state', bucket, day, amount })
      .execute(),
  );
}

function value(agencyId: string, bucketPrefix?: string): Promise<number> {
  return office.house.database.read(serverScope([agencyId]), (query) =>
    counterValue(query, agencyId, 'task.state', bucketPrefix),
  );
}

function sum(agencyId: string, today: string): Promise<number> {
  return office.house.database.write(serverScope([agencyId]), (query) => sumClosedDays(query, today));
}

function open(agencyId: string): Promise<unknown[]> {
  return office.house.database.read(serverScope([agencyId]), (query) =>
    query.selectFrom('counter_delta').select('day').where('agency_id', '=', agencyId).execute(),
  );
}

test('closed days are summed, the open day is not, and the value stays', async () => {
  const agencyId = uuid7();
  await add(agencyId, 'a:open', '2019-06-01', 2);
  await add(agencyId, 'a:open', '2019-06-01', 3);
  await add(agencyId, 'a:done', '2019-06-02', 1);
  await add(agencyId, 'b:open', '2019-06-03', 1);
  expect(await value(agencyId)).toBe(7);
  expect(await sum(agencyId, '2019-06-03')).toBe(2);
  expect(await open(agencyId)).toEqual([{ day: '2019-06-03' }]);
  expect(await value(agencyId)).toBe(7);
  expect(await value(agencyId, 'a:')).toBe(6);
  expect(await value(agencyId, 'a:open')).toBe(5);
  expect(await value(uuid7())).toBe(0);
});

test('a delta that comes late for a closed day is added to its sum', async () => {
  const agencyId = uuid7();
  await add(agencyId, 'x', '2019-06-01', 4);
  await sum(agencyId, '2019-06-02');
  await add(agencyId, 'x', '2019-06-01', -1);
  expect(await sum(agencyId, '2019-06-02')).toBe(1);
  expect(await open(agencyId)).toEqual([]);
  expect(await value(agencyId)).toBe(3);
});

test('writers, two summing servers and readers at once: each delta counts once at every moment', async () => {
  const agencyId = uuid7();
  let done = 0;
  let writing = true;
  const sums = [1, 2].map(async () => {
    while (writing) await sum(agencyId, '2019-06-02');
  });
  const reader = (async () => {
    while (writing) {
      const least = done;
      const seen = await value(agencyId);
      expect(seen).toBeGreaterThanOrEqual(least);
      expect(seen).toBeLessThanOrEqual(100);
    }
  })();
  await Promise.all(
    ['x', 'y'].map(async (bucket) => {
      for (let count = 0; count < 50; count += 1) {
        await add(agencyId, bucket, '2019-06-01', 1);
        done += 1;
      }
    }),
  );
  writing = false;
  await Promise.all([...sums, reader]);
  expect(await value(agencyId)).toBe(100);
  await sum(agencyId, '2019-06-02');
  expect(await open(agencyId)).toEqual([]);
  expect(await value(agencyId)).toBe(100);
});
