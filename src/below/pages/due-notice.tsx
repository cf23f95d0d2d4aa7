import type { Visit } from '../../platform/http/visit.ts';
import { formatLongDate } from '../../platform/i18n/format.ts';
import { Notice } from '../../platform/view/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { dayOffReason, fromDayNumber, toDayNumber, weekdayName } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { inHand } from '../domain/subplan.ts';
import type { SubplanView } from '../queries.ts';
import { belowWords } from '../words.ts';

/** By when the plan above wants it, in its words, and how few working days a holiday leaves. */
export function DueNotice({ visit, view }: { visit: Visit; view: SubplanView }) {
  const say = belowWords.in(visit.language);
  const { plan, due, state } = view;
  if (due === null || (state !== undefined && inHand(state.state))) return null;
  const late = visit.house.clock.today() > due.end;
  const between = plan.issueDate === null ? [] : daysBetween(plan.issueDate, due.end);
  const holidays = new Set(between.filter(({ weekend }) => !weekend).flatMap(({ off }) => off ?? []));
  return (
    <Notice
      tone={late ? 'warning' : 'info'}
      title={say(late ? 'subplan.due.late' : 'subplan.due', { day: formatLongDate(due.end) })}
    >
      <p>“{due.text}”</p>
      {plan.issueDate === null || holidays.size === 0 ? null : (
        <p>
          {say('subplan.due.few', {
            issued: formatDate(plan.issueDate),
            days: between.filter(({ off }) => off === null).length,
            reasons: [...holidays].join(', '),
          })}
        </p>
      )}
    </Notice>
  );
}

/** The days from one to another, both included, each with why it is off; of at most a year. */
function daysBetween(from: CivilDate, to: CivilDate): { off: string | null; weekend: boolean }[] {
  const first = toDayNumber(from);
  const count = Math.min(Math.max(toDayNumber(to) - first + 1, 0), 366);
  return Array.from({ length: count }, (_, index) => {
    const day = fromDayNumber(first + index);
    return { off: dayOffReason(day), weekend: weekdayName(day) === dayOffReason(day) };
  });
}
