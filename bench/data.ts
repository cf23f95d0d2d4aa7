/**
 * Fills a database for the benchmarks: agencies below one department, their units, people and plans, and tasks with
 * their ledgers as far as a half year has brought them. Seeded: the same numbers give the same rows. The pure
 * decisions and folds of the product make the rows; only the sending is done in bulk, and `minhchung verify` finds
 * nothing to say about them.
 */
import pg from 'pg';
import { hand } from '../src/evidence/domain/evidence.ts';
import { evidenceLedger } from '../src/evidence/ledger.ts';
import { hashPassword } from '../src/people/password.ts';
import type { DocumentFields, TaskFields } from '../src/plan/domain/draft.ts';
import type { IssuedItem } from '../src/plan/domain/plan.ts';
import { recordReading, upload } from '../src/plan/domain/plan-decisions.ts';
import { readPlan } from '../src/plan/domain/reader/index.ts';
import type { TaskState } from '../src/plan/domain/task.ts';
import * as decide from '../src/plan/domain/task-decisions.ts';
import { wantedDocumentTypes } from '../src/plan/domain/wanted-document.ts';
import { planLedger } from '../src/plan/ledger.ts';
import { plannedTasks } from '../src/plan/planned-tasks.ts';
import { taskLedger } from '../src/plan/task-ledger.ts';
import type { FileStore } from '../src/platform/files/store.ts';
import type { Author } from '../src/platform/ledger/store.ts';
import { fold } from '../src/pure/vietnamese/index.ts';
import { addAudit, addVersioned, Bulk, Seeded, Stream, WorkTime } from './bulk.ts';

export const PASSWORD = 'mật khẩu để đo tốc độ';
/** Office time of the server that is measured; all that is made here lies before it. */
export const CLOCK = '2019-06-03T08:00';

const TASKS_OF_A_PLAN = 100;
/** People in the department, and in each agency below it. */
const PEOPLE = { root: 120, below: 12 };

const UNITS = [
  ['LD', 'Lãnh đạo', 'leaders'],
  ['VP', 'Văn phòng', 'office'],
  ...Array.from(
    { length: 12 },
    (_, at) => [`P${at + 1}`, `Phòng chuyên môn số ${at + 1}`, 'division'] as const,
  ),
] as const;

const SUBJECTS = [
  'Rà soát',
  'Xây dựng',
  'Triển khai',
  'Kiểm tra',
  'Tổng hợp',
  'Công bố',
  'Tập huấn',
] as const;
const OBJECTS = [
  'quy trình giải quyết thủ tục hành chính thuộc thẩm quyền của đơn vị',
  'kế hoạch tuyên truyền cải cách hành chính năm 2019',
  'danh mục dịch vụ công trực tuyến mức độ 3, mức độ 4',
  'việc thực hiện cơ chế một cửa, một cửa liên thông',
  'báo cáo kết quả khảo sát sự hài lòng của tổ chức, cá nhân',
  'đề án vị trí việc làm của các đơn vị sự nghiệp công lập',
] as const;
const AREAS = ['Cải cách thể chế', 'Cải cách thủ tục hành chính', 'Hiện đại hóa hành chính'] as const;
const ENDS = ['2019-03-31', '2019-05-15', '2019-06-30', '2019-09-30', '2019-11-15', '2019-12-15'] as const;

export interface Filling {
  agencies: number;
  tasks: number;
  seed: number;
}

/** What a benchmark needs to know of what was made. */
export interface Filled {
  root: string;
  agencies: string[];
  /** A plan of the department, with a page full of tasks. */
  plan: string;
  /** Milestones of the department that evidence can be handed in for. */
  open: { task: string; milestone: number }[];
  /** Sign-in names: the director sees every agency, the head works on the department's tasks. */
  logins: { director: string; administrator: string; head: string };
}

interface Staff {
  agencyId: string;
  units: Map<string, string>;
  /** People by unit code. */
  people: Map<string, { personId: string; accountId: string }[]>;
}

class Filler {
  readonly bulk: Bulk;
  readonly random: Seeded;
  readonly time = new WorkTime('2019-01-02T01:00:00Z');
  readonly passwordHash: string;
  readonly filled: Filled = {
    root: '',
    agencies: [],
    plan: '',
    open: [],
    logins: { director: '', administrator: '', head: '' },
  };

