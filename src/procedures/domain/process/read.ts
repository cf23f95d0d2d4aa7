import type { BudgetUnit, CivilDate } from '../../../pure/calendar/index.ts';
import { fold, parseDate } from '../../../pure/vietnamese/index.ts';
import type { Tier } from '../procedure.ts';
import { guessStep } from './guess-step.ts';
import { type Branch, END, type ProcessStep } from './process.ts';
import { readItems, STEP_NUMBER, startsTotal } from './read-rows.ts';

/** A step as a decision has it. */
export interface ReadStep extends ProcessStep {
  /** "1", as written. */
  no: string;
  /** Its time as written: "02 giờ làm việc", "Giờ hành chính". */
  limitText: string;
}

/** An internal process as a decision has it. */
export interface ReadProcess {
  /** Of the procedure. */
  name: string;
  /** National part of the procedure's code, where the text names it. */
  nationalCode: string | null;
  tier: Tier | null;
  field: string | null;
  steps: ReadStep[];
  /** The stated sum, with each way in which it is written: "80wh", "10wd". */
  total: { text: string; budgets: string[] } | null;
}

/** A decision that approves internal processes. */
export interface ReadProcesses {
  decision: { number: string; date: CivilDate } | null;
  approver: string | null;
  processes: ReadProcess[];
}

/** Reads the tables of steps of a decision; what stands in none of them is left out. */
export function readProcessText(text: string): ReadProcesses {
  const processes: ReadProcess[] = [];
  const place: Place = { name: null, tier: null, field: null, last: null };
  let open: { process: ReadProcess; columns: Columns } | null = null;
  for (const item of readItems(text)) {
    if ('paragraph' in item) {
      if (open !== null && startsTotal(item.paragraph)) readRow([item.paragraph], open.process, open.columns);
      // A table that goes on after a page's end has no heading; one that has its sum is complete.
      if (open?.process.total !== null) open = null;
      readPlace(item.paragraph, place);
      continue;
    }
    const columns = columnsOf(item.row);
    if (columns !== null) {
      const repeated = open !== null && open.process.total === null && place.name === null;
      if (open === null || !repeated) {
        const process = beginProcess(place);
        processes.push(process);
        open = { process, columns };
      }
    } else if (open !== null) readRow(item.row, open.process, open.columns);
  }
  return { ...readDecision(text), processes: processes.map(finish).filter(({ steps }) => steps.length > 0) };
}

interface Place {
  name: string | null;
  tier: Tier | null;
  field: string | null;
  /** The last paragraph, whatever it is. */
  last: string | null;
}

function readPlace(paragraph: string, place: Place): void {
  const folded = fold(paragraph);
  const tier =
    /^(?:[a-z]|phan [a-z]|[ivx]+)?[.:)]? ?(?:danh muc )?(?:thu tuc hanh chinh |tthc |quy trinh )?(?:thuc hien tai )?cap (tinh|so|thanh pho|huyen|quan|xa|phuong)\b/.exec(
      folded,
    )?.[1];
  const field = /^[IVX\d.]*\.? *lĩnh vực:? *(.+)$/i.exec(paragraph)?.[1];
  const name =
    /^(?:Tên )?(?:thủ tục|TTHC|quy trình)(?: hành chính)?(?: số)?(?: \d+)?\s*[:.]\s*(.+)$/i.exec(
      paragraph,
    )?.[1] ?? /^\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=\p{Lu})(.+)$/u.exec(paragraph)?.[1];
  if (tier !== undefined) place.tier = TIERS_BY_NAME[tier] ?? null;
  else if (field !== undefined) place.field = field;
  else if (name !== undefined) place.name = name;
  place.last = paragraph;
}

const TIERS_BY_NAME: Readonly<Record<string, Tier>> = {
  tinh: 'department',
  so: 'department',
  'thanh pho': 'department',
  huyen: 'district',
  quan: 'district',
  xa: 'commune',
  phuong: 'commune',
};

function beginProcess(place: Place): ReadProcess {
  const name = place.name ?? place.last ?? '';
  place.name = null;
  const code = /(?<![\d.])(\d\.\d{6})(?!\d)/.exec(name)?.[1] ?? null;
  return {
    name: name.replace(/\s*\([^()]*\d\.\d{6}[^()]*\)/, '').trim(),
    nationalCode: code,
    tier: place.tier,
    field: place.field,
    steps: [],
    total: null,
  };
}

/** Where in a row who, what and how long stand; a row without empty cells has them in the same order. */
interface Columns {
  width: number;
  step: number;
  who: number;
  work: number;
  time: number;
}

