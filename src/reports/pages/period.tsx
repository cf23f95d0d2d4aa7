import { listUnits, type Unit } from '../../agencies/index.ts';
import {
  type AreaRow,
  findPlan,
  listAreas,
  type PlanRow,
  plansUrl,
  planUrl,
  taskUrl,
} from '../../plan/index.ts';
import { civilDate } from '../../platform/clock/clock.ts';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, type Column, DataTable, Notice, Tag } from '../../platform/view/index.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { datesConflict, type ReportDue, type ReportPeriod } from '../domain/periods.ts';
import { listReports, periodsOf, type ReportRow, reportingUnits } from '../queries.ts';
import { chainSubject, draftSubject } from '../report-rights.ts';
import { periodName } from '../report-title.ts';
import { newReportChaseUrl, periodUrl, planReportsUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { OpenReport, ReportTag } from './parts.tsx';
import { seesAll } from './reports.tsx';
import { showsOf, UNIT_SHOW_TONES, UNIT_SHOWS, type UnitShow } from './say.ts';

interface UnitRow {
  unit: Unit;
  report: ReportRow | undefined;
  shows: readonly UnitShow[];
}

/** One report period: every date that the plan has for it, who has reported, and the department's own report. */
export const periodPage = definePage(periodUrl(':plan', ':period'), async (visit) => {
  const say = reportWords.in(visit.language);
  const id = visit.param('plan');
  const today = visit.house.clock.today();
  const found = await visit.read('plan.read', async (query) => {
    const plan = await findPlan(query, id);
    if (plan === undefined || plan.version === 0) return undefined;
    const periods = await periodsOf(query, plan);
    const period = periods.find(({ code }) => code === visit.param('period'));
    return period && { plan, period, areas: await listAreas(query, id) };
  });
  if (found === undefined || !visit.scope('report.read').agencies.includes(found.plan.agencyId))
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { plan, period, areas } = found;
  const { reports, all, units } = await visit.read('report.read', async (query, scope) => ({
    reports: await listReports(query, scope, [plan.id], period.code),
    all: await listUnits(query, plan.agencyId),
    units: await reportingUnits(query, plan.agencyId, today),
  }));
  const whole = seesAll(visit, plan.agencyId, all);
  const rows: UnitRow[] = units
    .filter((unit) => whole || drafts(visit, plan, unit))
    .map((unit) => {
      const report = reports.find((one) => one.kind === 'unit' && one.unitId === unit.id);
      return { unit, report, shows: showsOf(report, period.due, today) };
    });
  const sent = rows.filter(({ shows }) => shows.includes('sent')).length;
  const name = periodName(period.code, plan.planYear, visit.language);
  return {
    title: whole
      ? say('period.title', { sent, all: rows.length, period: name })
      : say('period.title.own', { period: name }),
    kicker: plan.title,
    width: 'wide',
    act: (
      <ChaseAct
        visit={visit}
        plan={plan}
        period={period}
        all={all}
        missing={rows.filter((row) => asks(row, today)).length}
      />
    ),
    breadcrumbs: [
      { href: plansUrl(), label: visit.say('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: planReportsUrl(id), label: say('reports.title') },
      { href: periodUrl(id, period.code), label: say(`period.${period.code}`), current: true },
    ],
    body: (
      <>
        <Dates visit={visit} period={period} />
        <Units visit={visit} plan={plan} period={period} rows={rows} counted={whole} />
        <Areas
          visit={visit}
          plan={plan}
          period={period}
          reports={reports}
          all={all}
          areas={areas}
          whole={whole}
        />
        <Department visit={visit} plan={plan} period={period} reports={reports} all={all} />
      </>
    ),
  };
});

/** Whether a letter asks for it today: its report is missing, and nobody has asked yet today. */
function asks({ report, shows }: UnitRow, today: CivilDate): boolean {
  if (!shows.includes('missing')) return false;
  const last = report?.lastChased ?? null;
  return last === null || civilDate(last) !== today;
}

/** What follows from who is missing: a letter to each is ready. */
function ChaseAct(props: {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriod;
  all: readonly Unit[];
  missing: number;
}) {
  const { visit, plan, period, all, missing } = props;
  if (missing === 0 || !visit.may('task.chase', chainSubject(plan.agencyId, all)).allowed) return null;
  return (
    <Button href={newReportChaseUrl(plan.id, period.code)}>
      {reportWords.in(visit.language)('report-chase.ready', { count: missing })}
    </Button>
  );
}

function drafts(visit: Visit, plan: PlanRow, unit: Unit): boolean {
  return visit.may('report.draft', draftSubject({ agencyId: plan.agencyId, unitId: unit.id })).allowed;
}

/** Every date as the plan has it, and which one rules. */
function Dates({ visit, period }: { visit: Visit; period: ReportPeriod }) {
  const say = reportWords.in(visit.language);
  return (
    <>
      {datesConflict(period) && period.due !== null ? (
        <Notice tone="warning">{say('period.conflict', { date: formatDate(period.due) })}</Notice>
      ) : null}
      <DataTable
        id="dates"
        caption={say('period.dates')}
        rows={period.dates}
        empty={{ text: say('reports.empty') }}
        columns={[
          {
            key: 'raw',
            label: say('period.date.raw'),
            rowHeader: true,
            width: 'broad',
            cell: (row) => row.raw,
          },
          {
            key: 'who',
            label: say('period.date.who'),
            cell: (row) =>
              row.to === null
                ? (row.from ?? '')
                : say('period.date.from-to', { from: row.from ?? '', to: row.to }),
          },
          {
            key: 'end',
            label: say('period.date.end'),
            nowrap: true,
            cell: (row) => (row.end === null ? '–' : formatDate(row.end)),
          },
          {
            key: 'note',
            label: say('period.date.note'),
            cell: (row) => <DateNote visit={visit} period={period} row={row} />,
          },
        ]}
      />
    </>
  );
}

function DateNote({ visit, period, row }: { visit: Visit; period: ReportPeriod; row: ReportDue }) {
  const say = reportWords.in(visit.language);
  if (row.past) return say('period.date.past');
  if (row.end !== null && row.end === period.due)
    return <Tag tone="due-soon">{say('period.date.rules')}</Tag>;
  if (row.taskNo === null || period.milestone === null) return null;
  return <a href={taskUrl(period.milestone.taskId)}>{say('period.date.task', { no: row.taskNo })}</a>;
}

function Units(props: {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriod;
  rows: readonly UnitRow[];
  /** Whether all units are seen, so that counts say something. */
  counted: boolean;
}) {
  const { visit, plan, period, rows, counted } = props;
  const say = reportWords.in(visit.language);
  const opens = ({ unit, report }: UnitRow) => report === undefined && drafts(visit, plan, unit);
  const chosen = UNIT_SHOWS.find((show) => show === visit.url.searchParams.get('show'));
  const columns: Column<UnitRow>[] = [
    { key: 'unit', label: say('report.unit'), rowHeader: true, cell: ({ unit }) => unit.name },
    {
      key: 'state',
      label: say('report.state'),
      cell: ({ report, shows }) => (
        <>
          {report === undefined ? (
            <Tag tone="neutral">{say('report.none')}</Tag>
          ) : (
            <a href={reportUrl(report.id)}>
              {report.begun ? (
                <ReportTag visit={visit} state={report.state} />
              ) : (
                <Tag tone="neutral">{say('report.none')}</Tag>
              )}
            </a>
          )}{' '}
          {shows.includes('late') ? <Tag tone="late">{say('report.late')}</Tag> : null}
        </>
      ),
    },
    {
      key: 'submitted',
      label: say('report.submitted-on'),
      nowrap: true,
      cell: ({ report }) => (report?.submittedOn ? formatDate(report.submittedOn) : '–'),
    },
    ...(rows.some(({ report }) => (report?.chased ?? 0) > 0)
      ? [
          {
            key: 'chased',
            label: say('period.chased'),
            cell: ({ report }: UnitRow) =>
              report === undefined || report.lastChased === null ? null : (
                <>
                  {say('period.chased.last', {
                    count: report.chased,
                    when: formatShortInstant(report.lastChased),
                  })}
                  {report.chaseAnswer === null ? null : (
                    <>
                      <br />
                      <q>{report.chaseAnswer}</q>
                    </>
                  )}
                </>
              ),
          },
        ]
      : []),
    ...(rows.some(opens)
      ? [
          {
            key: 'act',
            label: say('report.act'),
            cell: (row: UnitRow) =>
              opens(row) ? (
                <OpenReport
                  visit={visit}
                  plan={plan}
                  period={period.code}
                  kind="unit"
                  unit={row.unit.id}
                  small
                />
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      id="units"
      caption={say('period.units')}
      rows={chosen === undefined ? rows : rows.filter(({ shows }) => shows.includes(chosen))}
      columns={columns}
      empty={{ text: say('period.units.empty') }}
      counts={
        counted
          ? [
              {
                label: say('period.show.all'),
                count: rows.length,
                href: periodUrl(plan.id, period.code),
                current: chosen === undefined,
              },
              ...UNIT_SHOWS.map((show) => ({
                label: say(`period.show.${show}`),
                count: rows.filter(({ shows }) => shows.includes(show)).length,
                href: periodUrl(plan.id, period.code, show),
                current: chosen === show,
                tone: UNIT_SHOW_TONES[show],
              })),
            ]
          : undefined
      }
    />
  );
}

/** The parts on areas, each by its owner division, or by the Office. */
function Areas(props: {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriod;
  reports: readonly ReportRow[];
  all: readonly Unit[];
  areas: readonly AreaRow[];
  whole: boolean;
}) {
  const { visit, plan, period, reports, all, whole } = props;
  const say = reportWords.in(visit.language);
  const office = all.find(({ kind }) => kind === 'office');
  const rows = props.areas.flatMap((area) => {
    const owner = all.find(({ id }) => id === area.unitId) ?? office;
    if (owner === undefined || !(whole || drafts(visit, plan, owner))) return [];
    const report = reports.find((one) => one.kind === 'area' && one.area === area.area);
    return [{ area, owner, report }];
  });
  if (rows.length === 0) return null;
  return (
    <DataTable
      id="areas"
      caption={say('period.areas')}
      rows={rows}
      empty={{ text: say('period.units.empty') }}
      columns={[
        {
          key: 'area',
          label: say('report.area'),
          rowHeader: true,
          width: 'broad',
          cell: ({ area }) => `${area.label}. ${area.area}`,
        },
        { key: 'owner', label: say('report.area.owner'), cell: ({ owner }) => owner.name },
        {
          key: 'state',
          label: say('report.state'),
          cell: ({ area, owner, report }) => {
            if (report !== undefined)
              return (
                <a href={reportUrl(report.id)}>
                  <ReportTag visit={visit} state={report.state} />
                </a>
              );
            return drafts(visit, plan, owner) ? (
              <OpenReport visit={visit} plan={plan} period={period.code} kind="area" area={area.area} small />
            ) : (
              <Tag tone="neutral">{say('report.none')}</Tag>
            );
          },
        },
      ]}
    />
  );
}

function Department(props: {
  visit: Visit;
  plan: PlanRow;
  period: ReportPeriod;
  reports: readonly ReportRow[];
  all: readonly Unit[];
}) {
  const { visit, plan, period, reports, all } = props;
  const say = reportWords.in(visit.language);
  const report = reports.find(({ kind }) => kind === 'department');
  const office = all.find(({ kind }) => kind === 'office');
  return (
    <section>
      <h2>{say('report.kind.department')}</h2>
      {report === undefined ? (
        <>
          <p>{say('period.department.none')}</p>
          {office !== undefined && drafts(visit, plan, office) ? (
            <OpenReport visit={visit} plan={plan} period={period.code} kind="department" />
          ) : null}
        </>
      ) : (
        <p>
          <a href={reportUrl(report.id)}>{say('period.department.open')}</a>{' '}
          <ReportTag visit={visit} state={report.state} />
        </p>
      )}
    </section>
  );
}
