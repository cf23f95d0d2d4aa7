import { ActionForm, fieldsOf, typedRows } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Counts,
  DataTable,
  EmptyState,
  Select,
  Tag,
  type Tone,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import {
  DOUBT_KINDS,
  type Doubt,
  type DoubtKind,
  FATES,
  type Fate,
  type NextTask,
  type NextYear,
} from '../../domain/next-year/next-year.ts';
import { RECURRENCES } from '../../domain/next-year/recurrence.ts';
import type { DueWindow } from '../../domain/read-plan.ts';
import { nextYearWords } from '../../next-year-words.ts';
import { taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { nextYearPdfUrl, nextYearUrl, nextYearWordUrl, planAtUrl, plansUrl, planUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { STATE_TONES } from '../task/say.ts';
import { labelOf } from './describe.ts';
import { type Drafting, readNextYear } from './next-year-read.ts';

const FATE_TONES = {
  recurs: 'neutral',
  unsettled: 'due-soon',
  carried_over: 'waiting',
  dropped: 'done',
} as const satisfies Record<Fate, Tone>;

const DOUBT_TONES = {
  late: 'late',
  late_by_requirement: 'late',
  done_late: 'due-soon',
  done_late_by_requirement: 'due-soon',
  target_not_met: 'late',
  window: 'late',
  unplaced: 'due-soon',
  basis: 'due-soon',
  error: 'late',
  warning: 'due-soon',
  info: 'neutral',
} as const satisfies Record<DoubtKind, Tone>;

/** Next year's plan, drafted from this one: what becomes of each task, and what is doubtful. */
export const nextYearPage = definePage(nextYearUrl(':plan'), async (visit) => {
  const drafting = await readNextYear(visit);
  if (isRefusal(drafting)) return drafting;
  const say = nextYearWords.in(visit.language);
  const { row, next } = drafting;
  const title = next === null ? say('next-year.tab') : say('next-year.title', { year: next.year });
  return {
    title,
    kicker: [planWords.in(visit.language)('plan.title'), row.number]
      .filter((part) => part !== null)
      .join(' '),
    lead: next === null ? undefined : say('next-year.lead', { year: next.year }),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: planWords.in(visit.language)('plans.title') },
      { href: planUrl(row.id), label: row.title ?? row.fileName },
      { href: nextYearUrl(row.id), label: title, current: true },
    ],
    body:
      next === null ? (
        <EmptyState>{say('next-year.no-year')}</EmptyState>
      ) : (
        <>
          <ButtonRow>
            <Button href={nextYearWordUrl(row.id)}>{say('next-year.word')}</Button>
            <Button href={nextYearWordUrl(row.id, '?doubts=1')} variant="secondary">
              {say('next-year.word.doubts')}
            </Button>
            <Button href={nextYearPdfUrl(row.id)} variant="secondary">
              {say('next-year.pdf')}
            </Button>
          </ButtonRow>
          <p class="hint">{say('next-year.template')}</p>
          <Tasks visit={visit} drafting={drafting} next={next} />
          <Doubts visit={visit} drafting={drafting} next={next} />
        </>
      ),
  };
});

interface Props {
  visit: Visit;
  drafting: Drafting;
  next: NextYear;
}

/** What the address narrows a list to; null where it does not. */
function chosen<T extends string>(visit: Visit, name: string, of: readonly T[]): T | null {
  return of.find((one) => one === visit.url.searchParams.get(name)) ?? null;
}

/** The page with one of its lists narrowed, the other as it is. */
function narrowedTo(visit: Visit, plan: string, name: 'fate' | 'doubt', value: string | null): string {
  const search = new URLSearchParams();
  for (const key of ['fate', 'doubt']) {
    const now = key === name ? value : visit.url.searchParams.get(key);
    if (now !== null) search.set(key, now);
  }
  const query = search.size === 0 ? '' : `?${search}`;
  return `${nextYearUrl(plan, query)}#${name === 'fate' ? 'next-tasks' : 'next-doubts'}`;
}