  constructor(bulk: Bulk, seed: number, passwordHash: string) {
    this.bulk = bulk;
    this.random = new Seeded(seed);
    this.passwordHash = passwordHash;
  }

  agency(number: number, parent: string | null): string {
    const at = this.time.tick();
    const id = this.random.id(at);
    const name = parent === null ? 'Sở dùng để đo tốc độ' : `Trường dùng để đo tốc độ số ${number}`;
    const row = {
      id,
      code: parent === null ? 'SO' : `TR${number}`,
      name,
      name_fold: fold(name),
      short_name: parent === null ? 'Sở' : `Trường ${number}`,
      symbol: parent === null ? 'SO' : `TR${number}`,
      place: 'Hà Nội',
      kind: parent === null ? 'department' : 'school',
      tier: parent === null ? 'department' : 'district',
      parent_id: parent,
      valid_from: '2019-01-01',
      valid_to: null,
      successor_id: null,
      position: number,
    };
    addVersioned(this.bulk, 'agency', id, row, at);
    if (parent !== null)
      this.bulk.add('share', {
        agency_id: id,
        kind: '*',
        thing: null,
        to_agency: parent,
        valid_from: '2019-01-01',
      });
    return id;
  }

  staff(agencyId: string, head: string, count: number): Staff {
    const units = new Map<string, string>();
    for (const [position, [code, name, kind]] of UNITS.entries()) {
      const at = this.time.tick();
      const id = this.random.id(at);
      units.set(code, id);
      const row = { agency_id: agencyId, id, code, name, name_fold: fold(name), kind, position };
      addVersioned(
        this.bulk,
        'unit',
        agencyId,
        { ...row, parent_id: null, valid_from: '2019-01-01', valid_to: null },
        at,
      );
    }
    const people: Staff['people'] = new Map();
    for (let number = 0; number < count; number++) {
      const code = this.random.of(UNITS.slice(1))[0];
      const one = this.person(agencyId, `${head}${number}`, [['officer', units.get(code) ?? null]]);
      people.set(code, [...(people.get(code) ?? []), one]);
    }
    return { agencyId, units, people };
  }

  person(agencyId: string, login: string, posts: readonly (readonly [string, string | null])[]) {
    const at = this.time.tick();
    const [personId, accountId] = [this.random.id(at), this.random.id(at)];
    const name = `Người dùng ${login}`;
    const row = { agency_id: agencyId, id: personId, name, name_fold: fold(name), position: 'Chuyên viên' };
    const unknown = { email: null, telephone: null, valid_from: '2019-01-01', valid_to: null };
    addVersioned(this.bulk, 'person', agencyId, { ...row, ...unknown }, at);
    for (const [role, unit] of posts)
      this.bulk.add('post', {
        agency_id: agencyId,
        id: this.random.id(at),
        person_id: personId,
        role,
        unit_id: unit,
        valid_from: '2019-01-01',
      });
    this.bulk.add('account', {
      id: accountId,
      agency_id: agencyId,
      person_id: personId,
      login,
      password_hash: this.passwordHash,
      must_change_password: false,
    });
    return { personId, accountId };
  }

  author(accountId: string, role: string, action: string): Author {
    const at = this.time.tick();
    const key = this.random.id(at);
    return {
      occurredAt: at,
      recordedAt: at,
      actorAccount: accountId,
      actorRole: role,
      onBehalfOf: null,
      action,
      requestKey: key,
    };
  }

