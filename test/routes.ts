import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { jobsOf } from '../src/house.ts';
import { tokenDigest } from '../src/people/access-tokens.ts';
import { writeXlsx } from '../src/platform/sheet/index.ts';
import { templateWith } from '../src/platform/word/testing.ts';
import { DECISION } from '../src/procedures/domain/announcement/announcement.fixture.ts';
import { wordDecision } from '../src/procedures/word-decision.fixture.ts';
import { cityPlan } from './city-plan.ts';
import { demoPerson } from './demo-office.ts';
import type { Office, Somebody } from './office.ts';

const FIXTURES = new URL('../src/platform/extract/fixtures/', import.meta.url);
const CLERK = 'chuyenvien.vp';
const ADMINISTRATOR = 'quantri';
const SECRETARY = 'canbo.thpt17';
/** The code of the procedure that is entered for these tests. */
const SKILLS = '2.900001.000.00.00.H26';

/** What the demo's opening day does not show: plans in every state, lists to import, slips to print. */
export interface Backdrop {
  imports: Readonly<Record<string, string[]>>;
  batches: string[];
}

/** Closes the first quarter of the handling report. */
async function closeQuarter(office: Office, clerk: Somebody): Promise<void> {
  const [account] = await rows(office, `SELECT agency_id AS agency FROM account WHERE login = '${CLERK}'`);
  const action = `/agencies/${account?.agency}/handling-reports`;
  placeOf(await clerk.send('/handling-report?from=2019-01-01&to=2019-03-31', action, {}));
}

/** A template of the office's own, in which a block is misspelt. */
async function uploadTemplate(clerk: Somebody): Promise<void> {
  const shipped = await (await clerk.get('/templates/nd30-2020/shipped/file')).arrayBuffer();
  const file = new File([templateWith(new Uint8Array(shipped), '{người ký}', '{họ tên}')], 'Mẫu của Sở.docx');
  placeOf(await clerk.send('/templates', '/templates/nd30-2020/uploads', { file }));
}

