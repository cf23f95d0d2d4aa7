import type { Reader } from '../platform/database/database.ts';
import type { CheckedRow, ImportColumn, TypedRow } from '../platform/import/index.ts';
import type { Role } from '../platform/policy/policy.ts';
import { type Refusal, type RefusalCode, refuse } from '../platform/refusal.ts';
import { platformWords } from '../platform/words.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { HELD_ROLES, UNIT_ROLES } from './actions/common.ts';
import { EMAIL, LOGIN, proposeLogin } from './domain/login.ts';
import { takenLogins } from './queries.ts';

export type PersonKey = 'name' | 'position' | 'unit' | 'role' | 'email' | 'telephone' | 'login' | 'agency';

export const PERSON_COLUMNS: readonly ImportColumn<PersonKey>[] = [
  { key: 'name', headings: ['Họ và tên', 'Họ tên', 'Tên'], required: true },
  { key: 'position', headings: ['Chức vụ', 'Chức danh'] },
  { key: 'unit', headings: ['Phòng, bộ phận', 'Phòng', 'Bộ phận', 'Mã phòng'] },
  { key: 'role', headings: ['Vai trò', 'Quyền'] },
  { key: 'email', headings: ['Thư điện tử', 'Email', 'E-mail'] },
  { key: 'telephone', headings: ['Điện thoại', 'Số điện thoại', 'SĐT'] },
  { key: 'login', headings: ['Tên đăng nhập', 'Tài khoản'] },
  { key: 'agency', headings: ['Cơ quan', 'Đơn vị trực thuộc', 'Mã cơ quan', 'Đơn vị'] },
];

const LONGEST: Record<PersonKey, number> = {
  name: 120,
  position: 120,
  unit: 200,
  role: 60,
  email: 200,
  telephone: 40,
  login: 60,
  agency: 200,
};

/** Roles by the words that lists write for them: the title, the code, and what people say. */
const ROLE_WORDS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...HELD_ROLES.map((role) => [fold(platformWords.vi[`role.${role}`] ?? role), role] as const),
  ...HELD_ROLES.map((role) => [role, role] as const),
  ['quan tri', 'administrator'],
  ['pho phong', 'deputy_head'],
  ['pho truong phong', 'deputy_head'],
  ['chanh van phong', 'head'],
  ['pho chanh van phong', 'deputy_head'],
  ['mot cua', 'one_stop_officer'],
  ['dau moi cchc', 'reform_focal_officer'],
  ['thanh tra', 'inspector'],
]);

export interface CheckedPerson extends CheckedRow<PersonKey> {
  person: {
    agencyId: string;
    unitId: string | null;
    role: Role;
    name: string;
    position: string;
    email: string | null;
    telephone: string | null;
    login: string;
  };
}

/** What is there already, as far as a list of people is judged by it. */
export interface KnownPeople {
  ownAgency: string;
  /** Agencies by folded code and name. */
  agencies: ReadonlyMap<string, string>;
  /** Units by agency and folded code or name; see {@link unitKey}. */
  units: ReadonlyMap<string, string>;
  people: readonly {
    agency_id: string;
    name_fold: string;
    position: string;
    email: string | null;
    login: string | null;
  }[];
  logins: ReadonlySet<string>;
}

/** Reads what a list of people of these agencies is judged by. */
export async function knownPeople(
  query: Reader,
  [ownAgency, ...others]: readonly [string, ...string[]],
  today: CivilDate,
): Promise<KnownPeople> {
  const ids = [ownAgency, ...others];
  const agencies = await query
    .selectFrom('agency')
    .select(['id', 'code', 'name_fold'])
    .where('id', 'in', ids)
    .execute();
  const units = await query
    .selectFrom('unit')
    .select(['id', 'agency_id', 'code', 'name_fold'])
    .where('agency_id', 'in', ids)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .execute();
  const people = await query
    .selectFrom('person')
    .leftJoin('account', (join) =>
      join.onRef('account.agency_id', '=', 'person.agency_id').onRef('account.person_id', '=', 'person.id'),
    )
    .select(['person.agency_id', 'person.name_fold', 'person.position', 'person.email', 'account.login'])
    .where('person.agency_id', 'in', ids)
    .execute();
  return {
    ownAgency,
    agencies: new Map(
      agencies.flatMap(({ id, code, name_fold }) => [
        [name_fold, id],
        [fold(code), id],
      ]),
    ),
    units: new Map(
      units.flatMap(({ id, agency_id, code, name_fold }) => [
        [unitKey(agency_id, name_fold), id],
        [unitKey(agency_id, code), id],
      ]),
    ),
    people,
    logins: await takenLogins(query),
  };
}

