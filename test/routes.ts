import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { jobsOf } from '../src/house.ts';
import { writeXlsx } from '../src/platform/sheet/index.ts';
import { demoPerson } from './demo-office.ts';
import type { Office, Somebody } from './office.ts';

const FIXTURES = new URL('../src/platform/extract/fixtures/', import.meta.url);
const CLERK = 'chuyenvien.vp';
const ADMINISTRATOR = 'quantri';

/** What the demo's opening day does not show: plans in every state, lists to import, slips to print. */
export interface Backdrop {
  imports: Readonly<Record<string, string[]>>;
  batches: string[];
}

/** Adds to a demo what its pages must be able to show beside it. */
export async function addBackdrop(office: Office): Promise<Backdrop> {
  const clerk = await demoPerson(office, CLERK);
  const small = await readFile(new URL('small-plan.docx', FIXTURES));
  const draft = await uploadPlan(office, clerk, new File([small], 'Dự thảo kế hoạch.docx'));
  await addComment(office, clerk, draft);
  await uploadPlan(office, clerk, new File([small], 'Gửi lại dự thảo.docx'));
  await uploadPlan(office, clerk, new File(['PK\u0003\u0004 không đọc được'], 'Tệp hỏng.docx'));
  const waiting = await clerk.send('/plans/new', '/plans', { file: new File([small], 'Chờ đọc.docx') });
  placeOf(waiting);

  const administrator = await demoPerson(office, ADMINISTRATOR);
  return {
    imports: {
      '/units/import': await uploadLists(
        administrator,
        '/units/import',
        ['Mã', 'Tên phòng'],
        ['PX', 'Phòng Mới'],
      ),
      '/agencies/import': await uploadLists(
        administrator,
        '/agencies/import',
        ['Mã', 'Tên'],
        ['T9', 'Trường số 9'],
      ),
      '/people/import': await uploadLists(
        administrator,
        '/people/import',
        ['Họ tên', 'Vai trò'],
        ['Người A', 'x'],
      ),
    },
    batches: [await invite(office, administrator)],
  };
}

/** Sends a plan and has it read. @returns its id */
async function uploadPlan(office: Office, clerk: Somebody, file: File): Promise<string> {
  const [, , plan = ''] = placeOf(await clerk.send('/plans/new', '/plans', { file })).split('/');
  const never = new AbortController().signal;
  for (const job of jobsOf(office.house.slices)) await job.run(office.house, never);
  return plan;
}

async function addComment(office: Office, clerk: Somebody, plan: string): Promise<void> {
  const at = `/plans/${plan}/circulation`;
  placeOf(await clerk.send(at, at, { until: '10/6/2019' }));
  const head = await demoPerson(office, 'truongphong.tccb');
  placeOf(await head.send(at, `/plans/${plan}/comments`, { text: 'Đề nghị lùi thời hạn sang quý sau.' }));
}

/** A list that can be read, and a file that is no such list. @returns ids of the files kept */
async function uploadLists(who: Somebody, at: string, heading: string[], row: string[]): Promise<string[]> {
  const columns = heading.map((title) => ({ title, type: 'text' as const }));
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name: 'Danh sách', columns, rows: ReadableStream.from([[row]]) }]))
    parts.push(part);
  const files = [
    new File([Buffer.concat(parts)], 'Danh sách.xlsx'),
    new File(['gì;đó\n1;2\n'], 'Tệp khác.csv'),
  ];
  const places: string[] = [];
  for (const file of files) places.push(placeOf(await who.send(at, '/imports', { file })));
  return places.map((place) => place.split('/').at(-1) ?? '');
}

/** Makes a new code for a person. @returns the batch whose slips show it */
async function invite(office: Office, administrator: Somebody): Promise<string> {
  const [person] = await rows(office, `SELECT person_id FROM account WHERE login = '${CLERK}'`);
  const sent = await administrator.send(`/people/${person?.person_id}`, '/invitations', {});
  return placeOf(sent).split('/')[2] ?? '';
}