  /** A plan of one agency, uploaded, read and issued, with its tasks opened and worked on. */
  async plan(
    staff: Staff,
    clerk: string,
    number: number,
    tasks: number,
    reading: { sha256: string; size: number },
  ) {
    const { agencyId } = staff;
    const fileId = this.random.id(this.time.tick());
    const file = {
      id: fileId,
      sha256: reading.sha256,
      name: 'ke-hoach.txt',
      format: 'txt',
      size: reading.size,
    };
    const uploaded = this.author(clerk, 'office_clerk', 'plan.upload');
    this.bulk.add('stored_file', {
      ...file,
      agency_id: agencyId,
      uploaded_by: clerk,
      recorded_at: uploaded.recordedAt.toString(),
    });
    const plan = new Stream(
      this.bulk,
      this.random,
      planLedger,
      agencyId,
      this.random.id(uploaded.recordedAt),
    );
    plan.append(uploaded, (state) => upload(state, { fileId, fileName: file.name }));
    addAudit(this.bulk, this.random, agencyId, uploaded, plan.id);
    const document: DocumentFields = {
      number: `${number}/KH-SO`,
      type: 'Kế hoạch',
      date: '2019-01-15',
      place: 'Hà Nội',
      title: `Kế hoạch cải cách hành chính số ${number}`,
      issuer: null,
      signer: null,
      planYear: 2019,
      recipients: [],
    };
    const read = this.author(clerk, 'office_clerk', 'plan.record-reading');
    plan.append(read, (state) =>
      recordReading(state, { reading: reading.sha256, readerVersion: 1, document }),
    );
    addAudit(this.bulk, this.random, agencyId, read, plan.id);
    const items = Array.from({ length: tasks }, (_, at) => this.item(staff, at));
    const issued = this.author(clerk, 'office_clerk', 'plan.issue');
    plan.append(issued, () => [{ type: 'issued', version: 1, payload: { document, items, recipients: [] } }]);
    addAudit(this.bulk, this.random, agencyId, issued, plan.id);
    plan.close();
    for (const planned of plannedTasks(items)) {
      const id = this.random.id(issued.recordedAt);
      const task = new Stream(this.bulk, this.random, taskLedger, agencyId, id);
      const state = task.append(issued, () => decide.openTask(plan.id, 1, planned));
      this.work(staff, clerk, task, state);
      task.close();
      await this.bulk.settle();
    }
    return plan.id;
  }

  item(staff: Staff, at: number): IssuedItem {
    const [, ...working] = staff.units.keys();
    const code = this.random.of(working);
    const unit = staff.units.get(code) ?? '';
    const due = Array.from({ length: 1 + this.random.below(3) }, (_, index) => {
      const end = ENDS[Math.min(this.random.below(3) + index * 2, ENDS.length - 1)] ?? null;
      return { raw: `Lần ${index + 1}`, label: `Lần ${index + 1}`, kind: 'date' as const, start: null, end };
    });
    const fields: TaskFields = {
      no: String(at + 1),
      title: `${this.random.of(SUBJECTS)} ${this.random.of(OBJECTS)}`,
      area: AREAS[Math.floor((at * AREAS.length) / TASKS_OF_A_PLAN)] ?? AREAS[0],
      leadUnits: [code],
      supportUnits: [],
      requirement: `Đạt 100% yêu cầu, có văn bản kèm theo, số liệu của năm 2019`,
      deliverable: 'Báo cáo',
      due,
      requirementEnds: due.map(() => null),
    };
    return { kind: 'task', key: `task:${at}`, fields, units: { lead: [unit], support: [] } };
  }

