import { findRootAgency } from '../../agencies/index.ts';
import { ActionButton } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatWeekday } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, DataTable, Notice, Tabs, Tag } from '../../platform/view/index.ts';
import { type OfficialDay, officialDays } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { dayChanges } from '../domain/notice.ts';
import { calendarInForce, officialDaysOf } from '../in-force.ts';
import { type CalendarNotice, listNotices } from '../notices.ts';
import { agencyHoursUrl, calendarUrl, newNoticeUrl, noticeUrl } from '../urls.ts';
import { calendarWords } from '../words.ts';

export const KIND_TONES = {
  'off-holiday': 'on-time',
  'off-compensation': 'waiting',
  'off-swap': 'waiting',
  'working-swap': 'due-soon',
} as const;
export const STATE_TONES = { pending: 'due-soon', approved: 'done', declined: 'neutral' } as const;

/** The official days of each year with their legal basis, and the notices by which they came or would change. */
export const calendarPage = definePage(calendarUrl(), async (visit) => {
  if (visit.scope('calendar.read').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = calendarWords.in(visit.language);
  const { all, notices, root, version } = await visit.read('calendar.read', async (query) => {
    const inForce = await calendarInForce(query);
    return {
      version: inForce.version,
      all: await officialDaysOf(query, inForce),
      notices: await listNotices(query),
      root: await findRootAgency(query),
    };
  });
  const years = [...new Set(all.map((day) => Number(day.date.slice(0, 4))))];
  const wanted = Number(visit.url.searchParams.get('year') ?? visit.house.clock.today().slice(0, 4));
  const year = years.includes(wanted) ? wanted : Math.max(...years);
  const days = all.filter((day) => day.date.startsWith(`${year}-`));
  const subject = { agencyId: root?.id ?? visit.actor.agencyId };
  return {
    title: say('calendar.title', { year }),
    lead: say('calendar.lead'),
    act: (
      <Button href={agencyHoursUrl(visit.actor.agencyId)} variant="secondary">
        {say('office-hours.menu')}
      </Button>
    ),
    body: (
      <>
        <Tabs
          label={say('calendar.years')}
          links={years.map((one) => ({ href: calendarUrl(one), label: String(one), current: one === year }))}
        />
        {days.some((day) => day.provisional) ? (
          <Notice tone="warning">{say('calendar.provisional.lead')}</Notice>
        ) : null}
        <DataTable
          id="official-days"
          caption={say('calendar.title', { year })}
          captionHidden
          rows={days}
          empty={{ text: say('calendar.empty') }}
          columns={[
            {
              key: 'date',
              label: say('calendar.day'),
              rowHeader: true,
              nowrap: true,
              cell: (day) => `${formatWeekday(day.date)}, ${formatDate(day.date)}`,
            },
            {
              key: 'kind',
              label: say('calendar.kind'),
              cell: (day) => <Tag tone={KIND_TONES[day.kind]}>{say(`calendar.kind.${day.kind}`)}</Tag>,
            },
            { key: 'name', label: say('calendar.name'), cell: (day) => <span lang="vi">{day.name}</span> },
            {
              key: 'basis',
              label: say('calendar.basis'),
              width: 'broad',
              cell: (day) => (
                <>
                  <span lang="vi">{day.legalBasis}</span>
                  {day.provisional ? ` (${say('calendar.provisional')})` : null}
                </>
              ),
            },
          ]}
        />
        <Notices visit={visit} notices={notices} version={version} inForce={all} subject={subject} />
      </>
    ),
  };
});

function Notices({
  visit,
  notices,
  version,
  inForce,
  subject,
}: {
  visit: Visit;
  notices: readonly CalendarNotice[];
  version: number;
  inForce: readonly OfficialDay[];
  subject: { agencyId: string };
}) {
  const say = calendarWords.in(visit.language);
  const mayEnter = visit.may('calendar.enter', subject).allowed;
  const isPending = notices.some(({ state }) => state === 'pending');
  const differing = dayChanges(inForce, officialDays).length;
  return (
    <section>
      <h2>{say('notices.title')}</h2>
      <p>{say('notices.lead', { version })}</p>
      {/* After a notice the installation has its own calendar, of which the product's knows nothing. */}
      {mayEnter && differing > 0 && version === 1 && !isPending ? (
        <Notice tone="info" title={say('notices.product', { days: differing })}>
          <ActionButton
            visit={visit}
            action="calendar_notice.save"
            subject={subject}
            variant="secondary"
            hidden={{
              product: 'on',
              number: say('notices.product.number'),
              announcedOn: visit.house.clock.today(),
            }}
          >
            {say('notices.product.enter')}
          </ActionButton>
        </Notice>
      ) : null}
      <DataTable
        id="notices"
        caption={say('notices.title')}
        captionHidden
        rows={notices}
        empty={{ text: say('notices.empty') }}
        columns={[
          {
            key: 'number',
            label: say('notice.number'),
            rowHeader: true,
            cell: (notice) => (
              <a href={noticeUrl(notice.id)} lang="vi">
                {notice.number}
              </a>
            ),
          },
          {
            key: 'announced',
            label: say('notice.announced-on'),
            nowrap: true,
            cell: (notice) => formatDate(notice.announcedOn),
          },
          { key: 'days', label: say('notice.days'), align: 'end', cell: (notice) => notice.days.length },
          {
            key: 'state',
            label: say('notice.state'),
            cell: (notice) => (
              <Tag tone={STATE_TONES[notice.state]}>{say(`notice.state.${notice.state}`)}</Tag>
            ),
          },
        ]}
      />
      {mayEnter ? (
        <ButtonRow>
          <Button href={newNoticeUrl()}>{say('notices.enter')}</Button>
        </ButtonRow>
      ) : null}
    </section>
  );
}
