import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import type {
  AnyFields,
  CommitmentFields,
  DutyFields,
  Item,
  ReportingFields,
  TargetFields,
  TaskFields,
} from '../../domain/draft.ts';
import type { DueWindow } from '../../domain/read-plan.ts';
import { livingWords } from '../../living-words.ts';
import { planWords } from '../../words.ts';

/** How a comparator is printed. */
export const SIGNS = { '=': '=', '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;

/** A due window in words: its name, what is written, and the days that it means. */
export function describeWindow(visit: Visit, window: DueWindow): string {
  const say = planWords.in(visit.language);
  const label = window.label === null ? '' : `${window.label}: `;
  if (window.kind === null) return label + say('review.due.unknown', { raw: window.raw });
  const days =
    window.start !== null && window.end !== null
      ? `${formatDate(window.start)} – ${formatDate(window.end)}`
      : window.end !== null
        ? say('review.until', { date: formatDate(window.end) })
        : window.start !== null
          ? say('review.from', { date: formatDate(window.start) })
          : null;
  const written = window.raw.startsWith(label) ? window.raw : label + window.raw;
  return days === null ? written : `${written} (${days})`;
}

/** What is described: a row of a draft or of an issued version. */
export type Described = Pick<Item, 'kind' | 'key' | 'fields'>;

/** The line that names a row in lists. */
export function titleOf(item: Pick<Item, 'kind'> & { fields: AnyFields }): string {
  switch (item.kind) {
    case 'task':
      return (item.fields as TaskFields).title;
    case 'reporting': {
      const { period, raw } = item.fields as ReportingFields;
      return `${period}: ${raw}`;
    }
    default:
      return (item.fields as { text: string }).text;
  }
}

/** A short name for the margin of the document: "NV 16", "CT 3"; "Task 16", "Target 3". */
export function labelOf(item: Described, index: number): string {
  switch (item.kind) {
    case 'task':
      return livingWords.say('label.task', { no: (item.fields as TaskFields).no || index + 1 });
    case 'target':
      return livingWords.say('label.target', { no: index + 1 });
    case 'commitment':
      return `${(item.fields as CommitmentFields).area}.${index + 1}`;
    case 'duty':
      return livingWords.say('label.duty', { no: index + 1 });
    case 'reporting':
      return livingWords.say('label.reporting', { no: index + 1 });
  }
}

/** What was read of a row, beside its title: lines for the review page. */
export function detailsOf(visit: Visit, item: Described, among: readonly Described[]): string[] {
  const say = planWords.in(visit.language);
  switch (item.kind) {
    case 'task': {
      const task = item.fields as TaskFields;
      return [
        say('review.units', { names: task.leadUnits.join(', ') || '–' }),
        ...(task.supportUnits.length > 0
          ? [say('review.support', { names: task.supportUnits.join(', ') })]
          : []),
        say('review.due', { due: task.due.map((window) => describeWindow(visit, window)).join('; ') || '–' }),
        ...(task.requirement === null ? [] : [say('review.requirement', { text: task.requirement })]),
        ...(task.deliverable === null ? [] : [say('review.deliverable', { text: task.deliverable })]),
        ...(task.area === null ? [] : [say('review.area', { text: task.area })]),
      ];
    }
    case 'target': {
      const target = item.fields as TargetFields;
      return [
        say('review.target', {
          comparator: SIGNS[target.comparator],
          threshold: formatNumber(target.threshold),
          unit: target.measureUnit,
        }),
      ];
    }
    case 'commitment': {
      const { tasks, targets, duties = [] } = item.fields as CommitmentFields;
      const names = [...targets, ...tasks, ...duties].flatMap((key) => {
        const alike = among.filter((one) => key.startsWith(`${one.kind}:`));
        const index = alike.findIndex((one) => one.key === key);
        const found = alike[index];
        return found === undefined ? [] : [labelOf(found, index)];
      });
      return [
        names.length === 0
          ? say('review.carried-by.none')
          : say('review.carried-by', { names: names.join(', ') }),
      ];
    }
    case 'duty': {
      const { unit, rhythm, window } = item.fields as DutyFields;
      return [
        say('review.units', { names: unit }),
        say('review.rhythm', { rhythm: say(`rhythm.${rhythm}`) }),
        ...(window === null ? [] : [say('review.due', { due: describeWindow(visit, window) })]),
      ];
    }
    case 'reporting': {
      const { from, to, boundary } = item.fields as ReportingFields;
      return [
        `${from ?? '–'} → ${to ?? '–'}${boundary === null ? '' : ` · trước ngày ${formatDate(boundary)}`}`,
      ];
    }
  }
}
