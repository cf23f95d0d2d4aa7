import { measureUrl } from '../../../../measures/index.ts';
import type { Visit } from '../../../../platform/http/visit.ts';
import { formatLongDate, formatNumber } from '../../../../platform/i18n/format.ts';
import { type Content, classes, Tag, TimeLeft } from '../../../../platform/view/index.ts';
import { periodCode } from '../../../../pure/law/index.ts';
import { formatDate } from '../../../../pure/vietnamese/index.ts';
import type { ReportingFields, TargetFields } from '../../../domain/draft.ts';
import { isLit, type LiveItem, type LiveTask, lateByRequirement } from '../../../domain/living/live-items.ts';
import { verdictOn } from '../../../domain/verdict.ts';
import { livingWords } from '../../../living-words.ts';
import { milestoneUrl, taskUrl } from '../../../task-urls.ts';
import { anchorOf, commitmentUrl, planAtUrl, planPartUrl, reportPeriodUrl } from '../../../urls.ts';
import { planWords } from '../../../words.ts';
import { STATE_TONES, timeLeftOf } from '../../task/say.ts';
import { CommitmentStateTag } from '../commitment-state-tag.tsx';
import { labelOf, SIGNS } from '../describe.ts';
import { PART_OF } from '../plan-tabs.tsx';
import { TargetTag, TargetValue, whyUncountable } from '../target-standing.tsx';
import type { Living } from './read.ts';

interface NoteProps {
  visit: Visit;
  living: Living;
  item: LiveItem;
  /** What stands below it: the words as they were read. */
  children?: Content;
}

/** What stands in the margin beside an item: its state, whose it is, and what comes next; it opens the thing itself. */
export function Note({ visit, living, item, children }: NoteProps) {
  return (
    <div class={classes('note', litClass(living, item))} id={anchorOf(item.key)}>
      <p class="note-head">
        <a href={hrefOf(living, item)}>{labelOf(item.item, item.index)}</a>{' '}
        <State visit={visit} living={living} item={item} />
      </p>
      <Next visit={visit} living={living} item={item} />
      {children}
    </div>
  );
}

/** Whether the reader's filter leaves it undimmed; nothing is said where nobody filters. */
export function litClass({ narrowed }: Living, ...items: readonly LiveItem[]): string {
  if (narrowed.litBy === null && narrowed.unit === null) return '';
  return items.some((item) => isLit(item, narrowed)) ? 'lit' : 'dim';
}

function hrefOf({ plan }: Living, { key, kind, item, task, target }: LiveItem): string {
  if (task !== null) return taskUrl(task.id);
  const period = kind === 'reporting' ? periodCode((item.fields as ReportingFields).period) : null;
  if (period !== null) return reportPeriodUrl(plan.id, period);
  if (kind === 'commitment') return commitmentUrl(plan.id, key);
  if (target?.measure) return measureUrl(target.measure, { partOf: plan.id });
  return planPartUrl(plan.id, PART_OF[kind], key);
}

/** The state as word and shape. */
function State({ visit, living, item }: NoteProps) {
  const { task, target, progress } = item;
  if (task !== null) return <TaskState visit={visit} living={living} task={task} />;
  if (target !== null) return <TargetTag visit={visit} target={target} />;
  return progress === null ? null : <CommitmentStateTag visit={visit} counts={progress} />;
}

function TaskState({ visit, living, task }: { visit: Visit; living: Living; task: LiveTask }) {
  const say = livingWords.in(visit.language);
  const verdict = verdictOn(task.nextEnd, null, living.today);
  const doneLate = task.milestones.some(
    ({ end, evidenceDate }) =>
      evidenceDate !== null && verdictOn(end, evidenceDate, living.today) === 'done_late',
  );
  const tag =
    verdict === 'late' ? (
      <Tag tone="late">{visit.say('tasks.show.late')}</Tag>
    ) : task.state === 'confirmed' ? (
      <Tag tone="done">{say(doneLate ? 'living.done.late' : 'living.done')}</Tag>
    ) : verdict === 'due_soon' && !task.waiting ? (
      <Tag tone="due-soon">{visit.say('tasks.show.due_soon')}</Tag>
    ) : (
      <Tag tone={STATE_TONES[task.state]}>{visit.say(`tasks.show.${task.state}`)}</Tag>
    );
  return (
    <>
      {tag}
      {lateByRequirement(task, living.today) ? (
        <>
          {' '}
          <Tag tone="late">{say('living.by-requirement')}</Tag>
        </>
      ) : null}
    </>
  );
}