function Tasks({ visit, drafting: { row, state }, next }: Props) {
  const say = nextYearWords.in(visit.language);
  const fate = chosen(visit, 'fate', FATES);
  const typed = typedRows(visit, 'task.settle', { plan: row.id }, 'tasks', ['key']);
  // What was typed stays with its task, also where the list has changed meanwhile.
  const shown =
    typed?.flatMap(([key]) => next.tasks.find((task) => task.key === key) ?? []) ??
    next.tasks.filter((task) => fate === null || task.fate === fate);
  const rows = shown.map((task, index) => ({ ...task, index }));
  const field = fieldsOf(visit, 'task.settle', { plan: row.id });
  const options = RECURRENCES.map((one) => ({ value: one, label: say(`next-year.recurrence.${one}`) }));
  const count = (of: Fate) => next.tasks.filter((task) => task.fate === of).length;
  return (
    <section id="next-tasks">
      <h2>{say('next-year.tasks')}</h2>
      <Counts
        counts={[
          {
            label: say('next-year.all'),
            count: next.tasks.length,
            href: narrowedTo(visit, row.id, 'fate', null),
            current: fate === null,
          },
          ...FATES.map((of) => ({
            label: say(`next-year.fate.${of}`),
            tone: FATE_TONES[of],
            count: count(of),
            href: narrowedTo(visit, row.id, 'fate', of),
            current: fate === of,
          })),
        ]}
      />
      <ActionForm
        visit={visit}
        action="task.settle"
        params={{ plan: row.id }}
        seq={state.seq}
        hidden={{ fate: fate ?? '' }}
      >
        {rows.length < LONG ? null : <Button value="task.settle">{say('next-year.save')}</Button>}
        <DataTable
          id="next-year"
          caption={say('next-year.tasks')}
          captionHidden
          rows={rows}
          empty={{ text: say('next-year.none') }}
          columns={[
            {
              key: 'no',
              label: planWords.in(visit.language)('field.no'),
              width: 'narrow',
              cell: ({ no }) => no,
            },
            {
              key: 'title',
              label: planWords.in(visit.language)('field.title'),
              rowHeader: true,
              width: 'broad',
              cell: (task) => <TaskCell visit={visit} task={task} />,
            },
            { key: 'due', label: say('next-year.due'), cell: ({ due }) => <Windows windows={due} /> },
            {
              key: 'next-due',
              label: say('next-year.next-due'),
              cell: ({ nextDue, fate }) =>
                fate === 'dropped' ? (
                  <span class="hint">{say('next-year.next-due.none')}</span>
                ) : (
                  <Windows windows={nextDue} />
                ),
            },
            {
              key: 'work',
              label: say('next-year.work'),
              cell: ({ task, lateness }) =>
                task === null ? null : (
                  <>
                    <Tag tone={STATE_TONES[task.state]}>
                      {taskWords.in(visit.language)(`task.state.${task.state}`)}
                    </Tag>
                    {lateness === null ? null : (
                      <Tag tone={DOUBT_TONES[lateness]}>{say(`next-year.doubt.${lateness}`)}</Tag>
                    )}
                  </>
                ),
            },
            {
              key: 'recurrence',
              label: say('next-year.recurrence'),
              cell: ({ key, no, recurrence, settled, fate, index }) => (
                <>
                  <input type="hidden" name={`tasks.${index}.key`} value={key} />
                  <Select
                    label={say('next-year.recurrence.of', { no })}
                    labelHidden
                    options={options}
                    empty={
                      recurrence === null || settled
                        ? say('next-year.recurrence.none')
                        : say('next-year.suggested', {
                            recurrence: say(`next-year.recurrence.${recurrence}`),
                          })
                    }
                    {...field(`tasks.${index}.recurrence`, settled ? recurrence : '')}
                  />
                  <Tag tone={FATE_TONES[fate]}>{say(`next-year.fate.${fate}`)}</Tag>
                </>
              ),
            },
          ]}
        />
        {rows.length === 0 ? null : (
          <>
            <p class="hint">{say('next-year.save.hint')}</p>
            <Button value="task.settle">{say('next-year.save')}</Button>
          </>
        )}
      </ActionForm>
    </section>
  );
}

function TaskCell({ visit, task: { title, task, leadUnits, no, nextNo } }: { visit: Visit; task: NextTask }) {
  const say = nextYearWords.in(visit.language);
  const more = [
    leadUnits.join(', '),
    nextNo === null || nextNo === no ? '' : say('next-year.no.now', { no: nextNo }),
  ].filter((part) => part !== '');
  return (
    <>
      <span lang="vi">{task === null ? title : <a href={taskUrl(task.id)}>{title}</a>}</span>
      {more.length === 0 ? null : <small class="hint"> {more.join(' · ')}</small>}
    </>
  );
}

