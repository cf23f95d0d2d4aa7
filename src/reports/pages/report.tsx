import { Temporal } from 'temporal-polyfill';
import { milestoneUrl } from '../../plan/index.ts';
import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { formatNumber } from '../../platform/i18n/format.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Facts, Figure, FigureRow, Notice, Timeline } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type ReportFigure, tellingFigures } from '../domain/manifest.ts';
import { isOpen } from '../domain/report.ts';
import { reportPaperUrl, reportTasksUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { CanDo } from './can-do.tsx';
import { Chased } from './chased.tsx';
import { Concerns } from './concerns.tsx';
import { ReportTag } from './parts.tsx';
import { type ReportView, viewReport } from './report-view.ts';
import { Texts } from './texts.tsx';
import { timelineOf } from './timeline.tsx';

/** A report: figures that open their lists, its texts, what it asks for, what can be done, and its ledger. */
export const reportPage = definePage(reportUrl(':report'), async (visit) => {
  const view = await viewReport(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = reportWords.in(visit.language);
  return {
    title: view.title,
    kicker: view.plan.title,
    width: 'wide',
    act: (
      <Button href={reportPaperUrl(view.id)} variant="secondary">
        {say('report.paper')}
      </Button>
    ),
    breadcrumbs: [...view.breadcrumbs, { href: reportUrl(view.id), label: view.title, current: true }],
    body: (
      <>
        <Notices visit={visit} view={view} />
        <div class="thing">
          <div>
            <Chased visit={visit} view={view} />
            <ReportFacts visit={visit} view={view} />
            <Figures visit={visit} view={view} />
            <Texts visit={visit} view={view} />
            <Concerns visit={visit} view={view} />
            <h2>{say('report.ledger')}</h2>
            <Timeline entries={timelineOf(visit, view)} label={say('report.ledger')} />
          </div>
          <CanDo visit={visit} view={view} />
        </div>
      </>
    ),
  };
});

function Notices({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { state, figures } = view;
  return (
    <>
      {state.state === 'sent_back' && state.sentBack !== null ? (
        <Notice tone="warning" title={say('report.sent-back')}>
          <p class="as-typed">{state.sentBack.reason}</p>
        </Notice>
      ) : null}
      {view.outdated > 0 ? (
        <Notice tone="info">{say('report.outdated', { count: view.outdated })}</Notice>
      ) : null}
      {figures.moved > 0 ? (
        <Notice tone="warning">
          {say('report.moved', { count: figures.moved })}{' '}
          <a href={reportTasksUrl(view.id, 'moved')}>{say('report.moved.list')}</a>
        </Notice>
      ) : null}
      {state.kind === 'department' && state.missing.length > 0 ? (
        <Notice tone={isOpen(state) ? 'warning' : 'info'}>
          {say('report.missing', { units: missingUnits(view) })}
        </Notice>
      ) : null}
    </>
  );
}

/** Units whose report the department's was made without, by name. */
export function missingUnits({ state, units }: Pick<ReportView, 'state' | 'units'>): string {
  return state.missing.flatMap((id) => units.find((unit) => unit.id === id)?.name ?? []).join(', ');
}

function ReportFacts({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { state, period } = view;
  const { manifest, registered, sent, received } = state;
  const due = state.kind === 'department' ? period?.sentDue : period?.due;
  return (
    <Facts
      facts={[
        { label: say('report.state'), value: <ReportTag visit={visit} state={state.state} /> },
        { label: say('report.due'), value: due ? formatDate(due) : null },
        {
          label: say('report.as-of'),
          value:
            manifest === null ? (
              say('report.as-of.now')
            ) : (
              <>
                {formatInstant(Temporal.Instant.from(manifest.asOf))}{' '}
                <small>{say('report.digest', { digest: manifest.digest.slice(0, 12) })}</small>
              </>
            ),
        },
        ...(registered === null
          ? []
          : [
              { label: say('report.number'), value: `${registered.number}/${registered.symbol}` },
              { label: say('report.issue-date'), value: formatDate(registered.date) },
            ]),
        ...(sent === null
          ? []
          : [{ label: say('report.sent-on'), value: <Sent visit={visit} view={view} /> }]),
        ...(received === null
          ? []
          : [
              {
                label: say('report.received-on'),
                value: say('report.received-as', { day: formatDate(received.day), number: received.number }),
              },
            ]),
      ]}
    />
  );
}

/** The day on which it went out, with the task that it proves. */
function Sent({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { sent } = view.state;
  if (sent === null) return null;
  const { evidence, day } = sent;
  if (evidence === null) return <>{formatDate(day)}</>;
  const no = view.period?.milestone?.taskNo ?? '';
  return (
    <>
      {formatDate(day)}{' '}
      <a href={milestoneUrl(evidence.taskId, evidence.milestone)}>{say('report.proves', { no })}</a>
    </>
  );
}

const FIGURE_TONES: Partial<Record<ReportFigure, 'late' | 'on-time' | 'due-soon'>> = {
  late: 'late',
  duties_late: 'late',
  on_time: 'on-time',
  done_late: 'due-soon',
};

/** The figures, each with what it was in the period before; each opens the list that it was counted from. */
function Figures({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { now, before, changed } = view.figures;
  return (
    <section>
      <h2>{say('report.figures')}</h2>
      <FigureRow>
        {tellingFigures(now).map((figure) => (
          <Figure
            value={formatNumber(now[figure])}
            href={reportTasksUrl(view.id, figure)}
            label={say(`report.show.${figure}`)}
            tone={now[figure] > 0 ? FIGURE_TONES[figure] : undefined}
            note={before === null ? '' : say('report.before', { count: formatNumber(before[figure]) })}
          />
        ))}
      </FigureRow>
      <ButtonRow>
        <Button href={reportTasksUrl(view.id)} variant="secondary">
          {say('report.annex')}
        </Button>
        {before !== null && changed > 0 ? (
          <Button href={reportTasksUrl(view.id, 'changed')} variant="secondary">
            {say('report.changed', { count: changed })}
          </Button>
        ) : null}
      </ButtonRow>
    </section>
  );
}
