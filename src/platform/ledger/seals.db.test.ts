import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Office, openEmptyOffice } from '../../../test/office.ts';
import type { Writer } from '../database/database.ts';
import { type Scope, serverScope } from '../policy/policy.ts';
import { uuid7 } from '../uuid.ts';
import { type Leaf, packLeaves, sealBatch, unpackLeaves } from './seals.ts';

let office: Office;
const agencyId = uuid7();
const scope: Scope = serverScope([agencyId]);

beforeAll(async () => {
  office = await openEmptyOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  while ((await seal()) > 0);
});

function seal(): Promise<number> {
  return office.house.database.write(scope, (query) => sealBatch(query, office.house.clock.real()));
}

async function audit(query: Writer): Promise<string> {
  const id = uuid7();
  const now = office.house.clock.real();
  await query
    .insertInto('audit_trail')
    .values({
      agency_id: agencyId,
      id,
      recorded_at: now,
      office_time: now,
      action: 'unit.save',
      outcome: 'done',
    })
    .execute();
  return id;
}

/** Ids of the rows in each seal, from a number on. */
async function sealedFrom(number: number): Promise<string[][]> {
  const rows = await office.house.database.read(scope, (query) =>
    query.selectFrom('seal').select('leaves').where('number', '>=', number).orderBy('number').execute(),
  );
  return rows.map((row) => (unpackLeaves(row.leaves) ?? []).map((leaf) => leaf.id));
}

async function nextNumber(): Promise<number> {
  const row = await office.house.database.read(scope, (query) =>
    query
      .selectFrom('seal')
      .select((eb) => eb.fn.max('number').as('last'))
      .executeTakeFirst(),
  );
  return (row?.last ?? 0) + 1;
}

test('a row that is committed after younger rows were sealed is sealed in a later batch, once', async () => {
  const from = await nextNumber();
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let written: (id: string) => void = () => undefined;
  const slowId = new Promise<string>((resolve) => {
    written = resolve;
  });
  const slow = office.house.database.write(scope, async (query) => {
    written(await audit(query));
    await held;
  });
  const older = await slowId;
  const younger = await office.house.database.write(scope, audit);
  expect(older < younger).toBe(true);
  expect(await seal()).toBe(1);
  go();
  await slow;
  expect(await seal()).toBe(1);
  expect(await seal()).toBe(0);
  expect(await sealedFrom(from)).toEqual([[younger], [older]]);
});

test('what is rolled back is sealed by nobody', async () => {
  const failed = office.house.database.write(scope, async (query) => {
    await audit(query);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await seal()).toBe(0);
});

test('writers and several sealing servers at once: every row is in one seal, and the chain has no gap', async () => {
  const from = await nextNumber();
  const ids: string[] = [];
  let writing = true;
  const sealers = [1, 2].map(async () => {
    while (writing) await seal();
  });
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let count = 0; count < 25; count += 1) ids.push(await office.house.database.write(scope, audit));
    }),
  );
  writing = false;
  await Promise.all(sealers);
  await seal();
  const sealed = await sealedFrom(from);
  expect(sealed.flat().sort()).toEqual(ids.sort());
  expect(await nextNumber()).toBe(from + sealed.length);
});

test('leaves are read as they were packed, and nothing else is', () => {
  const leaf: Leaf = { kind: 'event', agencyId, id: uuid7(), digest: Buffer.alloc(32, 7) };
  const packed = packLeaves([leaf, { ...leaf, kind: 'audit_trail' }]);
  expect(unpackLeaves(packed)).toEqual([leaf, { ...leaf, kind: 'audit_trail' }]);
  expect(unpackLeaves(packed.subarray(1))).toBeUndefined();
  expect(unpackLeaves(Buffer.alloc(65))).toBeUndefined();
});