function placeOf(response: Response): string {
  const location = response.headers.get('location');
  if (response.status !== 303 || location === null) throw new Error(`refused with ${response.status}`);
  return new URL(location, 'http://localhost').pathname;
}

async function rows(office: Office, query: string): Promise<Record<string, string>[]> {
  const client = new pg.Client(office.owner);
  await client.connect();
  const found = await client.query<Record<string, string>>(query);
  await client.end();
  return found.rows;
}

/** Examples for the parameters of a route, by the route or by the names of its parameters: one of each kind of thing. */
const EXAMPLES: Record<string, string | ((backdrop: Backdrop) => Record<string, string>[])> = {
  plan: 'SELECT DISTINCT ON (state, reading IS NULL) id AS plan FROM plan ORDER BY state, reading IS NULL, id',
  'plan item': `SELECT DISTINCT ON (plan.state, kind) plan_id AS plan, key AS item FROM plan_item
    JOIN plan ON plan.id = plan_id ORDER BY plan.state, kind, position`,
  'plan remark': `SELECT id AS plan, remark FROM plan, (VALUES ('0'), ('1')) remarks (remark) WHERE reading IS NOT NULL`,
  'plan comment': `SELECT DISTINCT ON (plan.state) plan_id AS plan, number::text AS comment FROM plan_comment
    JOIN plan ON plan.id = plan_id ORDER BY plan.state, number`,
  'plan version': `SELECT id AS plan, '1' AS version FROM plan WHERE state = 'issued'`,
  task: `SELECT DISTINCT ON (state, requirement IS NULL) id AS task FROM task ORDER BY state, requirement IS NULL, no`,
  'task milestone': `SELECT DISTINCT ON (state) task_id AS task, no::text AS milestone FROM milestone
    ORDER BY state, task_id, no`,
  'task evidence revision': `SELECT task_id AS task, evidence_id AS evidence, no::text AS revision
    FROM evidence_revision JOIN milestone USING (evidence_id) WHERE file_id IS NOT NULL LIMIT 1`,
  person: `SELECT id AS person FROM (SELECT person.id, row_number() OVER (PARTITION BY agency.kind, post.role
    ORDER BY person.id) AS nth FROM person JOIN agency ON agency.id = person.agency_id JOIN post ON post.person_id =
    person.id) numbered WHERE nth = 1`,
  unit: 'SELECT DISTINCT ON (kind) id AS unit FROM unit ORDER BY kind, position',
  agency: 'SELECT DISTINCT ON (kind) id AS agency FROM agency ORDER BY kind, position',
  batch: ({ batches }) => batches.map((batch) => ({ batch })),
};

/** An address of a route, with its parameters filled in. */
export interface Example {
  route: string;
  address: string;
}

/**
 * The addresses that stand for all that the house answers GET to: every route of the application, each with examples
 * of its parameters. A route whose parameters nobody knows to fill in fails.
 */
export async function examplesOf(office: Office, backdrop: Backdrop): Promise<Example[]> {
  const routes = office.app.routes.filter(({ method, path }) => method === 'GET' && path !== '/assets/:name');
  const examples: Example[] = [];
  for (const route of new Set(routes.map(({ path }) => path)))
    for (const values of await valuesFor(office, backdrop, route)) {
      const address = route.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(values[name] ?? ''),
      );
      examples.push({ route, address });
    }
  return examples;
}

async function valuesFor(
  office: Office,
  backdrop: Backdrop,
  route: string,
): Promise<Record<string, string>[]> {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  if (names.length === 0) return [{}];
  const files = backdrop.imports[route.replace(/\/:file$/, '')];
  if (files !== undefined) return files.map((file) => ({ file }));
  if (route === '/measures/:measure')
    return office.house.slices.flatMap(({ measures }) => measures ?? []).map(({ id }) => ({ measure: id }));
  const example = EXAMPLES[names.join(' ')];
  const found = typeof example === 'string' ? await rows(office, example) : (example?.(backdrop) ?? []);
  if (found.length === 0) throw new Error(`no example for ${route}: say in test/routes.ts where to find one`);
  return found;
}
