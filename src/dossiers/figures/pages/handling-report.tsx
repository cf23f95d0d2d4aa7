import { listUnits } from '../../../agencies/index.ts';
import { deadlinesOf } from '../../../calendar/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { formatInstant } from '../../../platform/http/format.ts';
import { definePage, type Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import {
  Button,
  DataTable,
  DateInput,
  ErrorSummary,
  Form,
  Select,
  TextArea,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { reportWindow, WINDOWS, windowBefore } from '../../domain/report-windows.ts';
import { dossierWords } from '../../words.ts';
import { closedPeriods } from '../closed.ts';
import { BREAKDOWNS, type HandlingRow } from '../counted.ts';
import { fieldOptions, ownAgency, procedureOptions } from '../handling-lists.tsx';
import { handlingTimes } from '../handling-times.ts';
import {
  type HandlingAsk,
  type HandlingView,
  readHandlingAsk,
  typedFilters,
  viewHandling,
} from '../handling-view.ts';
import { TIMES_SHOWN_FROM } from '../quantiles.ts';
import { closedReportUrl, handlingFileUrl, handlingReportUrl } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';
import { HandlingBody } from './handling-table.tsx';

/** How procedures were handled in a period, by field, unit or procedure; each number opens its list. */
export const handlingReportPage = definePage(handlingReportUrl(), async (visit) => {
  const [agencyId] = ownAgency(visit.scope('dossier.count'), visit.actor.agencyId);
  if (agencyId === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = dossierFigureWords.in(visit.language);
  const ask = readHandlingAsk(visit);
  if (!('by' in ask)) return unreadable(visit, ask);
  const view = await viewHandling(visit, ask);
  if (view === undefined) return refuse('missing:thing');
  const { from, to, by, narrowing } = view;
  const filters = { by, ...narrowing };
  return {
    title: say('handling-report.title'),
    lead: say('handling-report.lead', {
      form: view.form.number,
      from: formatDate(from),
      to: formatDate(to),
      time: formatInstant(view.at.instant),
    }),
    width: 'wide',
    body: (
      <>
        <AskForm visit={visit} ask={ask} />
        <WindowLinks visit={visit} ask={ask} />
        <HandlingBody
          visit={visit}
          view={view}
          fileUrl={(ending) => handlingFileUrl(from, to, ending, filters)}
        />
        <Times visit={visit} view={view} />
        <Closing visit={visit} view={view} />
        <ClosedLinks visit={visit} agencyId={agencyId} />
      </>
    ),
  };
});

function unreadable(visit: Visit, wrong: readonly Refusal[]): Shown {
  return {
    title: dossierFigureWords.in(visit.language)('handling-report.title'),
    status: 422,
    body: (
      <>
        <ErrorSummary errors={wrong.map((one) => ({ field: one.field, text: visit.words(one) }))} />
        <AskForm visit={visit} wrong={wrong} />
      </>
    ),
  };
}

async function AskForm({
  visit,
  ask,
  wrong = [],
}: {
  visit: Visit;
  ask?: HandlingAsk;
  wrong?: readonly Refusal[];
}) {
  const say = dossierFigureWords.in(visit.language);
  const saying = dossierWords.in(visit.language);
  const typed = typedFilters(visit);
  const errorOf = (field: string) => {
    const refusal = wrong.find((one) => one.field === field);
    return refusal && visit.words(refusal);
  };
  const { units, fields, procedures } = await visit.read('dossier.count', async (query) => ({
    units: await listUnits(query, visit.actor.agencyId),
    fields: await fieldOptions(query),
    procedures: await procedureOptions(query),
  }));
  const all = visit.say('list.all');
  return (
    <Form action={handlingReportUrl()} method="get" layout="inline">
      <DateInput
        name="from"
        label={say('handling-report.from')}
        value={ask === undefined ? typed.from : formatDate(ask.from)}
        error={errorOf('from')}
      />
      <DateInput
        name="to"
        label={say('handling-report.to')}
        value={ask === undefined ? typed.to : formatDate(ask.to)}
        error={errorOf('to')}
      />
      <Select
        name="by"
        label={say('handling-report.by')}
        empty={null}
        value={ask?.by ?? typed.by}
        options={BREAKDOWNS.map((by) => ({ value: by, label: say(`handling-report.by.${by}`) }))}
        error={errorOf('by')}
      />
      <Select
        name="unit"
        label={saying('dossier.unit')}
        empty={all}
        value={typed.unit}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorOf('unit')}
      />
      <Select
        name="field"
        label={say('handling-report.by.field')}
        empty={all}
        value={typed.field}
        options={fields}
      />
      <Select
        name="procedure"
        label={saying('dossier.procedure')}
        empty={all}
        value={typed.procedure}
        options={procedures}
        error={errorOf('procedure')}
      />
      <Button variant="secondary">{say('handling-report.show')}</Button>
    </Form>
  );
}

/** The period of today in each usual shape, and the one before it. */
function WindowLinks({ visit, ask }: { visit: Visit; ask: HandlingAsk }) {
  const say = dossierFigureWords.in(visit.language);
  const today = visit.house.clock.today();
  const link = (window: ReturnType<typeof reportWindow>, label: string) => (
    <a href={handlingReportUrl({ from: window.from, to: window.to, by: ask.by, ...ask.narrowing })}>
      {label}
    </a>
  );
  return (
    <details>
      <summary>{say('handling-report.windows')}</summary>
      <ul>
        {WINDOWS.map((kind) => {
          const window = reportWindow(kind, today);
          const before = windowBefore(window);
          const days = `${formatDate(before.from)} – ${formatDate(before.to)}`;
          return (
            <li>
              {link(window, say(`handling-report.window.${kind}`))}
              {'; '}
              {link(before, say('handling-report.window.before', { window: days }))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** How long what was finished took, in the rows of the report. */
async function Times({ visit, view }: { visit: Visit; view: HandlingView }) {
  const say = dossierFigureWords.in(visit.language);
  const { agency, by, narrowing } = view;
  const times = await visit.read('dossier.count', async (query) =>
    handlingTimes(query, agency.id, await deadlinesOf(query, agency.id), view),
  );
  if (times.length === 0) return null;
  const of = ({ key }: HandlingRow) => times.find((one) => one.key === key);
  const days = (value: number | null | undefined) =>
    value === null || value === undefined
      ? say('handling-times.few')
      : say('handling-times.days', { days: formatNumber(value) });
  return (
    <section>
      <h2>{say('handling-times.title')}</h2>
      <p class="hint">{say('handling-times.hint', { least: TIMES_SHOWN_FROM })}</p>
      <DataTable
        id="times"
        caption={say('handling-times.title')}
        captionHidden
        rows={view.rows.filter((row) => of(row) !== undefined)}
        empty={{ text: '' }}
        columns={[
          {
            key: 'name',
            label: say(`handling-report.by.${by}`),
            rowHeader: true,
            width: 'broad',
            cell: (row) => <span lang="vi">{row.name || say('handling-report.none')}</span>,
          },
          {
            key: 'finished',
            label: say('handling-times.finished'),
            align: 'end',
            cell: (row) => (
              <a href={view.listUrl({ ...narrowing, [by]: row.key ?? undefined, ending: 'finished' })}>
                {formatNumber(of(row)?.finished ?? 0)}
              </a>
            ),
          },
          {
            key: 'median',
            label: say('handling-times.median'),
            align: 'end',
            cell: (row) => days(of(row)?.median),
          },
          {
            key: 'nine',
            label: say('handling-times.nine-in-ten'),
            align: 'end',
            cell: (row) => days(of(row)?.nineInTen),
          },
          {
            key: 'applicant',
            label: say('handling-times.applicant'),
            align: 'end',
            cell: (row) => ((of(row)?.supplemented ?? 0) === 0 ? '–' : days(of(row)?.applicantMedian)),
          },
        ]}
      />
    </section>
  );
}

/** The act that closes a period; nothing where it is not over, or the visitor may not. */
function Closing({ visit, view }: { visit: Visit; view: HandlingView }) {
  const subject = { agencyId: view.agency.id };
  if (view.to >= visit.house.clock.today() || !visit.may('handling-report.close', subject).allowed)
    return null;
  return <CloseForm visit={visit} agency={view.agency.id} period={view} again={false} />;
}

/** Closes a period, or closes it anew with a reason. */
export function CloseForm(props: {
  visit: Visit;
  agency: string;
  period: { from: string; to: string };
  again: boolean;
}) {
  const { visit, agency, period, again } = props;
  const say = dossierFigureWords.in(visit.language);
  const field = fieldsOf(visit, 'handling-report.close', { agency });
  const wanted = again || field('reason').error !== undefined;
  return (
    <section>
      <h2>{say(again ? 'handling-report.again' : 'handling-report.close')}</h2>
      <p class="hint">{say('handling-report.close.hint')}</p>
      <ActionForm
        visit={visit}
        action="handling-report.close"
        params={{ agency }}
        hidden={{ from: period.from, to: period.to }}
      >
        {wanted ? <TextArea label={say('handling-report.closed.reason')} {...field('reason')} /> : null}
        <Button>{say(again ? 'handling-report.again' : 'handling-report.close')}</Button>
      </ActionForm>
    </section>
  );
}

async function ClosedLinks({ visit, agencyId }: { visit: Visit; agencyId: string }) {
  const say = dossierFigureWords.in(visit.language);
  const closed = await visit.read('dossier.count', (query) => closedPeriods(query, agencyId));
  if (closed.length === 0) return null;
  return (
    <section>
      <h2>{say('handling-report.closed')}</h2>
      <ul>
        {closed.map(({ id, no, from, to }) => (
          <li>
            <a href={closedReportUrl(id, no)}>
              {say('handling-report.closed.open', { from: formatDate(from), to: formatDate(to), no })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
