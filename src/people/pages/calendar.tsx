import { definePage } from '../../platform/http/page.ts';
import { formatWeekday } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { DataTable, Notice, Tabs, Tag } from '../../platform/view/index.ts';
import { officialDays } from '../../pure/calendar/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { calendarUrl } from '../urls.ts';
import { peopleWords } from '../words.ts';

const TONES = {
  'off-holiday': 'on-time',
  'off-compensation': 'waiting',
  'off-swap': 'waiting',
  'working-swap': 'due-soon',
} as const;

/** The official days of each year with their legal basis: nothing to type, all to check. */
export const calendarPage = definePage(calendarUrl(), async (visit) => {
  if (visit.scope('agency.read').agencies.length === 0) return refuse('unauthenticated:sign-in');
  const say = peopleWords.in(visit.language);
  const years = [...new Set(officialDays.map((day) => Number(day.date.slice(0, 4))))];
  const wanted = Number(visit.url.searchParams.get('year') ?? visit.house.clock.today().slice(0, 4));
  const year = years.includes(wanted) ? wanted : Math.max(...years);
  const days = officialDays.filter((day) => day.date.startsWith(`${year}-`));
  return {
    title: say('calendar.title', { year }),
    lead: say('calendar.lead'),
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
          rows={[...days].sort((a, b) => a.date.localeCompare(b.date))}
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
              cell: (day) => <Tag tone={TONES[day.kind]}>{say(`calendar.kind.${day.kind}`)}</Tag>,
            },
            { key: 'name', label: say('calendar.name'), cell: (day) => day.name },
            {
              key: 'basis',
              label: say('calendar.basis'),
              width: 'broad',
              cell: (day) =>
                day.provisional ? `${day.legalBasis} (${say('calendar.provisional')})` : day.legalBasis,
            },
          ]}
        />
      </>
    ),
  };
});