  /** Brings a task as far as chance will have it: given, started, evidence in, sent back or confirmed. */
  work(
    staff: Staff,
    clerk: string,
    task: Stream<TaskState, ReturnType<typeof decide.openTask>[number]>,
    opened: TaskState,
  ) {
    const { agencyId } = staff;
    const chance = this.random.next();
    const [unitId = ''] = opened.leadUnits;
    const code = opened.leadWritten[0] ?? '';
    const holder = this.random.of(staff.people.get(code) ?? [...staff.people.values()].flat());
    const done = (author: Author, decided: (state: TaskState) => decide.Decision) => {
      const state = task.append(author, (known) => (known === undefined ? [] : decided(known)));
      addAudit(this.bulk, this.random, agencyId, author, task.id);
      return state;
    };
    if (chance > 0.25)
      done(this.author(clerk, 'head', 'task.assign'), (state) =>
        decide.assign(state, unitId, holder.personId),
      );
    if (chance > 0.5) done(this.author(holder.accountId, 'officer', 'task.start'), decide.start);
    if (chance > 0.6)
      done(this.author(holder.accountId, 'officer', 'task.record-progress'), (state) =>
        decide.progress(state, 'Đã gửi dự thảo xin ý kiến các đơn vị liên quan.'),
      );
    const submitted =
      chance > 0.7 ? opened.milestones.slice(0, 1 + this.random.below(opened.milestones.length)) : [];
    for (const { no } of submitted) {
      const author = this.author(holder.accountId, 'officer', 'milestone.submit');
      const evidence = new Stream(
        this.bulk,
        this.random,
        evidenceLedger,
        agencyId,
        this.random.id(author.recordedAt),
      );
      const evidenceDate = '2019-05-10';
      evidence.append(author, (state) =>
        hand(state, {
          kind: 'event',
          evidenceDate,
          abstract: 'Hội nghị tập huấn',
          document: null,
          file: null,
        }),
      );
      evidence.close();
      done(author, (state) =>
        decide.submit(
          state,
          no,
          {
            evidenceId: evidence.id,
            revision: 1,
            evidenceDate,
            documentType: wantedDocumentTypes(state.title, state.deliverable)[0] ?? null,
          },
          '2019-06-03',
        ),
      );
      const judge = { units: [], accountId: clerk };
      if (chance > 0.95)
        done(this.author(clerk, 'office_clerk', 'milestone.send-back'), (state) =>
          decide.sendBack(state, no, 'Thiếu danh sách người dự.', judge),
        );
      else if (chance > 0.8)
        done(this.author(clerk, 'office_clerk', 'milestone.confirm'), (state) =>
          decide.confirm(state, no, judge),
        );
    }
    if (agencyId === this.filled.root)
      for (const { no } of opened.milestones.slice(submitted.length))
        this.filled.open.push({ task: task.id, milestone: no });
  }
}

/**
 * Fills an empty migrated database. Half of the tasks are the department's own.
 * @param owner connects as the owner of the tables
 */
export async function fillDatabase(
  owner: pg.ClientConfig,
  files: FileStore,
  { agencies, tasks, seed }: Filling,
): Promise<Filled> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const filler = new Filler(new Bulk(client), seed, await hashPassword(PASSWORD));
    const { filled } = filler;
    const reading = await anyReading(files);
    filler.bulk.add('setting', { key: 'demo', value: false });
    const plans: { staff: Staff; clerk: string; tasks: number }[] = [];
    const own = agencies === 1 ? tasks : Math.ceil(tasks / 2);
    for (let number = 0; number < agencies; number++) {
      const root = number === 0;
      const id = filler.agency(number, root ? null : filled.root);
      filled.agencies.push(id);
      if (root) filled.root = id;
      const name = root ? 'so.' : `tr${number}.`;
      const staff = filler.staff(id, name, root ? PEOPLE.root : PEOPLE.below);
      const office = staff.units.get('VP') ?? null;
      const clerk = filler.person(id, `${name}vanthu`, [['office_clerk', office]]);
      if (root) {
        filler.person(id, 'giamdoc', [['director', staff.units.get('LD') ?? null]]);
        filler.person(id, 'quantri', [['administrator', null]]);
        filler.person(
          id,
          'truongphong',
          [...staff.units.values()].map((unit) => ['head', unit] as const),
        );
        filled.logins = { director: 'giamdoc', administrator: 'quantri', head: 'truongphong' };
      }
      let left = root ? own : share(tasks - own, agencies - 1, number - 1);
      for (; left > 0; left -= TASKS_OF_A_PLAN)
        plans.push({ staff, clerk: clerk.accountId, tasks: Math.min(left, TASKS_OF_A_PLAN) });
    }
    await filler.bulk.flush();
    for (const [at, { staff, clerk, tasks: count }] of plans.entries()) {
      const plan = await filler.plan(staff, clerk, at + 1, count, reading);
      if (staff.agencyId === filled.root) filled.plan = plan;
    }
    await filler.bulk.flush();
    await client.query('VACUUM ANALYZE');
    return filled;
  } finally {
    await client.end();
  }
}

/**
 * Adds to a database that the demo has filled: more agencies below its department, plans and tasks, until there are as
 * many as wanted, and people who sign in by password. Half of the tasks that are added are the department's own.
 */