function columnsOf(row: readonly string[]): Columns | null {
  const folded = row.map((cell) => fold(cell));
  const at = (pattern: RegExp, taken: readonly number[] = []) =>
    folded.findIndex((cell, index) => !taken.includes(index) && pattern.test(cell));
  const time = at(/thoi gian|thoi han/);
  const plain = at(/^(thu tu|stt|tt|buoc)/, [time]);
  const step = plain >= 0 ? plain : at(/^(trinh tu|cac buoc)/, [time]);
  const named = at(/^(don vi|nguoi|bo phan|co quan|trach nhiem|chuc danh|doi tuong)/, [time, step]);
  const who = named >= 0 ? named : at(/thuc hien$/, [time, step]);
  const work = at(/noi dung|cong viec|trinh tu|mo ta/, [time, who, step]);
  if (time < 0 || who < 0 || step < 0 || STEP_NUMBER.test(row[step] ?? '')) return null;
  return { width: row.length, step, who, work, time };
}

function readRow(row: readonly string[], process: ReadProcess, columns: Columns): void {
  const cells = row.filter((cell) => cell !== '');
  const [first = '', ...rest] = cells;
  if (startsTotal(first)) {
    const text = rest.find((cell) => durationsIn(cell).length > 0) ?? first;
    process.total = { text, budgets: durationsIn(text).map(({ unit, amount }) => `${amount}${unit}`) };
    return;
  }
  const no = STEP_NUMBER.exec(first)?.[1];
  const last = process.steps.at(-1);
  if (no === undefined) {
    // A row that a page's end has cut in two.
    if (last !== undefined && process.total === null && cells.length > 0)
      last.work = [last.work, cells.reduce((one, other) => (other.length > one.length ? other : one))]
        .filter((part) => part !== null)
        .join(' ');
    return;
  }
  const { who, work, time } =
    row.length === columns.width
      ? { who: row[columns.who] ?? '', work: row[columns.work] ?? '', time: row[columns.time] ?? '' }
      : byContent(rest, columns);
  process.steps.push({
    key: `s${process.steps.length + 1}`,
    no,
    name: '',
    kind: 'handle',
    assignee: null,
    who: who || null,
    work: work || null,
    limit: null,
    limitText: time,
    next: [],
  });
}

/** The cells after the step's number where empty ones are not known. */
function byContent(cells: readonly string[], { who, work }: Columns) {
  const at = cells.findLastIndex(
    (cell) => cell.length < 60 && /^(\d|½|giờ hành chính|trong giờ|không tính)/i.test(cell),
  );
  const before = at < 0 ? cells : cells.slice(0, at);
  const [one = '', ...others] = before;
  const other = others.join(' ');
  const time = cells[at] ?? '';
  return work >= 0 && work < who ? { who: other, work: one, time } : { who: one, work: other, time };
}

interface Duration {
  amount: number;
  unit: BudgetUnit;
  /** "02 ngày" may be working days or not. */
  bare: boolean;
}

function durationsIn(text: string): Duration[] {
  return [...text.matchAll(/(?<![\d.,/])(\d{1,4})(?![\d.,/]*\d)\s*(giờ|ngày|tháng)(\s+làm\s+việc)?/giu)].map(
    ([, amount, word = '', working]) => {
      const bare = working === undefined;
      const unit = word.toLowerCase();
      return {
        amount: Number(amount),
        unit: unit === 'giờ' ? 'wh' : unit === 'tháng' ? 'mo' : bare ? 'd' : 'wd',
        bare: bare && unit === 'ngày',
      };
    },
  );
}

/** Days of a table whose sum is of working time are working days, where they say nothing else. */
function finish(process: ReadProcess): ReadProcess {
  const working = process.total?.budgets.some((budget) => /w[dh]$/.test(budget)) ?? false;
  const steps = process.steps.map((step, index) => {
    const [duration, ...more] = durationsIn(step.limitText);
    const limit =
      duration === undefined || more.length > 0 || duration.amount === 0
        ? null
        : `${duration.amount}${duration.bare && working ? 'wd' : duration.unit}`;
    return {
      ...step,
      limit,
      ...guessStep(step, index, process.steps.length),
      next: branchesOf(step, index, process.steps[index + 1]),
    };
  });
  return { ...process, steps };
}

/** A decision names no branches: one step follows the other, and the desk may refuse where its step says so. */
function branchesOf({ work }: ReadStep, index: number, following: ReadStep | undefined): Branch[] {
  const next: Branch[] =
    following === undefined
      ? [{ to: END, when: null, kind: 'result' }]
      : [{ to: following.key, when: null, kind: 'forward' }];
  if (index === 0 && /từ chối/i.test(work ?? ''))
    next.push({ to: END, when: 'Từ chối tiếp nhận hồ sơ', kind: 'refusal' });
  return next;
}

function readDecision(text: string): Pick<ReadProcesses, 'decision' | 'approver'> {
  const flat = text.normalize('NFC').replace(/[\s*]+/g, ' ');
  const found = /kèm theo Quyết định số:? (\S+) ngày (\d{1,2}\/\d{1,2}\/\d{4}) của ([^)]{3,120})\)/i.exec(
    flat,
  );
  const [, number = '', day = '', approver = ''] = found ?? [];
  const date = parseDate(day);
  return {
    decision: found === null || date === null ? null : { number, date },
    approver: approver.trim() || null,
  };
}
