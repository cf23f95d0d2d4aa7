import { findUnit } from '../../../agencies/index.ts';
import { formatInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { listPage } from '../../../platform/lists/index.ts';
import { refuse } from '../../../platform/refusal.ts';
import { UUID } from '../../../platform/uuid.ts';
import { BarChart, type Column, Counts, DataTable } from '../../../platform/view/index.ts';
import { OVERVIEW_COLUMNS, type OverviewColumn, type OverviewRow, overviewRows } from '../overview.ts';
import { NOBODY, unitDossierList } from '../overview-list.tsx';
import { dossierOverviewUrl, unitDossiersUrl, unitOverviewUrl } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';

const PERMISSION = 'dossier-overview.read';
const TONES = { open: 'neutral', soon: 'due-soon', late: 'late', done: 'done' } as const;

/** What stands with each unit: of the whole agency for whoever sees it whole, else of one's own unit. */
export const dossierOverviewPage = definePage(dossierOverviewUrl(), async (visit) => {
  const say = dossierFigureWords.in(visit.language);
  const { clock } = visit.house;
  const { agencyId } = visit.actor;
  if (!visit.scope(PERMISSION).agencies.includes(agencyId))
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const rows = await visit.read(PERMISSION, (query, { whole, units }) =>
    overviewRows(query, agencyId, clock, { units: whole.includes(agencyId) ? null : units }),
  );
  const href = ({ key }: OverviewRow, of: OverviewColumn) => unitDossiersUrl(key ?? '', { of });
  return {
    title: say('overview.title'),
    lead: say('overview.lead', { time: formatInstant(clock.now()) }),
    width: 'wide',
    body: (
      <>
        <OverviewChart
          visit={visit}
          id="by-unit-chart"
          rows={rows}
          heading={say('overview.unit')}
          href={href}
        />
        <OverviewTable
          visit={visit}
          id="by-unit"
          caption={say('overview.by-unit')}
          rows={rows}
          heading={say('overview.unit')}
          href={href}
          name={(row) => <a href={unitOverviewUrl(row.key ?? '')}>{row.name}</a>}
        />
      </>
    ),
  };
});

/** What stands with a unit, and with each of its officers for its head and the leaders. */
export const unitOverviewPage = definePage(unitOverviewUrl(':unit'), async (visit) => {
  const say = dossierFigureWords.in(visit.language);
  const { clock } = visit.house;
  const id = visit.param('unit');
  const unit = UUID.test(id) ? await visit.read(PERMISSION, (query) => findUnit(query, id)) : undefined;
  const subject = unit && { agencyId: unit.agencyId, units: [unit.id] };
  if (unit === undefined || subject === undefined || !visit.may(PERMISSION, subject).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const rows = await visit.read(PERMISSION, (query) =>
    overviewRows(query, unit.agencyId, clock, { units: [unit.id] }),
  );
  const officers = visit.may('officer-figure.read', subject).allowed
    ? await visit.read('officer-figure.read', (query) =>
        overviewRows(query, unit.agencyId, clock, { officersOf: unit.id }),
      )
    : null;
  const href = ({ key }: OverviewRow, of: OverviewColumn) =>
    unitDossiersUrl(unit.id, { of, person: key ?? NOBODY });
  return {
    title: unit.name,
    lead: say('overview.lead', { time: formatInstant(clock.now()) }),
    breadcrumbs: [
      { href: dossierOverviewUrl(), label: say('overview.title') },
      { href: unitOverviewUrl(unit.id), label: unit.name, current: true },
    ],
    width: 'wide',
    body: (
      <>
        <Totals visit={visit} rows={rows} unit={unit.id} />
        {officers === null ? (
          <p class="hint">{say('overview.officers-hidden')}</p>
        ) : (
          <>
            <OverviewChart
              visit={visit}
              id="by-officer-chart"
              rows={officers}
              heading={say('overview.officer')}
              href={href}
            />
            <OverviewTable
              visit={visit}
              id="by-officer"
              caption={say('overview.by-officer')}
              rows={officers}
              heading={say('overview.officer')}
              href={href}
              name={(row) => (row.name === null ? say('overview.nobody') : <span lang="vi">{row.name}</span>)}
            />
          </>
        )}
      </>
    ),
  };
});

/** The dossiers behind a number. */
export const unitDossiersPage = listPage(unitDossierList, (visit) => ({
  breadcrumbs: [
    {
      href: unitOverviewUrl(visit.param('unit')),
      label: dossierFigureWords.in(visit.language)('overview.title'),
    },
  ],
}));

function Totals({ visit, rows, unit }: { visit: Visit; rows: readonly OverviewRow[]; unit: string }) {
  const say = dossierFigureWords.in(visit.language);
  return (
    <Counts
      counts={OVERVIEW_COLUMNS.map((column) => ({
        label: say(`overview.column.${column}`),
        count: formatNumber(rows.reduce((sum, row) => sum + row[column], 0)),
        href: unitDossiersUrl(unit, { of: column }),
        tone: TONES[column],
      }))}
    />
  );
}

interface OverviewProps {
  visit: Visit;
  id: string;
  rows: readonly OverviewRow[];
  heading: string;
  href(row: OverviewRow, of: OverviewColumn): string;
}

/** Open dossiers as bars, of which the late ones are hatched; drawn where there is something to compare. */
function OverviewChart({ visit, id, rows, heading, href }: OverviewProps) {
  const say = dossierFigureWords.in(visit.language);
  const open = rows.filter((row) => row.open > 0);
  if (open.length < 2) return null;
  const nameOf = (row: OverviewRow) => row.name ?? say('overview.nobody');
  return (
    <BarChart
      id={id}
      title={say('overview.chart')}
      description={say('overview.chart.description', { count: open.length })}
      rowHeading={heading}
      valueHeading={say('overview.column.open')}
      bars={open.map((row) => ({
        label: row.code ?? nameOf(row),
        name: nameOf(row),
        value: row.open,
        late: row.late,
        text: say('overview.chart.bar', { open: formatNumber(row.open), late: formatNumber(row.late) }),
        href: href(row, 'open'),
      }))}
    />
  );
}

function OverviewTable(
  props: OverviewProps & {
    caption: string;
    name(row: OverviewRow): Column<OverviewRow>['cell'] extends (row: OverviewRow) => infer C ? C : never;
  },
) {
  const say = dossierFigureWords.in(props.visit.language);
  return (
    <DataTable
      id={props.id}
      caption={props.caption}
      rows={props.rows}
      empty={{ text: say('overview.empty') }}
      columns={[
        {
          key: 'name',
          label: props.heading,
          rowHeader: true,
          width: 'broad',
          cell: (row) => props.name(row),
        },
        ...OVERVIEW_COLUMNS.map((column) => ({
          key: column,
          label: say(`overview.column.${column}`),
          align: 'end' as const,
          cell: (row: OverviewRow) => <a href={props.href(row, column)}>{formatNumber(row[column])}</a>,
        })),
      ]}
    />
  );
}
