import { type Agency, findAgency, findRootAgency, VersionHistory, versionsOf } from '../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  Checkboxes,
  DataTable,
  DateInput,
  Facts,
  Notice,
  TextArea,
  TextInput,
} from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type AgencyBelow, hoursBelow, hoursOn, officeHoursOf, type WrittenHours } from '../office-hours.ts';
import { agencyHoursUrl, calendarUrl, officeHoursUrl } from '../urls.ts';
import { calendarWords } from '../words.ts';

const A_PAGE = 50;

const LABELS = {
  valid_from: 'office-hours.from',
  legal_basis: 'office-hours.basis',
  season: 'office-hours.season',
  hours: 'office-hours.hours',
  other_season: 'office-hours.other-season',
  other_hours: 'office-hours.other-hours',
  reception: 'office-hours.reception',
  provisional: 'office-hours.provisional',
} as const;

/** The hours of the agency whose installation it is, for everyone: when one is received, and when the office works. */
export const officeHoursPage = definePage(officeHoursUrl(), async (visit) => {
  const found = await visit.house.database.unscoped(async (query) => {
    const agency = await findRootAgency(query);
    return agency && { agency, hours: await officeHoursOf(query, agency.id) };
  });
  if (found === undefined) return refuse('missing:thing');
  const say = calendarWords.in(visit.language);
  const now = hoursOn(found.hours, visit.house.clock.today());
  const maySet = visit.may('office_hours.set', { agencyId: found.agency.id }).allowed;
  return {
    title: say('office-hours.of', { agency: found.agency.shortName }),
    act: maySet ? (
      <Button href={agencyHoursUrl(found.agency.id)} variant="secondary">
        {say('office-hours.set')}
      </Button>
    ) : undefined,
    body: now === undefined ? null : <Hours visit={visit} hours={now} />,
  };
});