/** Adds to a demo what its pages must be able to show beside it. */
export async function addBackdrop(office: Office): Promise<Backdrop> {
  const administrator = await demoPerson(office, ADMINISTRATOR);
  await addLetter(office);
  const clerk = await demoPerson(office, CLERK);
  const small = await readFile(new URL('small-plan.docx', FIXTURES));
  const draft = await uploadPlan(office, clerk, new File([small], 'Dự thảo kế hoạch.docx'));
  await addComment(office, clerk, draft);
  await uploadPlan(office, clerk, new File([small], 'Gửi lại dự thảo.docx'));
  await uploadPlan(office, clerk, new File(['PK\u0003\u0004 không đọc được'], 'Tệp hỏng.docx'));
  const waiting = await clerk.send('/plans/new', '/plans', { file: new File([small], 'Chờ đọc.docx') });
  placeOf(waiting);
  await adoptParent(office, clerk);
  await addSubplan(office, clerk);

  await uploadTemplate(clerk);
  await enterNotices(office, clerk);
  await enterProcedure(clerk);
  await addParties(clerk, administrator);
  await takeDossiersIn(office);
  await enterProcesses(office, clerk);
  await closeQuarter(office, clerk);
  await uploadAnnouncements(clerk);

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
      '/internal-processes/import': await uploadProcesses(clerk),
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

/** An individual, two entries of one school of which one is merged, and one that was erased. */
async function addParties(clerk: Somebody, administrator: Somebody): Promise<void> {
  const person = {
    kind: 'individual',
    name: 'Người nộp thử',
    identityNumber: '001080000012',
    telephone: '0912345678',
  };
  const school = { kind: 'organisation', name: 'Trường Mầm non thử', decisionNumber: '12/QĐ-UBND' };
  const ids: string[] = [];
  for (const party of [person, school, school, school, { kind: 'individual', name: 'Người xin xoá' }]) {
    const kept = await clerk.api('/parties', { party });
    ids.push(((await kept.json()) as { id: string }).id);
  }
  const [, first, second, , erased] = ids;
  await clerk.api(`/parties/${second}/merger`, { into: first });
  const erasure = { reason: 'Theo yêu cầu', legalBasis: 'Quy định thử', sure: true };
  await administrator.api(`/parties/${erased}/erasure`, erasure);
}

/** The secret of an address at which somebody's calendar is read. */
async function calendarOf(office: Office, login: string): Promise<string> {
  const token = 'mc_calendar-of-the-tests';
  const digest = tokenDigest(token).toString('hex');
  await rows(
    office,
    `INSERT INTO access_token (id, account_id, kind, name, digest, acts, made_at)
     SELECT gen_random_uuid(), id, 'calendar', 'Lịch', '\\x${digest}', false, '2019-06-03T08:00+07' FROM account
     WHERE login = '${login}' ON CONFLICT DO NOTHING`,
  );
  return token;
}

/** A letter of the Department's that could not be sent: in the demo nobody has an address. */
async function addLetter(office: Office): Promise<void> {
  await rows(
    office,
    `INSERT INTO mail (agency_id, id, person_id, state, tries, next_try_at, made_at, ended_at, failure)
     SELECT agency_id, gen_random_uuid(), person_id, 'given_up', 0, sent_at, sent_at, sent_at, 'no-server'
     FROM reminder WHERE agency_id = (SELECT agency_id FROM account WHERE login = '${CLERK}') LIMIT 1`,
  );
}

/** Sends a plan and has it read. @returns its id */
async function uploadPlan(office: Office, clerk: Somebody, file: File): Promise<string> {
  const [, , plan = ''] = placeOf(await clerk.send('/plans/new', '/plans', { file })).split('/');
  const never = new AbortController().signal;
  for (const job of jobsOf(office.house.slices)) await job.run(office.house, never);
  return plan;
}

/** A plan of the city, which the demo's own carries out: one item is given, one is not, the others wait. */
async function adoptParent(office: Office, clerk: Somebody): Promise<void> {
  const city = await uploadPlan(office, clerk, new File([cityPlan()], 'Kế hoạch Thành phố.md'));
  const [own] = await rows(office, "SELECT id FROM plan WHERE state = 'issued'");
  placeOf(await clerk.send(`/plans/${city}/adoption`, `/plans/${city}/adoption`, { plans: own?.id ?? '' }));
  for (const [item, given] of [
    ['task:0', 'lead'],
    ['task:2', 'not_ours'],
  ] as const) {
    const at = `/plans/${city}/parent-items/${item}`;
    const action = `/plans/${city}/parent-items/${encodeURIComponent(item)}/mapping`;
    placeOf(await clerk.send(at, action, { given, reason: 'Sở Tư pháp', to: `${own?.id}/task:0` }));
  }
}

/** A school's plan and register under way: chased, kept as a draft with its file. */
async function addSubplan(office: Office, clerk: Somebody): Promise<void> {
  const [owed] = await rows(
    office,
    `SELECT plan_id AS plan, key AS recipient, recipient_agency AS agency FROM plan_recipient
     JOIN account ON account.agency_id = recipient_agency WHERE login = '${SECRETARY}'`,
  );
  const at = `/plans/${owed?.plan}`;
  const recipient = encodeURIComponent(owed?.recipient ?? '');
  placeOf(await clerk.send(`${at}/subplan-chase?recipient=${recipient}`, `${at}/subplan-chases`, {}));
  const secretary = await demoPerson(office, SECRETARY);
  const subplan = `${at}/subplans/${recipient}/own`;
  const file = new File(['%PDF-1.4'], 'Kế hoạch CCHC.pdf');
  placeOf(await secretary.send(subplan, `${subplan}/text`, { officer: 'Văn thư', file }));
  const register = `/leadership/${owed?.agency}`;
  const entry = { leader: 'Hiệu trưởng', number: '5/QĐ-THPT', issueDate: '2/1/2019', from: '2/1/2019', file };
  placeOf(await secretary.send(register, `${register}/entries`, entry));
}

/** A procedure that is announced, its next version prepared. */
async function enterProcedure(clerk: Somebody): Promise<void> {
  const fields = { name: 'Xác nhận hoạt động giáo dục kỹ năng sống', field: 'Giáo dục', tier: 'department' };
  const entered = {
    ...fields,
    code: SKILLS,
    'components.0.name': 'Đơn đề nghị',
    'limits.0.amount': '5',
    'fees.0.name': 'Lệ phí',
    'fees.0.amount': '10000',
    conditions: 'Có cơ sở vật chất đáp ứng.',
    legalBases: 'Thông tư 04/2014/TT-BGDĐT',
  };
  const at = placeOf(await clerk.send('/procedures/new', '/procedures', entered));
  const decision = { number: '1234/QĐ-UBND', date: '3/1/2019', validFrom: '3/1/2019' };
  placeOf(await clerk.send(at, `${at}/announcements`, decision));
  placeOf(await clerk.send(`${at}/draft`, '/procedures', { 'limits.0.amount': '4' }));
  const judged = {
    level: '3',
    result: 'unsuitable',
    reason: 'Phải nộp bản chính',
    assessedBy: 'Tổ công tác',
  };
  placeOf(await clerk.send(at, `${at}/suitability`, { ...judged, assessedOn: '2/1/2019' }));
  placeOf(await clerk.send('/procedures/new', '/procedures', { ...fields, name: 'Thủ tục đang chuẩn bị' }));
  const basis = { basis: '04/2014/TT-BGDĐT', change: 'amended', effectiveOn: '1/3/2019' };
  placeOf(await clerk.send('/basis-changes/new', '/basis-changes', basis));
}

/** Files that announce procedures: under review, in the catalogue, abandoned, unreadable, and national records. */
async function uploadAnnouncements(clerk: Somebody): Promise<void> {
  const send = async (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) =>
    placeOf(await clerk.send('/announcements/new', '/announcements', { file: new File(parts, name) }));
  await send('Quyết định 412.txt', DECISION);
  const announced = await send('Quyết định 413.docx', wordDecision());
  const by = { number: '413/QĐ-UBND', date: '28/5/2019', validFrom: '1/6/2019' };
  placeOf(await clerk.send(announced, `${announced}/announcement`, by));
  const abandoned = await send('Gửi lại 413.docx', wordDecision());
  placeOf(await clerk.send(abandoned, `${abandoned}/abandonment`, {}));
  await send('Quốc gia.json', JSON.stringify({ ma_thu_tuc: '1.900401', ten_thu_tuc: 'Đăng ký phòng đọc' }));
  await send('Thư mời.txt', 'Kính gửi: các trường.');
}

/** A notice that waits, and one that is in force. */
async function enterNotices(office: Office, clerk: Somebody): Promise<void> {
  const enter = (number: string, text: string) =>
    clerk.send('/calendar/notices/new', '/calendar/notices', { number, announcedOn: '3/6/2019', text });
  const deputy = await demoPerson(office, 'phogiamdoc.cchc');
  const swap = placeOf(await enter('12/TB-VP', 'Hoán đổi ngày làm việc từ 10/12/2027 sang 18/12/2027'));
  placeOf(await deputy.send(swap, `${swap}/approval`, {}));
  placeOf(await enter('13/TB-VP', 'Nghỉ thử nghiệm ngày 22/12/2027'));
}

/** Dossiers of that procedure: with a scan and handed over, only submitted, refused. */
async function takeDossiersIn(office: Office): Promise<void> {
  const [procedure] = await rows(office, `SELECT id FROM procedure WHERE code = '${SKILLS}'`);
  const officer = await demoPerson(office, 'motcua1');
  const intake = `/intake?procedure=${procedure?.id ?? ''}`;
  const owner = {
    'owner.kind': 'organisation',
    'owner.name': 'Trung tâm thử',
    'owner.telephone': '0912000111',
  };
  const scan = new File(['%PDF-1.4\n%%EOF'], 'Đơn đề nghị.pdf');
  const brought = { ...owner, 'components.0.there': 'on', 'components.0.file': scan };
  const taken = placeOf(await officer.send(intake, '/dossiers', { ...brought, accept: 'on', alike: 'on' }));
  const [division] = await rows(office, "SELECT id FROM unit WHERE kind = 'division' ORDER BY position");
  placeOf(await officer.send(taken, `${taken}/hand-over`, { toUnit: division?.id ?? '' }));
  placeOf(await officer.send(intake, '/dossiers', { ...owner, channel: 'post', alike: 'on' }));
  const refused = placeOf(await officer.send(intake, '/dossiers', { ...owner, alike: 'on' }));
  const grounds = { reason: 'Không thuộc thẩm quyền', basis: 'Nghị định 61/2018/NĐ-CP' };
  placeOf(await officer.send(refused, `${refused}/refusal`, grounds));
}

/** A process of that procedure in each state: the first replaced, the second published, the third a draft with faults. */
async function enterProcesses(office: Office, clerk: Somebody): Promise<void> {
  const [announced] = await rows(office, `SELECT id FROM procedure WHERE code = '${SKILLS}'`);
  const fields = { procedure: announced?.id ?? '', isoCode: 'QT-VP-05', version: '01' };
  const begun = placeOf(await clerk.send('/internal-processes/new', '/internal-processes', fields));
  const hours = [2, 2, 20, 4, 4, 2, 1].map((amount, at) => [`steps.${at}.amount`, String(amount)]);
  placeOf(await clerk.send(begun, begun, Object.fromEntries(hours)));
  const approval = { approver: 'Giám đốc Sở', approvedOn: '4/1/2019' };
  const first = begun.replace(/\/draft$/, '');
  placeOf(await clerk.send(first, `${first}/publication`, { ...approval, validFrom: '4/1/2019' }));
  const next = placeOf(await clerk.send(first, `${first}/replacement`, {})).replace(/\/draft$/, '');
  placeOf(await clerk.send(next, `${next}/publication`, { ...approval, validFrom: '7/1/2019' }));
  const draft = placeOf(await clerk.send(next, `${next}/replacement`, {}));
  placeOf(await clerk.send(draft, draft, { 'steps.2.amount': '60', 'steps.4.role': '', change: 'add:3' }));
}

/** A decision with a process, and a file without any. @returns ids of the files kept */
async function uploadProcesses(clerk: Somebody): Promise<string[]> {
  const table = [
    '(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 02/01/2019 của Chủ tịch Ủy ban nhân dân thành phố)',
    '1. Xác nhận hoạt động giáo dục kỹ năng sống',
    'TT\tNgười thực hiện\tNội dung công việc\tThời gian',
    'Bước 1\tBộ phận Một cửa\tTiếp nhận hồ sơ\t04 giờ làm việc',
    'Bước 2\tChuyên viên\tThẩm định\t0,5 ngày',
    'Tổng thời gian\t\t\t08 giờ làm việc',
  ].join('\n');
  const places: string[] = [];
  for (const file of [new File([table], 'Quyết định 77.txt'), new File(['Không có bảng'], 'Tệp khác.txt')])
    places.push(
      placeOf(await clerk.send('/internal-processes/import', '/internal-processes/uploads', { file })),
    );
  return places.map((place) => place.split('/').at(-1) ?? '');
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

type Finder = (backdrop: Backdrop, office: Office) => Promise<Record<string, string>[]>;

/** Examples for the parameters of a route, by the route or by the names of its parameters: one of each kind of thing. */
const EXAMPLES: Record<string, string | Finder> = {
  plan: 'SELECT DISTINCT ON (state, reading IS NULL) id AS plan FROM plan ORDER BY state, reading IS NULL, id',
  'plan item': `SELECT id AS plan, item FROM plan, (VALUES ('task:0'), ('target:0'), ('commitment:0'), ('duty:0'),
    ('reporting:0')) items (item) WHERE reading IS NOT NULL`,
  'plan target': `SELECT DISTINCT ON (plan_id) plan_id AS plan, key AS target FROM plan_item WHERE kind = 'target' ORDER BY plan_id, position`,
  'plan remark': remarksOf,
  'plan comment': `SELECT DISTINCT ON (plan.state) plan_id AS plan, plan_comment.number::text AS comment FROM plan_comment
    JOIN plan ON plan.id = plan_id ORDER BY plan.state, plan_comment.number`,
  'plan version': `SELECT id AS plan, '1' AS version FROM plan WHERE state = 'issued'`,
  task: `SELECT DISTINCT ON (state, requirement IS NULL) id AS task FROM task ORDER BY state, requirement IS NULL, no`,
  'task milestone': `SELECT DISTINCT ON (state) task_id AS task, no::text AS milestone FROM milestone
    ORDER BY state, task_id, no`,
  evidence: 'SELECT DISTINCT ON (kind) id AS evidence FROM evidence ORDER BY kind, id',
  'task evidence revision': `SELECT task_id AS task, evidence_id AS evidence, evidence_revision.no::text AS revision
    FROM evidence_revision JOIN milestone USING (evidence_id) WHERE file_id IS NOT NULL LIMIT 1`,
  'plan recipient kind': `SELECT DISTINCT ON (kind, state) plan_id AS plan, recipient, kind FROM (
    SELECT plan_id, recipient, kind, state FROM subplan UNION ALL
    SELECT plan_id, plan_recipient.key, 'own', 'unit' FROM plan_recipient JOIN unit ON unit.id = recipient_unit
      WHERE unit.kind = 'division') owed ORDER BY kind, state, plan_id, recipient`,
  report: 'SELECT DISTINCT ON (kind, state) id AS report FROM report ORDER BY kind, state, id',
  'plan period': `SELECT DISTINCT ON (period) plan_id AS plan, period FROM report ORDER BY period, plan_id`,
  'report concern': `SELECT DISTINCT ON (answered_at IS NULL) report_id AS report, number::text AS concern
    FROM report_concern WHERE raised_at IS NOT NULL ORDER BY answered_at IS NULL, report_id, number`,
  'agency no': `SELECT agency_id AS agency, '1' AS no FROM leadership WHERE file_id IS NOT NULL LIMIT 1`,
  person: `SELECT id AS person FROM (SELECT person.id, row_number() OVER (PARTITION BY agency.kind, post.role
    ORDER BY person.id) AS nth FROM person JOIN agency ON agency.id = person.agency_id JOIN post ON post.person_id =
    person.id) numbered WHERE nth = 1`,
  announcement:
    'SELECT DISTINCT ON (state, kind) id AS announcement FROM announcement ORDER BY state, kind, id',
  'announcement no': `SELECT DISTINCT ON (announcement.state, announcement_row.no) announcement_id AS announcement,
    announcement_row.no::text AS no FROM announcement_row JOIN announcement ON announcement.id = announcement_id
    ORDER BY announcement.state, announcement_row.no`,
  notice: 'SELECT DISTINCT ON (state) id AS notice FROM calendar_notice ORDER BY state, id',
  procedure: 'SELECT DISTINCT ON (state) id AS procedure FROM procedure ORDER BY state, id',
  'procedure no': `SELECT procedure_id AS procedure, no::text AS no FROM procedure_version WHERE announced
    ORDER BY no DESC LIMIT 1`,
  process: 'SELECT DISTINCT ON (state) id AS process FROM internal_process ORDER BY state, id',
  party: `SELECT DISTINCT ON (kind, merged_into IS NULL, erased_at IS NULL) id AS party FROM party
    ORDER BY kind, merged_into IS NULL, erased_at IS NULL, id`,
  unit: 'SELECT DISTINCT ON (kind) id AS unit FROM unit ORDER BY kind, position',
  agency: 'SELECT DISTINCT ON (kind) id AS agency FROM agency ORDER BY kind, position',
  address: async (_, office) => [{ address: `${await calendarOf(office, CLERK)}.ics` }],
  reminder: 'SELECT DISTINCT ON (kind) id AS reminder FROM reminder ORDER BY kind, id',
  'rules template': `SELECT 'tt01-2011' AS rules, 'shipped' AS template UNION ALL SELECT rules, id::text FROM template`,
  form: "SELECT * FROM (VALUES ('tt01-2018-01'), ('tt01-2018-06'), ('tt03-2025-05')) forms (form)",
  'form template': "SELECT 'tt01-2018-01' AS form, 'shipped' AS template",
  'from to': "SELECT '2019-01-01' AS from, '2019-03-31' AS to",
  'form from to': "SELECT 'ii-06a-2017' AS form, '2019-01-01' AS from, '2019-03-31' AS to",
  dossier: 'SELECT DISTINCT ON (status) id AS dossier FROM dossier ORDER BY status, id',
  'dossier form': `SELECT DISTINCT ON (kind) dossier_id AS dossier, kind AS form FROM form_issue
    WHERE dossier_id IS NOT NULL ORDER BY kind, dossier_id`,
  'dossier file': `SELECT stream AS dossier, file->>'id' AS file FROM event,
    jsonb_path_query(payload, '$.components[*].files[*]') file WHERE type = 'submitted' LIMIT 1`,
  'report no': 'SELECT id AS report, no::text AS no FROM handling_report',
  'report no form': 'SELECT id AS report, no::text AS no, form FROM handling_report',
  batch: async ({ batches }) => batches.map((batch) => ({ batch })),
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
export async function examplesOf(
  office: Office,
  backdrop: Backdrop,
  wanted: (route: string) => boolean = () => true,
): Promise<Example[]> {
  const routes = office.app.routes.filter(({ method, path }) => method === 'GET' && path !== '/assets/:name');
  const examples: Example[] = [];
  for (const route of new Set(routes.map(({ path }) => path).filter(wanted)))
    for (const values of await valuesFor(office, backdrop, route))
      examples.push({ route, address: filledIn(route, values) });
  return examples;
}

/** Remarks are named by what they are about, which stands in the links to them alone: two of each plan. */
async function remarksOf(_: Backdrop, office: Office): Promise<Record<string, string>[]> {
  const clerk = await demoPerson(office, CLERK);
  const found: Record<string, string>[] = [];
  for (const { plan = '' } of await rows(office, 'SELECT id AS plan FROM plan WHERE reading IS NOT NULL')) {
    const html = await (await clerk.get(`/plans/${plan}/review?show=remark`)).text();
    const keys = [...html.matchAll(/href="[^"]*\/remarks\/([^"?#/]+)/g)].map(([, key = '']) => key);
    for (const key of [...new Set(keys)].slice(0, 2)) found.push({ plan, remark: decodeURIComponent(key) });
  }
  return found;
}

/** One row of a list of the API, by what the list itself gives. */
async function rowsOf(office: Office, backdrop: Backdrop, route: string): Promise<Record<string, string>[]> {
  const list = route.replace(/\/:id$/, '');
  for (const login of [ADMINISTRATOR, CLERK]) {
    const reader = await demoPerson(office, login);
    for (const values of await valuesFor(office, backdrop, list)) {
      const response = await reader.get(filledIn(list, values));
      const { data = [] } = (await response.json()) as { data?: { id: string }[] };
      if (data[0] !== undefined) return [{ ...values, id: data[0].id }];
    }
  }
  throw new Error(`no row for ${route}: say in test/routes.ts where to find one`);
}

const filledIn = (route: string, values: Readonly<Record<string, string>>) =>
  route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

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
  if (route.startsWith('/api/') && names.at(-1) === 'id') return rowsOf(office, backdrop, route);
  const example = EXAMPLES[names.join(' ')];
  const found = typeof example === 'string' ? await rows(office, example) : await example?.(backdrop, office);
  if (found === undefined || found.length === 0)
    throw new Error(`no example for ${route}: say in test/routes.ts where to find one`);
  return found;
}

/** An address without what tells things of one kind apart. */
export const withoutNumbers = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '');

/**
 * Other views that a page links to: the same route with other queries. Each once for its route, whatever
 * number or id it names; sorted lists and further pages, which are made alike for all lists, once at all.
 */
export function viewsIn(html: string, { route, address }: Example, known: Set<string>): Example[] {
  const here = address.split('?')[0] ?? '';
  const found: Example[] = [];
  for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"#]*)/g)) {
    const [path = '', search = ''] = href.replaceAll('&amp;', '&').split('?');
    if ((path !== '' && path !== here) || search === '') continue;
    const query = new URLSearchParams(search);
    const names = [...query.keys()];
    const kind = names.some((name) => name === 'sort' || name === 'page')
      ? String(names)
      : `${route} ${withoutNumbers(String(query))}`;
    if (known.has(kind)) continue;
    known.add(kind);
    found.push({ route, address: `${here}?${query}` });
  }
  return found;
}
