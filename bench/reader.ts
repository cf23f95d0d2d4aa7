/**
 * Benchmark of the plan reader: time and memory for Plan 375, time against length up to 300 pages, and precision and
 * recall per field against labelled plans, which are not part of the project.
 * Run: LABELLED_PLANS=FOLDER node bench/reader.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadPlan, ReadTask } from '../src/plan/domain/read-plan.ts';
import { readPlan } from '../src/plan/domain/reader/index.ts';
import { labelledPlans } from './labelled.ts';
import { memoryOfReading } from './reader-memory.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const plan375 = readFileSync(`${project}examples/plan-375.txt`, 'utf8');

measureTime();
console.log(memoryOfReading(`${project}examples/plan-375.txt`));
measureGrowth();
const folder = labelledPlans('plan-375-expected.json');
if (folder !== null) measureQuality(folder);

function measureTime(): void {
  for (let round = 0; round < 30; round++) readPlan(plan375);
  const times: number[] = [];
  for (let round = 0; round < 40; round++) {
    const start = performance.now();
    readPlan(plan375);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `Plan 375, warm: median ${ms(times[20])}, best ${ms(times[0])}, worst ${ms(times.at(-1))} (budget 150 ms)`,
  );
}

/** The plan's body and table repeated until the document is as long as asked; a page holds about 1,800 characters. */
function grown(pages: number): string {
  const appendix = plan375.indexOf('\nPHỤ LỤC');
  const body = plan375.slice(0, appendix);
  const table = plan375.slice(appendix);
  const copies = Math.max(1, Math.round((pages * 1800) / plan375.length));
  return body.repeat(copies) + table.repeat(copies);
}

function measureGrowth(): void {
  console.log('\npages   characters        ms   ms per page');
  for (const pages of [25, 50, 100, 200, 300]) {
    const text = grown(pages);
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      readPlan(text);
      best = Math.min(best, performance.now() - start);
    }
    const real = text.length / 1800;
    console.log(
      `${real.toFixed(0).padStart(5)} ${String(text.length).padStart(12)} ${best.toFixed(0).padStart(9)} ${(best / real).toFixed(2).padStart(13)}`,
    );
  }
}

interface Expected375 {
  document: Record<string, string>;
  targets: ExpectedTarget[];
  quantified_commitments_outside_part_II: ExpectedTarget[];
  tasks: {
    no: number;
    unit: string;
    title: string;
    requirement_first_40_chars: string;
    requirement_length: number;
    deadlines: {
      raw: string;
      kind: string;
      start: string | null;
      end: string;
      boundary?: string;
      label?: string;
    }[];
  }[];
  task_areas: { no: string; bullets: number }[];
  reporting_deadlines: Record<
    string,
    { items: { period?: string; boundary?: string; start?: string; note?: string }[] }
  >;
  recipients: { name: string; note?: string }[];
  units_IV_3: { name: string; bullets: number }[];
}

interface ExpectedTarget {
  text: string;
  comparator: string;
  threshold: number;
  unit: string;
}

interface ExpectedRows {
  plans: Record<
    string,
    {
      rows: {
        section: string | null;
        no: string;
        title: string;
        lead: string;
        coop: string;
        deadline_raw: string;
      }[];
    }
  >;
}

function measureQuality(plans: string): void {
  console.log('\nfield                                  found  expected  right  precision  recall');
  const expected: Expected375 = JSON.parse(readFileSync(`${plans}/plan-375-expected.json`, 'utf8'));
  compare375(readPlan(plan375), expected);
  const rows: ExpectedRows = JSON.parse(readFileSync(`${plans}/plans-expected.json`, 'utf8'));
  const files = readdirSync(plans);
  for (const [id, { rows: wanted }] of Object.entries(rows.plans)) {
    const file = files.find((name) => name.startsWith(`${id}-`));
    if (file !== undefined) compareRows(id, readPlan(readFileSync(`${plans}/${file}`, 'utf8')), wanted);
  }
}

