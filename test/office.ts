import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { Database } from '../src/platform/database/database.ts';
import { APP_ROLE, migrate } from '../src/platform/database/migrate.ts';
import type { Connection } from '../src/platform/embedded/index.ts';
import { createDatabase, dropDatabase, templateDatabase } from '../src/platform/embedded/testing.ts';
import { buildApp } from '../src/platform/http/app.tsx';
import type { House } from '../src/platform/http/visit.ts';
import { makeHouse } from '../src/serve.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url).pathname;

/** A house of a test's own: a fresh database, an office clock at a known hour, a folder for its files. */
export interface Office {
  house: House;
  app: ReturnType<typeof buildApp>;
  /** As the owner, past all protection: to look at, or to damage, what the application wrote. */
  owner: Connection;
  /** As the application's role. */
  connection: Connection;
  close(): Promise<void>;
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
  const connection = { ...owner, user: APP_ROLE };
  const database = new Database({ ...connection, max: 6 });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'minhchung-office-'));
  const house = await makeHouse(database, { clock, dataDir });
  return {
    house,
    app: buildApp(house),
    owner,
    connection,
    close: async () => {
      await database.close();
      await dropDatabase(cluster, name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody at a browser: keeps the cookie, reads pages, sends forms as the page made them. */
export class Somebody {
  readonly #app: Office['app'];
  #cookie = '';

  constructor(office: Office) {
    this.#app = office.app;
  }

  async get(url: string): Promise<Response> {
    return this.#keep(
      await this.#app.fetch(new Request(`http://localhost${url}`, { headers: { cookie: this.#cookie } })),
    );
  }

  /** Sends fields as a form, with the hidden fields of the form at `action` on the page `from`. */
  async send(from: string, action: string, fields: Record<string, string | File>): Promise<Response> {
    const page = await (await this.get(from)).text();
    const form = page.split('<form').find((part) => part.includes(`action="${action}"`));
    if (form === undefined) throw new Error(`no form to ${action} on ${from}`);
    const data = new FormData();
    for (const match of form
      .split('</form')[0]
      ?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? [])
      data.set(match[1] ?? '', (match[2] ?? '').replaceAll('&amp;', '&'));
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return this.post(action, data);
  }

  async post(url: string, data: FormData): Promise<Response> {
    return this.#keep(
      await this.#app.fetch(
        new Request(`http://localhost${url}`, {
          method: 'POST',
          body: data,
          headers: { cookie: this.#cookie, origin: 'http://localhost', host: 'localhost' },
        }),
      ),
    );
  }

  async api(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.#app.fetch(
      new Request(`http://localhost/api/v1${url}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie: this.#cookie, 'content-type': 'application/json', ...headers },
      }),
    );
  }

  async signIn(login: string, password: string): Promise<void> {
    const response = await this.send('/sign-in', '/sign-in', { login, password });
    if (response.headers.get('location')?.includes('error')) throw new Error(`${login} could not sign in`);
  }

  #keep(response: Response): Response {
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('mc_session='));
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? '';
    return response;
  }
}
