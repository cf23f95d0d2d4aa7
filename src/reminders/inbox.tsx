import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { Visit } from '../platform/http/visit.ts';
import { formatLongDate } from '../platform/i18n/format.ts';
import { formatDaysLeft } from '../platform/i18n/time-left.ts';
import { defineList } from '../platform/lists/index.ts';
import type { Actor } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { Tag, TimeLeft } from '../platform/view/index.ts';

import { formatDate } from '../pure/vietnamese/index.ts';
import { inboxUrl, reminderUrl } from './urls.ts';
import { reminderWords } from './words.ts';

const STATES = ['unread', 'read', 'past'] as const;
const TONES = { unread: 'waiting', read: 'neutral', past: 'done' } as const;
/** Beyond so many, "more than that" is all that anybody wants to know. */
export const MOST_UNREAD = 99;

/** How many reminders somebody has not read, counted no further than anybody reads. */
export async function countUnread(query: Reader, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (SELECT FROM reminder
      WHERE person_id = ${personId} AND read_at IS NULL AND past_at IS NULL LIMIT ${MOST_UNREAD + 1}) AS unread`.execute(
    query,
  );
  return rows[0]?.count ?? 0;
}

/** One's own alone: whoever acts for somebody gets reminders of their own. */
function remindersOf(query: Reader, actor: Actor) {
  return query
    .selectFrom('reminder')
    .select([
      'reminder.id',
      'reminder.kind',
      'reminder.title',
      'reminder.last_day',
      'reminder.letter',
      'reminder.sent_at',
      'reminder.read_at',
      'reminder.past_at',
    ])
    .where(sql<SqlBool>`reminder.agency_id = ${actor.agencyId} AND reminder.person_id = ${actor.personId}`);
}

type ReminderRow = Awaited<ReturnType<ReturnType<typeof remindersOf>['execute']>>[number];

/** What one was reminded of, the newest first. */
export const inboxList = defineList({
  name: 'inbox',
  path: inboxUrl(),
  permission: 'inbox.use',
  title: 'inbox.title',
  empty: 'inbox.empty',
  query: (query, _scope, { actor }) => remindersOf(query, actor),
  order: ['reminder.id desc'],
  id: (row: ReminderRow) => row.id,
  columns: [
    { key: 'sentAt', label: 'inbox.sent-at', type: 'instant', value: (row) => row.sent_at },
    {
      key: 'title',
      label: 'inbox.about',
      rowHeader: true,
      width: 'broad',
      value: (row) => row.title,
      cell: titleCell,
    },
    {
      key: 'kind',
      label: 'inbox.kind',
      value: (row, say) => say(`reminder.kind.${row.kind}`),
      code: (row) => row.kind,
    },
    {
      key: 'lastDay',
      label: 'inbox.last-day',
      type: 'date',
      value: (row) => row.last_day,
      cell: dueCell,
      sort: 'reminder.last_day',
    },
    {
      key: 'state',
      label: 'inbox.state',
      value: (row, say) => say(`inbox.state.${stateOf(row)}`),
      code: stateOf,
      cell: (row, visit) => <Tag tone={TONES[stateOf(row)]}>{visit.say(`inbox.state.${stateOf(row)}`)}</Tag>,
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'inbox.search',
      apply: (builder, typed) => builder.where(holdsWords('reminder.title_fold', typed)),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'inbox.state',
      options: (_query, _scope, { say }) =>
        STATES.map((state) => ({ value: state, label: say(`inbox.state.${state}`) })),
      apply: (builder, state) =>
        state === 'past'
          ? builder.where('reminder.past_at', 'is not', null)
          : builder
              .where('reminder.past_at', 'is', null)
              .where('reminder.read_at', state === 'unread' ? 'is' : 'is not', null),
    },
    {
      kind: 'select',
      name: 'kind',
      label: 'inbox.kind',
      options: async (query, _scope, { actor, say }) => {
        const rows = await remindersOf(query, actor).clearSelect().select('kind').distinct().execute();
        return rows.map(({ kind }) => ({ value: kind, label: say(`reminder.kind.${kind}`) }));
      },
      apply: (builder, kind) => builder.where('reminder.kind', '=', kind),
    },
  ],
});

function stateOf(row: ReminderRow): (typeof STATES)[number] {
  if (row.past_at !== null) return 'past';
  return row.read_at === null ? 'unread' : 'read';
}

function titleCell(row: ReminderRow, visit: Visit) {
  return (
    <>
      <a href={reminderUrl(row.id)}>{row.title}</a>
      {row.letter === null ? null : (
        <details>
          <summary>{reminderWords.in(visit.language)('inbox.letter')}</summary>
          <p class="as-typed">{row.letter}</p>
        </details>
      )}
    </>
  );
}

function dueCell(row: ReminderRow, visit: Visit) {
  if (row.last_day === null) return null;
  // How long there was, or how late it was, is said by the thing itself.
  if (row.past_at !== null) return formatDate(row.last_day);
  const today = visit.house.clock.today();
  return (
    <TimeLeft
      text={formatDaysLeft(row.last_day, today)}
      // What is reminded of is due soon.
      tone={today > row.last_day ? 'late' : 'due-soon'}
      date={formatLongDate(row.last_day)}
      iso={row.last_day}
    />
  );
}
