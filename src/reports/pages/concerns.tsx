import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import { Button, DataTable, Radios, Select, Tag, TextArea } from '../../platform/view/index.ts';
import { CONCERN_KINDS, isOpen } from '../domain/report.ts';
import { draftSubject } from '../report-rights.ts';
import { concernUrl } from '../urls.ts';
import { reportWords } from '../words.ts';
import type { ReportView } from './report-view.ts';

interface ConcernLine {
  report: string;
  number: number;
  kind: string;
  text: string;
  toUnit: string | null;
  answer: string | null;
  raised: boolean;
  carried: boolean;
}

/** Difficulties and proposals of a unit's report, with those of earlier ones that still wait for an answer. */
export function Concerns({ visit, view }: { visit: Visit; view: ReportView }) {
  const say = reportWords.in(visit.language);
  const { state } = view;
  if (state.kind !== 'unit') return null;
  const drafts = visit.whyNot('report.draft', draftSubject(view)) === undefined;
  const editable = drafts && isOpen(state);
  const lines: ConcernLine[] = [
    ...view.carried.map((one) => ({ ...one, report: one.reportId, raised: true, carried: true })),
    ...state.concerns
      .filter(({ dropped }) => !dropped)
      .map((one) => ({
        ...one,
        report: view.id,
        answer: one.answer?.text ?? null,
        raised: one.raisedAt !== null,
        carried: false,
      })),
  ];
  return (
    <section id="concerns">
      <h2>{say('concerns.title')}</h2>
      <DataTable
        id="concerns-of-report"
        caption={say('concerns.title')}
        captionHidden
        rows={lines}
        empty={{ text: say(editable ? 'concerns.none-yet' : 'concerns.none') }}
        columns={[
          {
            key: 'text',
            label: say('concern.text'),
            rowHeader: true,
            width: 'broad',
            cell: (row) =>
              row.raised ? (
                <a href={concernUrl(row.report, row.number)}>{row.text}</a>
              ) : (
                <span class="as-typed">{row.text}</span>
              ),
          },
          {
            key: 'kind',
            label: say('concern.kind'),
            cell: (row) => visit.say(`concern.kind.${row.kind}`),
          },
          { key: 'to', label: say('concern.to'), cell: (row) => unitName(visit, view, row.toUnit) },
          {
            key: 'state',
            label: say('concern.state'),
            cell: (row) => <ConcernState visit={visit} row={row} />,
          },
          ...(editable
            ? [
                {
                  key: 'act',
                  label: say('report.act'),
                  cell: (row: ConcernLine) =>
                    row.raised ? null : (
                      <ActionButton
                        visit={visit}
                        action="concern.drop"
                        params={{ report: view.id, concern: String(row.number) }}
                        seq={view.seq}
                        subject={draftSubject(view)}
                        variant="secondary"
                        small
                      >
                        {say('concern.drop')}
                      </ActionButton>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Raise visit={visit} view={view} editable={editable} />
    </section>
  );
}

function ConcernState({ visit, row }: { visit: Visit; row: ConcernLine }) {
  const say = reportWords.in(visit.language);
  if (row.answer !== null)
    return (
      <>
        <Tag tone="done">{say('concern.answered')}</Tag> <span class="as-typed">{row.answer}</span>
      </>
    );
  if (!row.raised) return <Tag tone="neutral">{say('concern.unsent')}</Tag>;
  return <Tag tone="waiting">{say(row.carried ? 'concern.carried' : 'concern.waiting')}</Tag>;
}

/** Who answers, by name. */
export function unitName(visit: Visit, { units }: Pick<ReportView, 'units'>, unit: string | null): string {
  return units.find(({ id }) => id === unit)?.name ?? reportWords.in(visit.language)('concern.to.office');
}

function Raise({ visit, view, editable }: { visit: Visit; view: ReportView; editable: boolean }) {
  const say = reportWords.in(visit.language);
  const params = { report: view.id };
  const failed = visit.failedForm('concern.raise', `/reports/${view.id}/concerns`);
  if (!editable && failed === null) return null;
  const field = fieldsOf(visit, 'concern.raise', params);
  return (
    <ActionForm visit={visit} action="concern.raise" params={params} seq={view.seq}>
      <Radios
        label={say('concern.kind')}
        inline
        options={CONCERN_KINDS.map((kind) => ({ value: kind, label: visit.say(`concern.kind.${kind}`) }))}
        {...field('kind', 'difficulty')}
      />
      <TextArea label={say('concern.text')} hint={say('concern.text.hint')} rows={3} {...field('text')} />
      <Select
        label={say('concern.to')}
        empty={say('concern.to.office')}
        options={answeringUnits(view)}
        {...field('toUnit')}
      />
      <Button variant="secondary" value="concern.raise">
        {say('concern.raise')}
      </Button>
    </ActionForm>
  );
}

/** Units that may be asked for an answer, beside the Office. */
export function answeringUnits({ units, unitId }: Pick<ReportView, 'units' | 'unitId'>) {
  return units
    .filter((unit) => unit.id !== unitId && unit.kind !== 'office')
    .map((unit) => ({ value: unit.id, label: unit.name }));
}
