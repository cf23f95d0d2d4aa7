import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openSession } from '../src/people/sessions.ts';
import type { Draft } from '../src/plan/domain/draft.ts';
import { findPlanState } from '../src/plan/queries.ts';
import { loadDraft } from '../src/plan/readings.ts';
import { Database, type Reader } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import type { Connection } from '../src/platform/embedded/index.ts';
import { createDatabase, dropDatabase, templateDatabase } from '../src/platform/embedded/testing.ts';
import { buildApp } from '../src/platform/http/app.tsx';
import type { House } from '../src/platform/http/visit.ts';
import type { Language } from '../src/platform/i18n/language.ts';
import { type Role, serverScope } from '../src/platform/policy/policy.ts';
import { uuid7 } from '../src/platform/uuid.ts';
import type { CivilDate } from '../src/pure/calendar/civil-date.ts';
import { fold } from '../src/pure/vietnamese/index.ts';
import { makeHouse } from '../src/serve.ts';
import { formFields } from './forms.ts';

export const MIGRATIONS = new URL('../migrations/', import.meta.url).pathname;

/** A house of a test's own: a fresh database, an office clock at a known hour, a folder for its files. */
export interface Office {
  house: House;
  app: ReturnType<typeof buildApp>;
  /** As the owner, past all protection: to look at, or to damage, what the application wrote. */
  owner: Connection;
  /** As the application's role. */
  connection: Connection;
  /** Holds the files. */
  dataDir: string;
  close(): Promise<void>;
}

/** The units of a small department. */
const UNITS = [
  ['LD', 'Lãnh đạo Sở', 'leaders'],
  ['VP', 'Văn phòng', 'office'],
  ['TCCB', 'Phòng Tổ chức cán bộ', 'division'],
  ['KHTC', 'Phòng Kế hoạch - Tài chính', 'division'],
  ['GDTX', 'Phòng Giáo dục thường xuyên - chuyên nghiệp', 'division'],
  ['TTr', 'Thanh tra', 'division'],
  ['MC', 'Bộ phận Một cửa', 'desk'],
] as const;
type UnitCode = (typeof UNITS)[number][0];

const STAFF: readonly (readonly [Role, UnitCode | null])[] = [
  ['administrator', null],
  ['director', 'LD'],
  ['deputy_director', 'LD'],
  ['office_clerk', 'VP'],
  ['records_clerk', 'VP'],
  ['head', 'VP'],
  ['officer', 'VP'],
  ['one_stop_officer', 'MC'],
  ['inspector', 'TTr'],
  ...(['TCCB', 'KHTC', 'GDTX', 'TTr'] as const).flatMap((unit) => [
    ['head', unit] as const,
    ['officer', unit] as const,
  ]),
];

/** An office with units, and one person for each role and unit. */
export interface StaffedOffice extends Office {
  agencyId: string;
  units: Record<UnitCode, string>;
  /** Account and person of whoever holds a role, in a unit where one is named. */
  holder(role: Role, unit?: UnitCode): { accountId: string; personId: string };
  /** The draft of a plan as its drafters see it. */
  draft(plan: string): Promise<Draft>;
  /** Rows of a table, counted by its owner. */
  count(table: string): Promise<number>;
}

