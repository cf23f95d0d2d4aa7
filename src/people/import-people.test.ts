import { describe, expect, test } from 'vitest';
import type { TypedRow } from '../platform/import/index.ts';
import { checkPeople, type KnownPeople, type PersonKey } from './import-people.ts';

const known: KnownPeople = {
  ownAgency: 'so',
  agencies: new Map([
    ['sgddt', 'so'],
    ['truong mot', 't1'],
  ]),
  units: new Map([
    ['so khtc', 'u1'],
    ['so phong ke hoach - tai chinh', 'u1'],
  ]),
  people: [
    {
      agency_id: 'so',
      name_fold: 'tran thi co',
      position: 'Văn thư',
      email: 'co@so.vn',
      login: 'cott',
    },
  ],
  logins: new Set(['cott', 'annv']),
};

const rows = (...given: Partial<Record<PersonKey, string>>[]): TypedRow<PersonKey>[] =>
  given.map((cells, at) => ({
    line: at + 2,
    cells: {
      name: '',
      position: '',
      unit: '',
      role: '',
      email: '',
      telephone: '',
      login: '',
      agency: '',
      ...cells,
    },
  }));
const codes = (...given: Partial<Record<PersonKey, string>>[]) =>
  checkPeople(rows(...given), known).map((row) => row.refusals.map((one) => `${one.field} ${one.code}`));

describe('a row of a list of people', () => {
  test('is taken with a login that is free, a role and a position', () => {
    const [an, binh] = checkPeople(
      rows({ name: 'Nguyễn Văn An', unit: 'khtc' }, { name: 'Nguyễn Văn Ân', agency: 'Trường Một' }),
      known,
    );
    expect(an).toMatchObject({
      state: 'new',
      person: { login: 'annv2', role: 'officer', position: 'Chuyên viên', unitId: 'u1', agencyId: 'so' },
    });
    expect(binh).toMatchObject({
      state: 'new',
      person: { login: 'annv3', role: 'agency_clerk', unitId: null, agencyId: 't1' },
    });
  });

  test('never gets by proposal what another row has typed', () => {
    const checked = checkPeople(rows({ name: 'Lê Văn Cả' }, { name: 'Ai đó', login: 'CaLV' }), known);
    expect(checked.map((row) => row.person.login)).toEqual(['calv2', 'calv']);
  });

  test('is left alone where the person is there already', () => {
    const checked = checkPeople(
      rows(
        { name: 'Trần Thị Cò', position: 'văn thư' },
        { name: 'Trần Thị Cò', login: 'COTT', position: 'khác' },
        { name: 'Trần Thị Cò', email: 'Co@so.vn', position: 'khác nữa' },
      ),
      known,
    );
    expect(checked.map((row) => row.state)).toEqual(['known', 'known', 'known']);
  });

  test.each<[string, Partial<Record<PersonKey, string>>, string[]]>([
    ['no name', { position: 'x' }, ['name invalid:required']],
    ['a bad address', { name: 'A', email: 'a@b' }, ['email invalid:email']],
    ['an unknown unit', { name: 'A', unit: 'Phòng Lạ' }, ['unit invalid:unit-unknown']],
    ['an unknown agency', { name: 'A', agency: 'Lạ', unit: 'KHTC' }, ['agency invalid:agency-unknown']],
    ['an unknown role', { name: 'A', role: 'vua' }, ['role invalid:role-unknown']],
    ['a head without unit', { name: 'A', role: 'Trưởng phòng' }, ['unit invalid:role-needs-unit']],
    ['a taken login', { name: 'A', login: 'cott' }, ['login conflict:login']],
    ['a login with accents', { name: 'A', login: 'cò' }, ['login invalid:login-form']],
    ['a taken address', { name: 'A', email: 'co@so.vn' }, ['email conflict:email']],
    [
      'a unit of another agency',
      { name: 'A', agency: 'Trường Một', unit: 'KHTC' },
      ['unit invalid:unit-unknown'],
    ],
    ['too long a name', { name: 'A'.repeat(121) }, ['name invalid:too-long']],
  ])('is refused for %s, at its column', (_, cells, wanted) => {
    expect(codes(cells)).toEqual([wanted]);
  });

  test('is refused where an earlier row says the same, with its line', () => {
    const checked = checkPeople(
      rows(
        { name: 'Một Người', email: 'm@so.vn' },
        { name: 'Hai Người', email: 'M@so.vn' },
        { name: 'Ba Người', login: 'ba' },
        { name: 'Bốn Người', login: 'BA' },
        { name: 'Năm Người', position: 'Văn thư' },
        { name: 'Năm  Người'.normalize('NFD'), position: 'văn thư' },
      ),
      known,
    );
    expect(checked.map((row) => row.state)).toEqual(['new', 'wrong', 'new', 'wrong', 'new', 'wrong']);
    expect(checked[5]?.refusals[0]).toMatchObject({ params: { line: 6 }, field: 'name' });
  });
});