/** Whose it is, its next day, and its value. */
function Next({ visit, living, item }: NoteProps) {
  const say = livingWords.in(visit.language);
  const { task, target, due, carriedBy, kind } = item;
  const parts: Content[] = [];
  const units = item.units.map((id) => unitCode(living, id));
  if (units.length > 0) parts.push(<strong>{units.join(', ')}</strong>);
  else if (kind === 'duty' && 'unit' in item.item.fields) parts.push(item.item.fields.unit);
  if (task !== null) parts.push(...taskParts(visit, living, task));
  if (target !== null) parts.push(...targetParts(visit, living, item));
  if (due !== null) {
    const { period, from } = item.item.fields as ReportingFields;
    parts.push([period, from].filter((part) => part !== null).join(', '));
    const { text, tone } = timeLeftOf(due.end, living.today);
    parts.push(
      due.verdict === 'late' ? (
        say('living.passed', { date: formatDate(due.end) })
      ) : (
        <>
          <TimeLeft text={text} tone={tone} date={formatLongDate(due.end)} iso={due.end} /> ·{' '}
          {formatDate(due.end)}
        </>
      ),
    );
  }
  if (kind === 'commitment')
    parts.push(
      ...carriedBy.map((one) => (
        <a href={one.task === null ? planAtUrl(living.plan.id, one.key) : taskUrl(one.task.id)}>
          {labelOf(one.item, one.index)}
        </a>
      )),
    );
  if (parts.length === 0) return null;
  return (
    <p class="note-more">
      {parts.map((part, index) => (
        <>
          {index === 0 ? null : ' · '}
          {part}
        </>
      ))}
    </p>
  );
}

export const unitCode = ({ units }: Living, id: string) => units.get(id)?.code ?? '–';

function taskParts(visit: Visit, { today }: Living, task: LiveTask): Content[] {
  const say = livingWords.in(visit.language);
  const parts: Content[] = [];
  const all = task.milestones.length;
  const done = task.milestones.filter(({ state }) => state === 'confirmed').length;
  const next = task.milestones.find(({ end, evidenceDate }) => evidenceDate === null && end === task.nextEnd);
  if (task.nextEnd !== null) {
    const { text, tone } = timeLeftOf(task.nextEnd, today);
    const href = all > 1 && next !== undefined ? milestoneUrl(task.id, next.no) : undefined;
    parts.push(
      <TimeLeft text={text} tone={tone} date={formatLongDate(task.nextEnd)} iso={task.nextEnd} href={href} />,
      formatDate(task.nextEnd),
    );
  } else {
    const last = task.milestones
      .flatMap(({ evidenceDate }) => evidenceDate ?? [])
      .sort()
      .at(-1);
    if (last !== undefined) parts.push(say('living.evidence', { date: formatDate(last) }));
    else if (task.state !== 'confirmed') parts.push(visit.say('task.no-due'));
  }
  if (all > 1) parts.push(say('living.milestones', { confirmed: done, all }));
  if (task.expectedOn !== null && task.state !== 'confirmed')
    parts.push(say('living.expected', { date: formatDate(task.expectedOn) }));
  return parts;
}

function targetParts(visit: Visit, { plan }: Living, { item, target }: LiveItem): Content[] {
  if (target === null) return [];
  const fields = item.fields as TargetFields;
  const threshold = planWords.in(visit.language)('review.target', {
    comparator: SIGNS[fields.comparator],
    threshold: formatNumber(fields.threshold),
    unit: fields.measureUnit,
  });
  const why = whyUncountable(visit, target);
  return [
    ...(target.measured === null ? [] : [<TargetValue plan={plan.id} target={target} />]),
    threshold,
    ...(why === null ? [] : [why]),
  ];
}