function Windows({ windows }: { windows: readonly DueWindow[] }) {
  return (
    <>
      {windows.map(({ raw, end }, index) => (
        <>
          {index === 0 ? null : <br />}
          {raw}
          {end === null ? null : <small class="hint"> ({formatDate(end)})</small>}
        </>
      ))}
    </>
  );
}

function Doubts({ visit, drafting, next }: Props) {
  const { row, signedOn } = drafting;
  const say = nextYearWords.in(visit.language);
  const kind = chosen(visit, 'doubt', DOUBT_KINDS);
  const rows = next.doubts.filter((doubt) => kind === null || doubt.kind === kind);
  const count = (of: DoubtKind) => next.doubts.filter((doubt) => doubt.kind === of).length;
  return (
    <section id="next-doubts">
      <h2>{say('next-year.doubts')}</h2>
      <p class="hint">
        {signedOn === null
          ? say('next-year.doubts.lead.undated')
          : say('next-year.doubts.lead', { date: formatDate(signedOn) })}
      </p>
      <Counts
        counts={[
          {
            label: say('next-year.all'),
            count: next.doubts.length,
            href: narrowedTo(visit, row.id, 'doubt', null),
            current: kind === null,
          },
          ...DOUBT_KINDS.filter((of) => count(of) > 0 || of === kind).map((of) => ({
            label: say(`next-year.doubt.${of}`),
            tone: DOUBT_TONES[of],
            count: count(of),
            href: narrowedTo(visit, row.id, 'doubt', of),
            current: kind === of,
          })),
        ]}
      />
      <DataTable
        id="doubts"
        caption={say('next-year.doubts')}
        captionHidden
        rows={rows}
        empty={{ text: say('next-year.doubts.none') }}
        columns={[
          {
            key: 'kind',
            label: say('next-year.doubt.kind'),
            nowrap: true,
            cell: (doubt) => <Tag tone={DOUBT_TONES[doubt.kind]}>{say(`next-year.doubt.${doubt.kind}`)}</Tag>,
          },
          {
            key: 'doubt',
            label: say('next-year.doubt'),
            rowHeader: true,
            width: 'broad',
            cell: (doubt) => <DoubtCell visit={visit} doubt={doubt} />,
          },
          {
            key: 'about',
            label: say('next-year.doubt.about'),
            width: 'broad',
            cell: (doubt) => <AboutCell drafting={drafting} doubt={doubt} />,
          },
        ]}
      />
    </section>
  );
}

function DoubtCell({ visit, doubt }: { visit: Visit; doubt: Doubt }) {
  const say = nextYearWords.in(visit.language);
  return (
    <>
      {doubt.message === null ? whyOf(say, doubt) : <span lang="vi">{doubt.message}</span>}
      {doubt.putOff === null ? null : (
        <small class="hint">
          {' '}
          {doubt.putOff === ''
            ? say('next-year.doubt.put-off.bare')
            : say('next-year.doubt.put-off', { note: doubt.putOff })}
        </small>
      )}
    </>
  );
}

/** What is doubtful, in a sentence. */
export function whyOf(say: ReturnType<(typeof nextYearWords)['in']>, { kind, message }: Doubt): string {
  switch (kind) {
    case 'error':
    case 'warning':
    case 'info':
      return message ?? '';
    default:
      return say(`next-year.doubt.${kind}.why`);
  }
}

/** The row of this year's plan, or the words of the draft. */
function AboutCell({
  drafting: { row, live },
  doubt: { key, words },
}: Pick<Props, 'drafting'> & { doubt: Doubt }) {
  const found = key === null ? undefined : live.get(key);
  if (found === undefined) return words === '' ? null : <q lang="vi">{shortened(words)}</q>;
  const name = labelOf(found.item, found.index);
  return (
    <>
      <a href={found.task === null ? planAtUrl(row.id, found.key) : taskUrl(found.task.id)}>{name}</a>
      {words === '' ? null : <q lang="vi">{shortened(words)}</q>}
    </>
  );
}

/** Rows above which one need not scroll down to save. */
const LONG = 12;
const LONGEST = 160;
const shortened = (words: string) => (words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`);