export async function addBesideDemo(
  owner: pg.ClientConfig,
  files: FileStore,
  { agencies, tasks, seed }: Filling,
): Promise<BesideDemo> {
  const client = new pg.Client(owner);
  await client.connect();
  const ids = async (query: string, ...values: string[]) =>
    (await client.query<{ id: string; of: string }>(query, values)).rows;
  try {
    const filler = new Filler(new Bulk(client), seed, await hashPassword(PASSWORD));
    const reading = await anyReading(files);
    const [root] = await ids("SELECT id, code AS of FROM agency WHERE kind = 'department'");
    const [plan] = await ids("SELECT id, number AS of FROM plan WHERE state = 'issued'");
    const [school] = await ids(
      "SELECT agency_id AS id, login AS of FROM account WHERE login = 'canbo.thpt17'",
    );
    if (root === undefined || plan === undefined || school === undefined) throw new Error('this is no demo');
    const known = await ids('SELECT id, code AS of FROM agency WHERE id <> $1 ORDER BY position', root.id);
    const staffs = [await staffOf(ids, root.id)];
    for (let number = known.length + 1; number < agencies; number++)
      staffs.push(filler.staff(filler.agency(1000 + number, root.id), `them${number}.`, PEOPLE.below));
    const { id: own } = root;
    const units = staffs[0]?.units ?? new Map<string, string>();
    const [clerk] = [['office_clerk', units.get('VP') ?? null] as const].map((post) =>
      filler.person(own, 'do.chuyenvien', [post]),
    );
    if (clerk === undefined) throw new Error('nobody works in the Office');
    filler.person(own, 'do.giamdoc', [['director', null]]);
    filler.person(own, 'do.quantri', [['administrator', null]]);
    filler.person(
      own,
      'do.truongphong',
      [...units.values()].map((unit) => ['head', unit] as const),
    );
    filler.person(school.id, 'do.truong', [['agency_clerk', null]]);
    await filler.bulk.flush();
    const [{ count } = { count: 0 }] = (
      await client.query<{ count: number }>("SELECT count(*)::int FROM task WHERE kind = 'task'")
    ).rows;
    const missing = tasks - count;
    for (let left = missing, at = 0; left > 0; left -= TASKS_OF_A_PLAN, at += 1) {
      const staff = at % 2 === 0 ? staffs[0] : staffs[1 + (at % Math.max(1, staffs.length - 1))];
      if (staff === undefined) throw new Error('nobody has a plan');
      await filler.plan(staff, clerk.accountId, 1000 + at, Math.min(left, TASKS_OF_A_PLAN), reading);
    }
    await filler.bulk.flush();
    // From here on it is an office like any other, which is asked as one.
    await client.query("UPDATE setting SET value = 'false' WHERE key = 'demo'");
    await client.query('VACUUM ANALYZE');
    return { plan: plan.id, school: school.id };
  } finally {
    await client.end();
  }
}

/** What the benchmark of pages needs to know. */
export interface BesideDemo {
  /** The plan that the demo follows. */
  plan: string;
  /** A school that owes a plan. */
  school: string;
}

async function staffOf(
  ids: (query: string, ...values: string[]) => Promise<{ id: string; of: string }[]>,
  agencyId: string,
): Promise<Staff> {
  const units = await ids(
    "SELECT id, code AS of FROM unit WHERE agency_id = $1 AND kind IN ('leaders', 'office', 'division') ORDER BY kind <> 'leaders', position",
    agencyId,
  );
  const people: Staff['people'] = new Map();
  for (const { id, of } of units) {
    const found = await ids(
      'SELECT account.id, account.person_id AS of FROM account JOIN post USING (agency_id, person_id) WHERE unit_id = $1',
      id,
    );
    if (found.length > 0)
      people.set(
        of,
        found.map((one) => ({ accountId: one.id, personId: one.of })),
      );
  }
  return { agencyId, units: new Map(units.map(({ id, of }) => [of, id])), people };
}

/** The reading of a plan that says nothing: what the plans' items are is made without it. */
async function anyReading(files: FileStore): Promise<{ sha256: string; size: number }> {
  const bytes = Buffer.from(JSON.stringify(readPlan('KẾ HOẠCH\nCải cách hành chính năm 2019\n')));
  return { sha256: await files.put(bytes), size: bytes.byteLength };
}

/** The part of a whole that falls to one of several. */
function share(whole: number, parts: number, part: number): number {
  return Math.floor((whole * (part + 1)) / parts) - Math.floor((whole * part) / parts);
}
