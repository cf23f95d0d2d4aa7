import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStaffedOffice, Somebody, type StaffedOffice } from '../../test/office.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { findParty, partiesOf } from './queries.ts';
import { searchParties } from './search-parties.ts';

let office: StaffedOffice;
let desk: Somebody;

beforeAll(async () => {
  office = await openStaffedOffice('2019-06-03T08:00');
  desk = new Somebody(office);
  await desk.become(office, 'one_stop_officer');
});
afterAll(() => office?.close());

const person = { kind: 'individual', name: 'Người nộp Đặng Thử' };
const school = { kind: 'organisation', name: 'Trường Trung học phổ thông Số Một' };

/** Keeps a party through the API. @returns id and version, or what was refused */
async function keep(party: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const response = await desk.api('/parties', { party, ...more });
  const body = await response.json();
  return {
    status: response.status,
    ...(body as { id?: string; seq?: number; type?: string; errors?: unknown }),
  };
}

const reading = <T>(run: Parameters<typeof office.house.database.read<T>>[1], agencies = [office.agencyId]) =>
  office.house.database.read(serverScope(agencies), run);

const find = async (typed: string) =>
  (await reading((query) => searchParties(query, [office.agencyId], typed))).map((hit) =>
    'party' in hit ? hit.party.facts?.name : hit.agency.name,
  );

async function asOwner(statement: string, values: unknown[] = []) {
  const client = new pg.Client(office.owner);
  await client.connect();
  const { rows } = await client.query(statement, values);
  await client.end();
  return rows;
}

describe('keeping a party', () => {
  test('makes it once, found again by its number, with a new version where facts are new', async () => {
    const first = await keep({ ...person, identityNumber: '001 080 000 012', telephone: '+84 912.345.678' });
    expect(first).toMatchObject({ seq: 1 });
    const again = await keep({ ...person, name: ' NGƯỜI  NỘP đặng thử ', identityNumber: '001080000012' });
    expect(again).toMatchObject({ id: first.id, seq: 1 });
    const moved = await keep({ ...person, identityNumber: '001080000012', address: 'Số 1, phố Thử' });
    expect(moved).toMatchObject({ id: first.id, seq: 2 });
    const kept = await reading((query) => findParty(query, office.agencyId, first.id ?? ''));
    expect(kept?.facts).toMatchObject({
      name: person.name,
      identityNumber: '001080000012',
      telephone: '0912345678',
      address: 'Số 1, phố Thử',
    });
    const [old] = await reading((query) =>
      partiesOf(query, office.agencyId, [{ partyId: first.id ?? '', version: 1 }]),
    );
    expect(old?.facts?.address).toBeNull();
    expect(old?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(old?.digest).not.toBe(kept?.digest);
  });
});

describe('searching', () => {
  test('finds by letters without accents, numbers and decisions', async () => {
    await keep({
      ...school,
      taxCode: '0100109106',
      decisionNumber: '1234/QĐ-UBND',
      telephone: '024 3825 1234',
    });
    for (const typed of ['truong trung hoc', 'so mot truong', '0100109', '1234/qd', '02438251234'])
      expect(await find(typed), typed).toEqual([school.name]);
    expect(await find('nguoi nop')).toEqual([person.name]);
    expect(await find('dang thu')).toEqual([person.name]);
    expect(await find('091234')).toEqual([person.name]);
    expect(await find('001080')).toEqual([person.name]);
    expect(await find('')).toEqual([]);
    expect(await find("thu' | '%_")).toEqual([person.name]);
    expect(await asOwner('SELECT count(*)::int AS n FROM party')).toEqual([{ n: 2 }]);
  });
});