function compare375(plan: ReadPlan, expected: Expected375): void {
  const { document } = expected;
  score(
    '375 document',
    [
      plan.document.number,
      plan.document.type,
      plan.document.place,
      plan.document.date,
      plan.document.title,
      plan.document.signer,
      String(plan.document.planYear),
    ],
    [
      document.number,
      document.type,
      document.place,
      document.date,
      document.title,
      document.signer,
      String(document.plan_year),
    ],
  );
  score(
    '375 recipients',
    plan.document.recipients,
    expected.recipients
      .filter((recipient) => recipient.note?.includes('not a recipient') !== true)
      .map(({ name }) => name),
  );
  const all = [...expected.targets, ...expected.quantified_commitments_outside_part_II];
  const part = plan.targets.filter((target) => target.section === 'II');
  const elsewhere = plan.targets.filter((target) => target.section !== 'II');
  matchTargets('375 targets of part II', part, expected.targets);
  matchTargets('375 thresholds elsewhere', elsewhere, all.slice(expected.targets.length));
  const { tasks } = expected;
  const key = (no: string | number, value: unknown) => `${no}|${JSON.stringify(value)}`;
  score(
    '375 task numbers',
    plan.tasks.map((task) => task.no),
    tasks.map((task) => String(task.no)),
  );
  score(
    '375 task titles',
    plan.tasks.map((task) => key(task.no, task.title)),
    tasks.map((task) => key(task.no, plain(task.title))),
  );
  score(
    '375 lead units',
    plan.tasks.map((task) => key(task.no, task.leadUnits)),
    tasks.map((task) => key(task.no, [task.unit])),
  );
  score(
    '375 requirements',
    plan.tasks.map((task) =>
      key(task.no, [task.requirement?.slice(0, 40) ?? '', task.requirement?.length ?? 0]),
    ),
    tasks.map((task) => key(task.no, [task.requirement_first_40_chars, task.requirement_length])),
  );
  score(
    '375 due windows',
    plan.tasks.flatMap((task) =>
      task.due.map((due) =>
        key(task.no, [due.raw, due.kind, due.start, due.end, due.boundary ?? null, due.label]),
      ),
    ),
    tasks.flatMap((task) =>
      task.deadlines.map((due) =>
        key(task.no, [
          due.raw,
          due.kind.replace('guided_year', 'as_guided'),
          due.start,
          due.end,
          due.boundary ?? null,
          due.label ?? null,
        ]),
      ),
    ),
  );
  score(
    '375 reporting dates',
    plan.reporting.map((entry) => key(entry.period === 'Một lần' ? '' : entry.period, entry.boundary)),
    Object.values(expected.reporting_deadlines).flatMap(({ items }) =>
      items.map((item) => {
        const label = (item as { label?: string }).label?.replace('BC ', '') ?? '';
        const period = item.period ?? (label === '' ? '' : label.charAt(0).toUpperCase() + label.slice(1));
        const printed =
          item.note?.includes('2018') === true ? '2018-11-10' : (item.boundary ?? item.start ?? null);
        return key(period, printed);
      }),
    ),
  );
  score(
    '375 commitments per area',
    expected.task_areas.map(({ no }) =>
      key(no, plan.commitments.filter((commitment) => commitment.area === no).length),
    ),
    expected.task_areas.map(({ no, bullets }) => key(no, bullets)),
  );
  score(
    '375 duties per division',
    expected.units_IV_3.map(({ name }) => key(name, plan.duties.filter((duty) => duty.unit === name).length)),
    expected.units_IV_3.map(({ name, bullets }) => key(name, bullets)),
  );
}

function compareRows(id: string, plan: ReadPlan, rows: ExpectedRows['plans'][string]['rows']): void {
  const group = (task: ReadTask) => task.area?.split('.')[0] ?? null;
  const at = (section: string | null, no: string, value: string) => `${section}|${no}|${value}`;
  const field = (
    name: string,
    of: (task: ReadTask) => string,
    wanted: (row: (typeof rows)[number]) => string,
  ) =>
    score(
      `${id} ${name}`,
      plan.tasks.map((task) => at(group(task), task.no, of(task))),
      rows.map((row) => at(row.section, row.no, wanted(row))),
    );
  field(
    'rows',
    () => '',
    () => '',
  );
  field(
    'titles',
    (task) => task.title.slice(0, 80),
    (row) => row.title,
  );
  field(
    'lead units',
    (task) => letters(task.leadUnits.join(' ')),
    (row) => letters(row.lead),
  );
  field(
    'supporting units',
    (task) => letters(task.supportUnits.join(' ')),
    (row) => letters(row.coop),
  );
  field(
    'due cells',
    (task) => letters(task.due.map((due) => due.raw).join(' ')),
    (row) => letters(row.deadline_raw),
  );
}

function matchTargets(name: string, found: ReadPlan['targets'], expected: readonly ExpectedTarget[]): void {
  const left = [...found];
  const right = expected.filter((wanted) => {
    const at = left.findIndex(
      (target) =>
        target.comparator === wanted.comparator &&
        target.threshold === wanted.threshold &&
        target.measureUnit === wanted.unit &&
        overlap(target.text, wanted.text) >= 0.9,
    );
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  print(name, found.length, expected.length, right);
}

/** Share of the labelled words that the found text holds. */
function overlap(found: string, wanted: string): number {
  const words = new Set(letters(found).split(' '));
  const all = letters(wanted).split(' ');
  return all.filter((word) => words.has(word)).length / all.length;
}

function score(name: string, found: readonly unknown[], expected: readonly unknown[]): void {
  const left = [...expected];
  let right = 0;
  for (const value of found) {
    const at = left.indexOf(value);
    if (at < 0) continue;
    left.splice(at, 1);
    right++;
  }
  print(name, found.length, expected.length, right);
}

function print(name: string, found: number, expected: number, right: number): void {
  const share = (of: number) => (of === 0 ? '     –' : (right / of).toFixed(3).padStart(6));
  console.log(
    `${name.padEnd(38)} ${String(found).padStart(5)} ${String(expected).padStart(9)} ${String(right).padStart(6)}     ${share(found)}  ${share(expected)}`,
  );
}

function plain(words: string): string {
  return words.replace(/<\/?i>/g, '');
}

function letters(words: string): string {
  return words.replace(/[^\p{L}\p{N}/&]+/gu, ' ').trim();
}

function ms(value: number | undefined): string {
  return `${(value ?? Number.NaN).toFixed(1)} ms`;
}
