import type { Reader } from '../../platform/database/database.ts';
import { defineList, listPage } from '../../platform/lists/index.ts';
import type { Scope } from '../../platform/policy/policy.ts';
import { holdsWords } from '../../platform/search/folded.ts';
import { Tag } from '../../platform/view/index.ts';
import { mailsUrl } from '../urls.ts';
import { reminderWords } from '../words.ts';

const MAIL_STATES = ['waiting', 'sent', 'given_up'] as const;
const TONES = { waiting: 'waiting', sent: 'done', given_up: 'late' } as const;

function mailsOf(query: Reader, scope: Scope) {
  return query
    .selectFrom('mail')
    .innerJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'mail.agency_id').onRef('person.id', '=', 'mail.person_id'),
    )
    .select((eb) => [
      'mail.id',
      'mail.state',
      'mail.tries',
      'mail.made_at',
      'mail.address',
      'mail.failure',
      'mail.answer',
      'mail.ended_at',
      'person.name',
      eb
        .selectFrom('reminder')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('reminder.agency_id', '=', 'mail.agency_id')
        .whereRef('reminder.mail_id', '=', 'mail.id')
        .as('reminders'),
    ])
    .where('mail.agency_id', 'in', [...scope.whole]);
}

type MailRow = Awaited<ReturnType<ReturnType<typeof mailsOf>['execute']>>[number];

/** Which letters went out, and why others did not; what they say is for their readers alone. */
export const mailList = defineList({
  name: 'mails',
  path: mailsUrl(),
  permission: 'mail.read',
  title: 'mails.title',
  empty: 'mails.empty',
  query: mailsOf,
  order: ['mail.id desc'],
  id: (row: MailRow) => row.id,
  columns: [
    { key: 'madeAt', label: 'mails.made-at', type: 'instant', value: (row) => row.made_at },
    { key: 'person', label: 'mails.person', rowHeader: true, value: (row) => row.name },
    { key: 'address', label: 'mails.address', value: (row) => row.address },
    { key: 'reminders', label: 'mails.reminders', type: 'number', value: (row) => row.reminders ?? 0 },
    {
      key: 'state',
      label: 'inbox.state',
      value: (row, say) => say(`mail.state.${row.state}`),
      code: (row) => row.state,
      cell: (row, visit) => (
        <Tag tone={TONES[row.state as 'sent']}>{visit.say(`mail.state.${row.state}`)}</Tag>
      ),
    },
    { key: 'tries', label: 'mails.tries', type: 'number', value: (row) => row.tries },
    {
      key: 'failure',
      label: 'mails.failure',
      width: 'broad',
      value: (row, say) =>
        row.failure === null
          ? null
          : [say(`mail.failure.${row.failure}`), row.answer].filter((words) => words !== null).join(' '),
      code: (row) => row.failure,
    },
    { key: 'endedAt', label: 'mails.ended-at', type: 'instant', value: (row) => row.ended_at },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'mails.search',
      apply: (builder, typed) => builder.where(holdsWords('person.name_fold', typed)),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'inbox.state',
      options: (_query, _scope, { say }) =>
        MAIL_STATES.map((state) => ({ value: state, label: say(`mail.state.${state}`) })),
      apply: (builder, state) => builder.where('mail.state', '=', state),
    },
  ],
});

/** The same as a page, which says too whether letters can leave the house at all. */
export const mailsPage = listPage(mailList, (visit) => {
  const say = reminderWords.in(visit.language);
  const { demo, mail } = visit.house;
  return {
    lead: say(demo ? 'mails.lead.demo' : mail === null ? 'mails.lead.none' : 'mails.lead'),
  };
});