/** Opens an empty office. @param clock office time, "2019-06-03T08:00" */
export async function openEmptyOffice(clock = '2019-06-03T08:00'): Promise<Office> {
  const cluster = inject('cluster');
  const names = (await readdir(MIGRATIONS)).sort();
  const digest = createHash('sha256');
  for (const name of names) digest.update(await readFile(path.join(MIGRATIONS, name)));
  const template = `migrated_${digest.digest('hex').slice(0, 16)}`;
  await templateDatabase(cluster, template, async (connection) => {
    await migrate(connection, MIGRATIONS);
  });
  const name = `office_${randomUUID().replaceAll('-', '')}`;
  const owner = await createDatabase(cluster, name, template);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'minhchung-office-'));
  const office = await officeOn(owner, dataDir, clock);
  return {
    ...office,
    close: async () => {
      await office.close();
      await dropDatabase(cluster, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A house over a migrated database of any cluster. @param owner the connection of its owner */
export async function officeOn(owner: Connection, dataDir: string, clock: string): Promise<Office> {
  const connection = { ...owner, user: APP_ROLE };
  const database = new Database({ ...connection, max: 6 });
  const house = await makeHouse(database, { clock, dataDir });
  return { house, app: buildApp(house), owner, connection, dataDir, close: () => database.close() };
}

/** Opens an office that has been set up, with units, people and accounts. */
export async function openStaffedOffice(clock?: string): Promise<StaffedOffice> {
  return staffed(await openEmptyOffice(clock));
}

/** Sets an empty office up, with units, people and accounts. */
export async function staffed(office: Office): Promise<StaffedOffice> {
  const { house } = office;
  const agencyId = (await house.visitor()).agencyId;
  const units = {} as StaffedOffice['units'];
  const holders = new Map<string, { accountId: string; personId: string }>();
  const today = house.clock.today();
  await house.database.write(serverScope([agencyId]), async (query) => {
    await query
      .insertInto('agency')
      .values({
        id: agencyId,
        code: 'SGDDT',
        name: 'Sở Giáo dục và Đào tạo Hà Nội',
        name_fold: 'so giao duc va dao tao ha noi',
        short_name: 'Sở GD&ĐT',
        symbol: 'SGDĐT',
        place: 'Hà Nội',
        kind: 'department',
        tier: 'department',
        position: 0,
        valid_from: today,
        seq: 1,
      })
      .execute();
    for (const [position, [code, name, kind]] of UNITS.entries()) {
      units[code] = uuid7();
      const row = { agency_id: agencyId, id: units[code], code, name, name_fold: fold(name), kind, position };
      await query
        .insertInto('unit')
        .values({ ...row, valid_from: today, seq: 1 })
        .execute();
    }
    for (const [written, code] of [
      ['Văn phòng (CNTT)', 'VP'],
      ['Văn phòng Sở', 'VP'],
      ['Thanh tra Sở', 'TTr'],
    ] as const)
      await query
        .insertInto('unit_name')
        .values({ agency_id: agencyId, written, written_fold: fold(written), unit_id: units[code] })
        .execute();
    for (const [role, unit] of STAFF) {
      const holder = await addOfficial(query, {
        agencyId,
        name: `${house.lexicon.say(`role.${role}`)}${unit === null ? '' : ` ${unit}`}`,
        role,
        unitId: unit === null ? null : units[unit],
        login: `${role}.${unit ?? 'so'}`.toLowerCase(),
        from: today,
      });
      holders.set(`${role} ${unit}`, holder);
      if (!holders.has(role)) holders.set(role, holder);
    }
  });
  return {
    ...office,
    agencyId,
    units,
    holder: (role, unit) => {
      const found = holders.get(unit === undefined ? role : `${role} ${unit}`);
      if (found === undefined) throw new Error(`nobody is ${role} ${unit ?? ''}`);
      return found;
    },
    draft: async (plan) => {
      const found = await house.database.read(serverScope([agencyId]), (query) => findPlanState(query, plan));
      const loaded = found && (await loadDraft(house.files, found.state));
      if (loaded === undefined) throw new Error(`plan ${plan} has no draft`);
      return loaded.draft;
    },
    count: async (table) => {
      const client = new pg.Client(office.owner);
      await client.connect();
      const { rows } = await client.query<{ count: string }>(`SELECT count(*)::text AS count FROM ${table}`);
      await client.end();
      return Number(rows[0]?.count);
    },
  };
}

/** Somebody at a browser: keeps the cookie, reads pages, sends forms as the page made them. */
export class Somebody {
  readonly #app: Office['app'];
  readonly #cookies = new Map<string, string>();

  constructor(office: Office) {
    this.#app = office.app;
  }

  /** The session, as a request carries it; empty for who has not signed in. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(url: string): Promise<Response> {
    return this.#keep(
      await this.#app.fetch(new Request(`http://localhost${url}`, { headers: { cookie: this.cookie } })),
    );
  }

  /** Sends fields as a form, with what already stands in the form at `action` on the page `from`. */
  async send(from: string, action: string, fields: Record<string, string | File>): Promise<Response> {
    const data = formFields(await (await this.get(from)).text(), action);
    if (data === undefined) throw new Error(`no form to ${action} on ${from}`);
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    // A new password is typed twice.
    if (data.has('again') && fields.again === undefined) data.set('again', fields.password ?? '');
    return this.post(action, data);
  }

  async post(url: string, data: FormData): Promise<Response> {
    return this.#keep(
      await this.#app.fetch(
        new Request(`http://localhost${url}`, {
          method: 'POST',
          body: data,
          headers: { cookie: this.cookie, origin: 'http://localhost', host: 'localhost' },
        }),
      ),
    );
  }

  /** Chooses the language by the switch in the frame. */
  async read(language: Language, next = '/'): Promise<Response> {
    const data = new FormData();
    data.set('language', language);
    data.set('next', next);
    return this.post('/language', data);
  }

  async api(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#app.fetch(
      new Request(`http://localhost/api/v1${url}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie: this.cookie, 'content-type': 'application/json', ...headers },
      }),
    );
  }

  /** Sits down as whoever holds a role, with a session and no password. */
  async become(office: StaffedOffice, role: Role, unit?: UnitCode): Promise<void> {
    await this.sitDown(office, office.holder(role, unit).accountId);
  }

  /** Sits down under an account. */
  async sitDown(office: Office, accountId: string): Promise<void> {
    const token = await openSession(office.house.database, office.house.clock, accountId, {
      address: '',
      agent: null,
    });
    this.#cookies.set('mc_session', token);
  }

  async signIn(login: string, password: string): Promise<void> {
    const response = await this.send('/sign-in', '/sign-in', { login, password });
    if (response.headers.get('location')?.includes('error')) throw new Error(`${login} could not sign in`);
  }

  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/;\s*Max-Age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

/** Somebody with one post and an account without a password: sessions are opened for it. */
export async function addOfficial(
  query: Reader,
  official: {
    agencyId: string;
    name: string;
    role: Role;
    unitId: string | null;
    login: string;
    from: CivilDate;
  },
): Promise<{ accountId: string; personId: string }> {
  const { agencyId, name, role, unitId, login, from } = official;
  const [accountId, personId] = [uuid7(), uuid7()];
  const own = { agency_id: agencyId, id: personId, name, name_fold: fold(name), position: name };
  await query
    .insertInto('person')
    .values({ ...own, valid_from: from, seq: 1 })
    .execute();
  await query
    .insertInto('post')
    .values({
      agency_id: agencyId,
      id: uuid7(),
      person_id: personId,
      role,
      unit_id: unitId,
      valid_from: from,
    })
    .execute();
  await query
    .insertInto('account')
    .values({ id: accountId, agency_id: agencyId, person_id: personId, login, must_change_password: false })
    .execute();
  return { accountId, personId };
}
