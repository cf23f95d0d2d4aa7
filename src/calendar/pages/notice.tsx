import { allAgenciesIn } from '../../agencies/index.ts';
import { ActionButton, ActionForm } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatWeekday } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, ButtonRow, DataTable, Notice, Tag } from '../../platform/view/index.ts';
import type { CivilDate, OfficialDay, WallTime } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { appointedChanges, digestOf, type SourceChange } from '../appointed.ts';
import { type DayChange, dayChanges } from '../domain/notice.ts';
import { type CalendarNotice, calendarsOf, findNotice } from '../notices.ts';
import { calendarUrl, noticeUrl } from '../urls.ts';
import { calendarWords } from '../words.ts';
import { STATE_TONES } from './calendar.tsx';

const A_PAGE = 100;

/** A notice: which days it changes, which appointed times these would move, and its approval. */
export const noticePage = definePage(noticeUrl(':notice'), async (visit) => {
  const id = visit.param('notice');
  const sources = visit.house.slices.flatMap(({ appointed }) => appointed ?? []);
  const found = UUID.test(id)
    ? await visit.read('calendar.read', async (query) => {
        const notice = await findNotice(query, id);
        if (notice === undefined) return undefined;
        if (notice.state !== 'pending') return { notice, days: [], changes: [] };
        const { before, after } = await calendarsOf(query, notice);
        const changes = await appointedChanges(query, sources, await allAgenciesIn(query), after);
        return { notice, days: dayChanges(before, after), changes };
      })
    : undefined;
  if (found === undefined || !visit.may('calendar.read', { agencyId: found.notice.agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { notice, days, changes } = found;
  const say = calendarWords.in(visit.language);
  return {
    title: notice.number,
    kicker: say('notice.kicker', { day: formatDate(notice.announcedOn) }),
    breadcrumbs: [{ href: calendarUrl(), label: say('calendar.menu') }],
    body: (
      <>
        <p>
          <Tag tone={STATE_TONES[notice.state]}>{say(`notice.state.${notice.state}`)}</Tag>
        </p>
        {notice.state === 'pending' ? (
          <Pending visit={visit} notice={notice} days={days} changes={changes} />
        ) : (
          <NoticeDays visit={visit} notice={notice} />
        )}
      </>
    ),
  };
});

function Pending({
  visit,
  notice,
  days,
  changes,
}: {
  visit: Visit;
  notice: CalendarNotice;
  days: readonly DayChange[];
  changes: readonly SourceChange[];
}) {
  const say = calendarWords.in(visit.language);
  const subject = { agencyId: notice.agencyId };
  const params = { notice: notice.id };
  const verdict = visit.may('calendar.approve', subject);
  const shown = (day: OfficialDay | null) =>
    day === null ? (
      say('notice.ordinary')
    ) : (
      <>
        {/* The names of other kinds say what they are. */}
        {day.kind === 'off-holiday' ? `${say('calendar.kind.off-holiday')}: ` : null}
        <span lang="vi">{day.name}</span>
      </>
    );
  return (
    <>
      <Notice tone={changes.length === 0 ? 'info' : 'warning'}>
        {changes.length === 0 ? say('notice.moves-nothing') : say('notice.moves', { count: changes.length })}
      </Notice>
      <ChangeTable visit={visit} notice={notice} changes={changes} />
      <DataTable
        id="days"
        caption={say('notice.changed-days')}
        rows={days}
        empty={{ text: say('notice.changed-days.none') }}
        columns={[
          {
            key: 'date',
            label: say('calendar.day'),
            rowHeader: true,
            nowrap: true,
            cell: ({ date }) => dayOf(date),
          },
          { key: 'before', label: say('notice.before'), cell: ({ before }) => shown(before) },
          { key: 'after', label: say('notice.after'), cell: ({ after }) => shown(after) },
        ]}
      />
      <section>
        <h2>{say('notice.approval')}</h2>
        <p>{say(changes.length === 0 ? 'notice.approval.moving-none' : 'notice.approval.lead')}</p>
        {verdict.allowed ? (
          <ButtonRow>
            <ActionForm
              visit={visit}
              action="calendar_notice.approve"
              params={params}
              seq={notice.seq}
              keep={false}
              hidden={{ seen: digestOf(changes) }}
            >
              <Button>
                {changes.length === 0
                  ? say('notice.approve')
                  : say('notice.approve.moving', { count: changes.length })}
              </Button>
            </ActionForm>
            <ActionButton
              visit={visit}
              action="calendar_notice.decline"
              params={params}
              seq={notice.seq}
              subject={subject}
              variant="secondary"
            >
              {say('notice.decline')}
            </ActionButton>
          </ButtonRow>
        ) : (
          <p>{visit.words(verdict.reason)}</p>
        )}
      </section>
    </>
  );
}

function ChangeTable({
  visit,
  notice,
  changes,
}: {
  visit: Visit;
  notice: CalendarNotice;
  changes: readonly SourceChange[];
}) {
  const say = calendarWords.in(visit.language);
  if (changes.length === 0) return null;
  const page = Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1);
  const from = (page - 1) * A_PAGE;
  const rows = changes.slice(from, from + A_PAGE);
  const address = (to: number) => `${noticeUrl(notice.id)}?page=${to}`;
  return (
    <DataTable
      id="changes"
      caption={say('notice.changes')}
      rows={rows}
      empty={{ text: say('notice.moves-nothing') }}
      paging={
        changes.length > A_PAGE
          ? {
              from: from + 1,
              to: from + rows.length,
              total: changes.length,
              previous: page > 1 ? address(page - 1) : undefined,
              next: from + A_PAGE < changes.length ? address(page + 1) : undefined,
            }
          : undefined
      }
      columns={[
        {
          key: 'thing',
          label: say('notice.thing'),
          rowHeader: true,
          cell: ({ thing, source }) => (
            <>
              {visit.say(`appointed.kind.${source.kind}`)}{' '}
              <a href={thing.href} lang="vi">
                {thing.title}
              </a>
            </>
          ),
        },
        {
          key: 'before',
          label: say('notice.due-before'),
          nowrap: true,
          cell: ({ thing }) => momentOf(thing.due),
        },
        { key: 'after', label: say('notice.due-after'), nowrap: true, cell: ({ due }) => momentOf(due) },
        {
          key: 'why',
          label: say('notice.why'),
          width: 'broad',
          cell: ({ days }) =>
            days
              .map(({ date, counted }) =>
                say(counted ? 'notice.why.counted' : 'notice.why.off', { day: dayOf(date) }),
              )
              .join('; '),
        },
      ]}
    />
  );
}

/** What a settled notice said. */
function NoticeDays({ visit, notice }: { visit: Visit; notice: CalendarNotice }) {
  const say = calendarWords.in(visit.language);
  return (
    <>
      {notice.version === null ? null : <p>{say('notice.version', { version: notice.version })}</p>}
      <DataTable
        id="days"
        caption={say('notice.days')}
        rows={notice.days}
        empty={{ text: say('notice.changed-days.none') }}
        columns={[
          {
            key: 'date',
            label: say('calendar.day'),
            rowHeader: true,
            nowrap: true,
            cell: ({ date }) => dayOf(date),
          },
          {
            key: 'kind',
            label: say('calendar.kind'),
            cell: ({ kind }) => say(kind === 'ordinary' ? 'notice.ordinary' : `calendar.kind.${kind}`),
          },
          { key: 'name', label: say('calendar.name'), cell: ({ name }) => <span lang="vi">{name}</span> },
          {
            key: 'basis',
            label: say('calendar.basis'),
            width: 'broad',
            cell: ({ legalBasis }) => <span lang="vi">{legalBasis}</span>,
          },
        ]}
      />
    </>
  );
}

const dayOf = (date: CivilDate) => `${formatWeekday(date)}, ${formatDate(date)}`;
const momentOf = (moment: WallTime) => `${moment.slice(11)} ${formatDate(moment.slice(0, 10))}`;
