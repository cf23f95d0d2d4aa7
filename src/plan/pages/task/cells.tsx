import type { Visit } from '../../../platform/http/visit.ts';
import { formatLongDate } from '../../../platform/i18n/format.ts';
import { Tag, TimeLeft } from '../../../platform/view/index.ts';
import { todayOn } from '../../domain/today.ts';
import type { TaskRow } from '../../task-row.ts';
import { taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { STATE_TONES, timeLeftOf } from './say.ts';

/** How the cells of a list of tasks look. */

export function titleCell(row: TaskRow) {
  return <a href={taskUrl(row.id)}>{row.title}</a>;
}

/** A task by number and title, where the row is of something else. */
export function taskLinkCell({ id, no, title }: { id: string; no: string; title: string }) {
  return (
    <a href={taskUrl(id)}>
      {no}. {title}
    </a>
  );
}

/** A letter folded away, as it was sent. */
export function letterCell({ text }: { text: string }, visit: Visit) {
  return (
    <details>
      <summary>{taskWords.in(visit.language)('chases.text.open')}</summary>
      <span class="as-typed" lang="vi">
        {text}
      </span>
    </details>
  );
}

export function assigneeCell(row: TaskRow, visit: Visit) {
  return row.assignees ?? taskWords.in(visit.language)('task.unassigned');
}

export function dueCell(row: TaskRow, visit: Visit) {
  if (row.next_end === null) {
    const open = row.state !== 'confirmed' && row.state !== 'submitted';
    return open ? taskWords.in(visit.language)('task.no-due') : null;
  }
  const { text, tone } = timeLeftOf(row.next_end, todayOn(visit.house.clock.today()));
  return <TimeLeft text={text} tone={tone} date={formatLongDate(row.next_end)} iso={row.next_end} />;
}

export function stateCell(row: TaskRow, visit: Visit) {
  const say = taskWords.in(visit.language);
  return (
    <>
      <Tag tone={STATE_TONES[row.state]}>{say(`task.state.${row.state}`)}</Tag>
      {row.milestones > 1 ? (
        <small> {say('task.milestones.done', { confirmed: row.confirmed, all: row.milestones })}</small>
      ) : null}
    </>
  );
}
