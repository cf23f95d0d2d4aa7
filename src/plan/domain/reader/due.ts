import { findDatesInText, readDueWindows } from '../../../pure/law/index.ts';
import type { Passage, Source } from '../../../pure/reading/text.ts';
import type { DueWindow, OtherDate } from '../read-plan.ts';

/** What the reader knows of time besides the words of a cell. */
export interface PlanTime {
  readonly planYear: number | null;
}

/** The due windows of a due cell, or of the words after "Thời gian thực hiện:". */
export function dueOf(words: string, time: PlanTime): DueWindow[] {
  const cell = words.replace(/[\s.;,]+$/u, '').trim();
  return cell === '' ? [] : readDueWindows(cell, time);
}

/** The dates in a title or a requirement. */
export function otherDatesOf(
  source: Source,
  words: Passage | null,
  where: OtherDate['where'],
  time: PlanTime,
): OtherDate[] {
  if (words === null || words.text === '') return [];
  return findDatesInText(words.text, time).map((found) => ({
    ...found.window,
    where,
    span: source.span(...words.range(found.start, found.end)),
  }));
}
