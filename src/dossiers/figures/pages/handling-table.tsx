import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { Button, ButtonRow, DataTable, EmptyState, Notice } from '../../../platform/view/index.ts';
import type { HandlingRow } from '../counted.ts';
import type { HandlingView } from '../handling-view.ts';
import { policyRules } from '../policy-rules.ts';
import { checksOf, columnHeading } from '../report-form.ts';
import { type ListFilters, REPORT_ENDINGS, type ReportEnding } from '../urls.ts';
import { dossierFigureWords } from '../words.ts';

/** A report's table with its checks and how it is counted, and the ways to its files. */
export function HandlingBody(props: {
  visit: Visit;
  view: HandlingView;
  fileUrl(ending: ReportEnding): string;
}) {
  const { visit, view, fileUrl } = props;
  const say = dossierFigureWords.in(visit.language);
  const filters = filtersInWords(view);
  return (
    <>
      {view.form.provisional ? (
        <Notice tone="warning" title={say('handling-report.provisional')}>
          <p lang="vi">{view.form.note}</p>
        </Notice>
      ) : null}
      {filters === '' ? null : <p>{say('handling-report.filter', { filters })}</p>}
      {view.rows.length === 0 ? (
        <EmptyState>{say('handling-report.empty')}</EmptyState>
      ) : (
        <div lang="vi">
          <HandlingTable visit={visit} view={view} />
        </div>
      )}
      <Checks visit={visit} view={view} />
      <ButtonRow>
        {REPORT_ENDINGS.map((ending) => (
          <Button href={fileUrl(ending)} variant="secondary">
            {say(`handling-report.file.${ending}`)}
          </Button>
        ))}
      </ButtonRow>
      <Definition visit={visit} view={view} />
    </>
  );
}

/** To what a report is narrowed. */
export function filtersInWords({ unitName, procedureName, narrowing: { field } }: HandlingView): string {
  return [unitName, field, procedureName].filter((one) => one).join('; ');
}

/** The form is Vietnamese, whoever reads it. */
function HandlingTable({ visit, view }: { visit: Visit; view: HandlingView }) {
  const { form, rows, total, by } = view;
  const say = dossierFigureWords.in(visit.language);
  const filtersOf = ({ key }: HandlingRow): ListFilters =>
    key === null ? view.narrowing : { ...view.narrowing, [by]: key };
  return (
    <DataTable
      id="handling"
      caption={form.title}
      captionHidden
      rows={[...rows, total]}
      empty={{ text: '' }}
      columns={[
        {
          key: 'name',
          label: `(2) ${form.names.name}`,
          rowHeader: true,
          width: 'broad',
          cell: (row) =>
            row.key === null ? (
              <strong lang={visit.language}>{say('handling-report.total')}</strong>
            ) : (
              row.name || <span lang={visit.language}>{say('handling-report.none')}</span>
            ),
        },
        ...form.columns.map((column) => ({
          key: `column-${column.no}`,
          label: columnHeading(form, column),
          align: 'end' as const,
          cell: (row: HandlingRow) => (
            <a href={view.listUrl({ ...filtersOf(row), column: String(column.no) })}>
              {formatNumber(row.counts.get(column.no) ?? 0)}
            </a>
          ),
        })),
      ]}
    />
  );
}

/** "3 = 4 + 5 + 6: 17 = 8 + 4 + 5". */
export function checksInWords({ form, total }: HandlingView): { text: string; holds: boolean }[] {
  const of = (no: number) => formatNumber(total.counts.get(no) ?? 0);
  return checksOf(form, total.counts).map(({ total: no, parts, holds }) => ({
    text: `(${no}) = ${parts.map((part) => `(${part})`).join(' + ')}: ${of(no)} = ${parts.map(of).join(' + ')}`,
    holds,
  }));
}

function Checks({ visit, view }: { visit: Visit; view: HandlingView }) {
  const say = dossierFigureWords.in(visit.language);
  return (
    <section>
      <h2>{say('handling-report.checks')}</h2>
      <ul>
        {checksInWords(view).map(({ text, holds }) => (
          <li>
            {text}. {say(holds ? 'handling-report.check.holds' : 'handling-report.check.wrong')}.
          </li>
        ))}
      </ul>
    </section>
  );
}

function Definition({ visit, view }: { visit: Visit; view: HandlingView }) {
  const say = dossierFigureWords.in(visit.language);
  const { inclusion, source } = view.form;
  return (
    <section>
      <h2>{say('handling-report.definition')}</h2>
      <p lang="vi">
        {view.form.number}: {view.form.title}. {source}.
      </p>
      <DataTable
        id="rules"
        caption={inclusion.title}
        captionHidden
        rows={policyRules(inclusion)}
        empty={{ text: '' }}
        columns={[
          {
            key: 'rule',
            label: say('handling-report.rule'),
            rowHeader: true,
            cell: ({ rule }) => say(`handling-report.rule.${rule}`),
          },
          {
            key: 'value',
            label: say('handling-report.value'),
            cell: ({ value }) => say(`handling-report.rule.${value}`),
          },
          {
            key: 'source',
            label: say('handling-report.source'),
            width: 'broad',
            cell: ({ source: where, provisional }) => (
              <>
                <span lang="vi">{where}</span>
                {provisional ? ` (${say('handling-report.unconfirmed')})` : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
