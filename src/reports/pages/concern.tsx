import { Temporal } from 'temporal-polyfill';
import { listUnits, type Unit } from '../../agencies/index.ts';
import { namesOfAccounts } from '../../people/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Facts, Select, Tag, TextArea } from '../../platform/view/index.ts';
import type { Concern } from '../domain/report.ts';
import { concernList } from '../lists.tsx';
import { type FoundReport, findReport } from '../queries.ts';
import { answerSubject, chainSubject } from '../report-rights.ts';
import { concernsUrl, concernUrl, reportUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import { answeringUnits, unitName } from './concerns.tsx';
import { seesReport } from './reports.tsx';

/** What units have raised in their reports, and what became of it. */
export const concernsPage = listPage(concernList, (visit) => ({
  lead: reportWords.in(visit.language)('concerns.lead'),
}));

interface ConcernView {
  report: FoundReport;
  concern: Concern;
  units: readonly Unit[];
  answeredBy: string | undefined;
}

/** One difficulty or proposal: who asks, who answers, and the answer. Whom it went to sees this much of the report. */
export const concernPage = definePage(concernUrl(':report', ':concern'), async (visit) => {
  const view = await viewConcern(visit);
  if (view === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = reportWords.in(visit.language);
  const { report, concern, units } = view;
  const unit = unitName(visit, { units }, report.unitId);
  return {
    title: say(`concern.title.${concern.kind}`, { unit }),
    kicker: visit.say(`period.${report.state.period}`),
    breadcrumbs: [
      { href: concernsUrl(), label: say('concerns.title') },
      {
        href: concernUrl(report.id, concern.number),
        label: visit.say(`concern.kind.${concern.kind}`),
        current: true,
      },
    ],
    body: (
      <>
        <p class="as-typed">{concern.text}</p>
        <Facts
          facts={[
            {
              label: say('concern.state'),
              value:
                concern.answer === null ? (
                  <Tag tone="waiting">{say('concern.waiting')}</Tag>
                ) : (
                  <Tag tone="done">{say('concern.answered')}</Tag>
                ),
            },
            { label: say('concern.to'), value: unitName(visit, { units }, concern.toUnit) },
            {
              label: say('concern.raised-at'),
              value:
                concern.raisedAt === null
                  ? null
                  : formatShortInstant(Temporal.Instant.from(concern.raisedAt)),
            },
            ...(seesReport(visit, report, units)
              ? [
                  {
                    label: say('concern.report'),
                    value: <a href={reportUrl(report.id)}>{say('report.title.short', { unit })}</a>,
                  },
                ]
              : []),
            ...(concern.answer === null
              ? []
              : [
                  {
                    label: say('concern.answer'),
                    value: <span class="as-typed">{concern.answer.text}</span>,
                  },
                  {
                    label: say('concern.answered-at'),
                    value: say('concern.answered-by', {
                      when: formatShortInstant(Temporal.Instant.from(concern.answer.at)),
                      who: view.answeredBy ?? '–',
                    }),
                  },
                ]),
          ]}
        />
        <Answer visit={visit} view={view} />
        <Direct visit={visit} view={view} />
      </>
    ),
  };
});

function viewConcern(visit: Visit): Promise<ConcernView | undefined> {
  return visit.read('report.read', async (query) => {
    const report = await findReport(query, visit.param('report'));
    const concern = report?.state.concerns.find(
      (one) => String(one.number) === visit.param('concern') && !one.dropped && one.raisedAt !== null,
    );
    if (report === undefined || concern === undefined) return undefined;
    const units = await listUnits(query, report.agencyId);
    const asked = { agencyId: report.agencyId, units: concern.toUnit === null ? [] : [concern.toUnit] };
    if (!seesReport(visit, report, units) && !visit.may('report.read', asked).allowed) return undefined;
    const by = concern.answer?.by ?? null;
    const names = await namesOfAccounts(query, by === null ? [] : [by]);
    return { report, concern, units, answeredBy: by === null ? undefined : names.get(by) };
  });
}

const paramsOf = ({ report, concern }: ConcernView) => ({
  report: report.id,
  concern: String(concern.number),
});

function Answer({ visit, view }: { visit: Visit; view: ConcernView }) {
  const say = reportWords.in(visit.language);
  const { report, concern, units } = view;
  const text = fieldsOf(visit, 'concern.answer', paramsOf(view))('text');
  const why = visit.whyNot('report.answer', answerSubject(report.agencyId, concern.toUnit, units));
  const done = concern.answer === null ? undefined : visit.words(refuse('conflict:concern-answered'));
  if (text.value === undefined && (why !== undefined || done !== undefined)) return null;
  return (
    <ActionForm visit={visit} action="concern.answer" params={paramsOf(view)} seq={report.seq}>
      <TextArea label={say('concern.answer')} {...text} />
      <Button value="concern.answer" disabledReason={why ?? done}>
        {say('concern.answer.submit')}
      </Button>
    </ActionForm>
  );
}

/** The Office hands it to whoever can answer. */
function Direct({ visit, view }: { visit: Visit; view: ConcernView }) {
  const say = reportWords.in(visit.language);
  const { report, concern, units } = view;
  const why = visit.whyNot('report.answer', chainSubject(report.agencyId, units));
  if (why !== undefined || concern.answer !== null) return null;
  const field = fieldsOf(visit, 'concern.direct', paramsOf(view));
  return (
    <ActionForm visit={visit} action="concern.direct" params={paramsOf(view)} seq={report.seq}>
      <Select
        label={say('concern.direct.to')}
        empty={say('concern.to.office')}
        options={answeringUnits({ units, unitId: report.unitId })}
        {...field('toUnit', concern.toUnit)}
      />
      <Button variant="secondary" value="concern.direct">
        {say('concern.direct')}
      </Button>
    </ActionForm>
  );
}