/** The office hours of an agency: those that hold, the form of those who set them, and every state they have had. */
export const agencyHoursPage = definePage(agencyHoursUrl(':agency'), async (visit) => {
  const id = visit.param('agency');
  const asked = visit.url.searchParams.get('version') ?? '';
  const found = UUID.test(id)
    ? await visit.read('calendar.read', async (query) => {
        const agency = await findAgency(query, id);
        if (agency === undefined) return undefined;
        const hours = await officeHoursOf(query, id);
        const chosen = hours.find((one) => one.id !== null && one.id === asked);
        const versions = chosen === undefined ? [] : await versionsOf(query, 'office_hours', asked);
        const below = await hoursBelow(query, id);
        return { agency, hours, chosen, versions, below };
      })
    : undefined;
  if (found === undefined || !visit.may('calendar.read', { agencyId: found.agency.id }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { agency, hours, chosen, versions, below } = found;
  const say = calendarWords.in(visit.language);
  const now = hoursOn(hours, visit.house.clock.today());
  const maySet = visit.may('office_hours.set', { agencyId: agency.id }).allowed;
  return {
    title: say('office-hours.of', { agency: agency.shortName }),
    lead: say('office-hours.lead'),
    breadcrumbs: [{ href: calendarUrl(), label: say('calendar.menu') }],
    body: (
      <>
        {now === undefined ? null : <Hours visit={visit} hours={now} />}
        {hours.length > 1 || chosen !== undefined ? (
          <section>
            <h2>{say('office-hours.versions')}</h2>
            <ul>
              {hours.map((one) => (
                <li>
                  {one.id === null ? (
                    say('office-hours.since.product', { from: formatDate(one.from) })
                  ) : (
                    <a href={agencyHoursUrl(agency.id, one.id)}>
                      {say('office-hours.since', { from: formatDate(one.from) })}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {maySet ? <HoursForm visit={visit} agency={agency} chosen={chosen} pattern={chosen ?? now} /> : null}
        <Below
          visit={visit}
          agency={agency}
          below={below.filter((one) => visit.may('office_hours.set', { agencyId: one.id }).allowed)}
        />
        {versions.length === 0 ? null : (
          <VersionHistory
            visit={visit}
            versions={versions}
            label={(column) => (column in LABELS ? say(LABELS[column as keyof typeof LABELS]) : column)}
            show={(column, value) =>
              column === 'valid_from'
                ? formatDate(value)
                : column === 'provisional'
                  ? say('office-hours.provisional.yes')
                  : column.endsWith('season')
                    ? typed(value)
                    : value
            }
          />
        )}
      </>
    ),
  };
});

function Hours({ visit, hours }: { visit: Visit; hours: WrittenHours }) {
  const say = calendarWords.in(visit.language);
  const [only, other] = hours.seasons;
  return (
    <>
      {hours.provisional ? <Notice tone="warning">{say('office-hours.provisional.lead')}</Notice> : null}
      <Facts
        facts={[
          ...hours.seasons.map((season) => ({
            label:
              other === undefined
                ? say('office-hours.hours')
                : say('office-hours.hours.season', { from: typed(season.from) }),
            value: (
              <span class="as-typed" lang="vi">
                {season.hours}
              </span>
            ),
          })),
          ...(hours.reception === null || only === undefined
            ? []
            : [
                {
                  label: say('office-hours.reception'),
                  value: (
                    <span class="as-typed" lang="vi">
                      {hours.reception}
                    </span>
                  ),
                },
              ]),
          {
            label: say('office-hours.basis'),
            value: <span lang="vi">{hours.legalBasis}</span>,
          },
        ]}
      />
      {hours.reception === null ? null : <p>{say('office-hours.reception.lead')}</p>}
    </>
  );
}

function HoursForm({
  visit,
  agency,
  chosen,
  pattern,
}: {
  visit: Visit;
  agency: Agency;
  /** The version that is corrected; undefined where a new one is added. */
  chosen: WrittenHours | undefined;
  /** What the form begins with. */
  pattern: WrittenHours | undefined;
}) {
  const say = calendarWords.in(visit.language);
  const params = { agency: agency.id };
  const field = fieldsOf(visit, 'office_hours.save', params);
  const [season, other] = pattern?.seasons ?? [];
  return (
    <section>
      <h2>{say(chosen === undefined ? 'office-hours.add' : 'office-hours.correct')}</h2>
      <ActionForm
        visit={visit}
        action="office_hours.save"
        params={params}
        seq={chosen?.seq}
        hidden={chosen?.id ? { version: chosen.id } : undefined}
      >
        <DateInput
          label={say('office-hours.from')}
          {...field('from', chosen === undefined ? undefined : formatDate(chosen.from))}
        />
        <TextInput label={say('office-hours.basis')} {...field('legalBasis', chosen?.legalBasis)} />
        <TextInput
          label={say('office-hours.season')}
          hint={say('office-hours.season.hint')}
          width="short"
          {...field('season', typed(season?.from ?? '01-01'))}
        />
        <TextArea
          label={say('office-hours.hours')}
          hint={say('office-hours.hours.hint')}
          rows={3}
          {...field('hours', season?.hours)}
        />
        <TextInput
          label={say('office-hours.other-season')}
          hint={say('office-hours.other-season.hint')}
          width="short"
          optional
          {...field('otherSeason', other === undefined ? undefined : typed(other.from))}
        />
        <TextArea
          label={say('office-hours.other-hours')}
          rows={3}
          optional
          {...field('otherHours', other?.hours)}
        />
        <TextArea
          label={say('office-hours.reception')}
          hint={say('office-hours.reception.hint')}
          rows={2}
          optional
          {...field('reception', pattern?.reception)}
        />
        <Checkboxes
          label={say('office-hours.provisional')}
          labelHidden
          options={[{ value: 'on', label: say('office-hours.provisional') }]}
          {...field.many('provisional', chosen?.provisional === true ? ['on'] : [])}
        />
        <Button>{say('office-hours.save')}</Button>
      </ActionForm>
    </section>
  );
}

/** The agencies below whose hours the reader may set, and from when each has hours of its own. */
function Below({ visit, agency, below }: { visit: Visit; agency: Agency; below: readonly AgencyBelow[] }) {
  if (below.length === 0) return null;
  const say = calendarWords.in(visit.language);
  const page = Math.max(1, Math.trunc(Number(visit.url.searchParams.get('page'))) || 1);
  const from = (page - 1) * A_PAGE;
  const rows = below.slice(from, from + A_PAGE);
  const address = (to: number) => `${agencyHoursUrl(agency.id)}?page=${to}`;
  return (
    <DataTable
      id="below"
      caption={say('office-hours.below')}
      rows={rows}
      empty={{ text: say('office-hours.below.none') }}
      paging={
        below.length > A_PAGE
          ? {
              from: from + 1,
              to: from + rows.length,
              total: below.length,
              previous: page > 1 ? address(page - 1) : undefined,
              next: from + A_PAGE < below.length ? address(page + 1) : undefined,
            }
          : undefined
      }
      columns={[
        {
          key: 'agency',
          label: say('office-hours.agency'),
          rowHeader: true,
          cell: (one) => (
            <a href={agencyHoursUrl(one.id)} lang="vi">
              {one.name}
            </a>
          ),
        },
        {
          key: 'own',
          label: say('office-hours.own'),
          cell: ({ since }) => (since === null ? say('office-hours.below.none') : formatDate(since)),
        },
      ]}
    />
  );
}

/** "16/04" of "04-16". */
const typed = (season: string) => season.split('-').reverse().join('/');
