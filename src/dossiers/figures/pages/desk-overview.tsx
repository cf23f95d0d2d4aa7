import { type SqlBool, sql } from 'kysely';
import { formatInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import { BarChart, Counts } from '../../../platform/view/index.ts';
import { CHANNELS } from '../../domain/dossier.ts';
import { dossiersWithin } from '../../queries.ts';
import { dossiersUrl } from '../../urls.ts';
import { dossierWords } from '../../words.ts';
import { DESK_SHOWS, type DeskOverview, readDeskOverview } from '../overview.ts';
import { deskOverviewUrl } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';

const TONES = { uncollected: 'waiting', late: 'late', supplement: 'waiting' } as const;

/** What the desk has before it today: what came in, what waits for it, what lies there; each number opens its list. */
export const deskOverviewPage = definePage(deskOverviewUrl(), async (visit) => {
  const { clock } = visit.house;
  const { agencyId } = visit.actor;
  if (!visit.scope('desk-overview.read').whole.includes(agencyId))
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = dossierFigureWords.in(visit.language);
  // The lists that the numbers open show what one may read.
  const overview = await visit.read('dossier.read', (query, scope) =>
    readDeskOverview(
      query,
      sql<SqlBool>`${dossiersWithin(scope)} AND dossier.agency_id = ${agencyId}`,
      clock,
    ),
  );
  return {
    title: say('desk-overview.title'),
    lead: say('overview.lead', { time: formatInstant(clock.now()) }),
    width: 'wide',
    body: (
      <>
        <h2>{say('desk-overview.waits')}</h2>
        <Counts
          counts={DESK_SHOWS.map((show) => ({
            label: visit.say(`dossiers.show.${show}`),
            count: formatNumber(overview.shows.get(show) ?? 0),
            href: dossiersUrl({ show }),
            tone: show in TONES ? TONES[show as keyof typeof TONES] : undefined,
          }))}
        />
        <h2>{say('desk-overview.today')}</h2>
        <Today visit={visit} overview={overview} />
      </>
    ),
  };
});

function Today({ visit, overview }: { visit: Visit; overview: DeskOverview }) {
  const say = dossierFigureWords.in(visit.language);
  const saying = dossierWords.in(visit.language);
  const today = visit.house.clock.today();
  const sum = [...overview.channels.values()].reduce((all, count) => all + count, 0);
  return (
    <>
      <Counts
        counts={[
          {
            label: say('desk-overview.received'),
            count: formatNumber(sum),
            href: dossiersUrl({ from: today, to: today }),
          },
          ...CHANNELS.map((channel) => ({
            label: saying(`channel.${channel}`),
            count: formatNumber(overview.channels.get(channel) ?? 0),
            href: dossiersUrl({ from: today, to: today, channel }),
          })),
        ]}
      />
      {overview.hours.length === 0 ? (
        <p>{say('desk-overview.none')}</p>
      ) : (
        <BarChart
          id="hours"
          title={say('desk-overview.hours')}
          description={say('desk-overview.hours.description', { count: sum })}
          rowHeading={say('desk-overview.hour')}
          valueHeading={say('desk-overview.received')}
          bars={overview.hours.map(({ hour, count }) => ({
            label: say('desk-overview.hour.of', { hour }),
            value: count,
            text: formatNumber(count),
          }))}
        />
      )}
    </>
  );
}