function unitKey(agencyId: string, words: string): string {
  return `${agencyId} ${fold(words)}`;
}

/**
 * Judges each row of a list of people, against what is there and against the rows before it, and proposes logins. Who is
 * there already is left alone, so that a list can be mended and sent again.
 */
export function checkPeople(rows: readonly TypedRow<PersonKey>[], known: KnownPeople): CheckedPerson[] {
  const there = new Set(known.people.map((one) => personKey(one.agency_id, one.name_fold, one.position)));
  const byLogin = new Map(known.people.map((one) => [one.login, one.name_fold]));
  const byEmail = new Map(known.people.map((one) => [`${one.agency_id} ${one.email}`, one.name_fold]));
  const typedLogins = new Set(rows.map(({ cells }) => cells.login.toLowerCase()));
  const proposed = new Set<string>();
  const tried = new Map<string, number>();
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const { cells, line } = row;
    const refusals: Refusal[] = [];
    const wrong = (field: PersonKey, code: RefusalCode, params = {}) =>
      refusals.push(refuse(code, params, { field }));
    /** Notes where a value stands; a second time is refused. */
    const once = (field: PersonKey, value: string) => {
      const earlier = lines.get(`${field} ${value}`);
      if (earlier === undefined) lines.set(`${field} ${value}`, line);
      else wrong(field, 'conflict:import-twice', { line: earlier });
    };
    for (const [field, maximum] of Object.entries(LONGEST) as [PersonKey, number][])
      if (cells[field].length > maximum) wrong(field, 'invalid:too-long', { maximum });
    if (cells.name === '') wrong('name', 'invalid:required');
    const agencyId = cells.agency === '' ? known.ownAgency : known.agencies.get(fold(cells.agency));
    if (agencyId === undefined) wrong('agency', 'invalid:agency-unknown', { value: cells.agency });
    const unitId = cells.unit === '' ? null : known.units.get(unitKey(agencyId ?? '', cells.unit));
    if (unitId === undefined && agencyId !== undefined)
      wrong('unit', 'invalid:unit-unknown', { value: cells.unit });
    const role = roleOf(cells.role, agencyId === known.ownAgency);
    if (role === undefined) wrong('role', 'invalid:role-unknown', { value: cells.role });
    else if (UNIT_ROLES.includes(role) && cells.unit === '') wrong('unit', 'invalid:role-needs-unit');
    const position = cells.position || platformWords.vi[`role.${role}`] || '';
    const email = cells.email.toLowerCase();
    const login = cells.login.toLowerCase();
    const name = fold(cells.name);
    const isThere =
      there.has(personKey(agencyId ?? '', name, position)) ||
      (login !== '' && byLogin.get(login) === name) ||
      (email !== '' && byEmail.get(`${agencyId} ${email}`) === name);
    if (email !== '') {
      if (!EMAIL.test(email)) wrong('email', 'invalid:email');
      else if (!isThere && byEmail.has(`${agencyId} ${email}`))
        wrong('email', 'conflict:email', { name: '–' });
      once('email', `${agencyId} ${email}`);
    }
    if (login !== '') {
      if (!LOGIN.test(login)) wrong('login', 'invalid:login-form');
      else if (!isThere && known.logins.has(login)) wrong('login', 'conflict:login', { login });
      once('login', login);
    } else if (email === '') once('name', personKey(agencyId ?? '', name, `${position} ${unitId}`));
    const stored =
      login !== '' || isThere || refusals.length > 0
        ? login
        : proposeLogin(
            cells.name,
            (one) => known.logins.has(one) || typedLogins.has(one) || proposed.has(one),
            tried,
          );
    proposed.add(stored);
    return {
      ...row,
      refusals,
      state: refusals.length > 0 ? 'wrong' : isThere ? 'known' : 'new',
      stored: { login: stored, position, role: platformWords.vi[`role.${role}`] ?? cells.role },
      person: {
        agencyId: agencyId ?? '',
        unitId: unitId ?? null,
        role: role ?? 'officer',
        name: cells.name,
        position,
        email: email || null,
        telephone: cells.telephone || null,
        login: stored,
      },
    };
  });
}

function personKey(agencyId: string, nameFold: string, position: string): string {
  return `${agencyId} ${nameFold} ${fold(position)}`;
}

/** Where none is written, people of the own agency are officers, those of others the clerks of theirs. */
function roleOf(words: string, ownAgency: boolean): Role | undefined {
  if (words === '') return ownAgency ? 'officer' : 'agency_clerk';
  return ROLE_WORDS.get(fold(words));
}
