import type { DueWindow, OtherDate } from '../read-plan.ts';
import type { Passage, Source } from './text.ts';

/** What the reader knows of time besides the words of a cell. */
export interface PlanTime {
  readonly planYear: number | null;
}

/** The due windows of a due cell, or of the words after "Thời gian thực hiện:". */
export function dueOf(words: string, _time: PlanTime): DueWindow[] {
  const cell = words.replace(/[\s.;,]+$/u, '').trim();
  return cell === '' ? [] : [{ raw: cell, label: null, kind: null, start: null, end: null }];
}

/** The dates in a title or a requirement. */
export function otherDatesOf(
  _source: Source,
  _words: Passage | null,
  _where: OtherDate['where'],
  _time: PlanTime,
): OtherDate[] {
  return [];
}
