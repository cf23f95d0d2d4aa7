import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { findCitations } from '../../../pure/law/index.ts';
import type { DueKind, DueWindow, ReadReporting, ReadTask, Remark, Span } from '../read-plan.ts';
import { READ_PLAN_VERSION } from '../read-plan.ts';
import { planContext, type UnreviewedPlan } from './plan-context.ts';
import type { Rule } from './rule.ts';

/** A task as a test writes it; what is left out is empty. */
export interface Row extends Partial<Omit<ReadTask, 'span' | 'due'>> {
  due?: DueWindow[];
}

/** What a test says of its plan; the rest is an office's plan of 2019 without anything in it. */
export interface Parts extends Partial<Omit<UnreviewedPlan, 'tasks' | 'document' | 'reporting'>> {
  document?: Partial<UnreviewedPlan['document']>;
  rows?: Row[];
  /** Their spans are where `raw` stands in the text. */
  reporting?: Omit<ReadReporting, 'span'>[];
}

/** A due window. */
export function due(
  raw: string,
  kind: DueKind | null,
  start: CivilDate | null,
  end: CivilDate | null,
  more: Partial<DueWindow> = {},
): DueWindow {
  return { raw, label: null, kind, start, end, ...more };
}

/** The first quarter, and October, of 2019: the windows that most tests need. */
export const QUARTER_ONE = due('Quý I/2019', 'quarter', '2019-01-01', '2019-03-31');
export const OCTOBER = due('Tháng 10/2019', 'month', '2019-10-01', '2019-10-31');

/** A plan of a few words: its text, and behind it a table with a row of tab-parted cells for each task. */
export function planOf({
  text: body = '',
  rows = [],
  document,
  reporting = [],
  ...rest
}: Parts): UnreviewedPlan {
  let text = body === '' ? '' : `${body}\n\n`;
  const tasks = rows.map((row, index): ReadTask => {
    const task = {
      no: `${index + 1}`,
      title: 'Báo cáo kết quả',
      area: null,
      leadUnits: ['Văn phòng'],
      supportUnits: [],
      requirement: null,
      deliverable: null,
      due: [OCTOBER],
      otherDates: [],
      ...row,
    };
    const cells = [
      task.no,
      task.leadUnits.join(', '),
      task.title,
      task.requirement ?? '',
      ...(task.deliverable === null ? [] : [task.deliverable]),
      task.due.map(({ raw }) => raw).join(' '),
    ];
    const start = text.length;
    text += `${cells.join('\t')}\n`;
    return { ...task, span: [start, text.length - 1] };
  });
  return {
    version: READ_PLAN_VERSION,
    sections: [],
    targets: [],
    commitments: [],
    duties: [],
    ...rest,
    text,
    document: {
      number: '12/KH-SGD',
      type: 'Kế hoạch',
      date: '2019-01-28',
      place: 'Hà Nội',
      title: 'Cải cách hành chính năm 2019',
      issuer: null,
      signer: null,
      planYear: 2019,
      recipients: [],
      ...document,
    },
    tasks,
    reporting: reporting.map((entry) => ({ ...entry, span: placeOf(text, entry.raw) })),
    citations: findCitations(text).map(({ raw, type, number, date, start, end }) => ({
      raw,
      type,
      number,
      date,
      span: [start, end],
    })),
  };
}

/** Where words stand in a text. */
export function placeOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`Not in the text: ${words}`);
  return [start, start + words.length];
}

/** What one rule says of a plan: severity, message, and the words that its spans mark. */
export function remarked(
  rule: Rule,
  parts: Parts,
): { severity: Remark['severity']; message: string; words: string[] }[] {
  const plan = planOf(parts);
  return rule.check(planContext(plan)).map(({ severity, message, spans }) => ({
    severity: severity ?? rule.severity,
    message,
    words: spans.map(([start, end]) => [...plan.text].slice(start, end).join('')),
  }));
}
