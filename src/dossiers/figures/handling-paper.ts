import { formatShortInstant } from '../../platform/http/format.ts';
import type { Block, OfficialDocument, PaperTable } from '../../platform/paper/document.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { formatDate, formatNumber } from '../../pure/vietnamese/index.ts';
import type { HandlingRow } from './counted.ts';
import type { HandlingView } from './handling-view.ts';
import { checksInWords, filtersInWords } from './pages/handling-table.tsx';
import { policyRules } from './policy-rules.ts';
import { columnHeading } from './report-form.ts';
import { dossierFigureWords } from './words.ts';

/** Documents speak Vietnamese, whoever reads the page. */
const say = dossierFigureWords.in('vi');

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** What a report says of itself beside its numbers: form, period, cut-off, filter, conventions, checks. */
export function definitionLines(view: HandlingView): string[] {
  const { form, from, to, at, closed } = view;
  const filters = filtersInWords(view);
  return [
    say('handling-report.paper.opening', {
      number: form.number,
      source: form.source,
      from: formatDate(from),
      to: formatDate(to),
      time: formatShortInstant(at.instant),
      unit: form.unit,
    }),
    ...(filters === '' ? [] : [`${say('handling-report.filter', { filters })}.`]),
    ...(form.provisional ? [say('handling-report.paper.provisional', { note: form.note })] : []),
    say('handling-report.paper.policy', { policy: form.inclusion.title }),
    ...policyRules(form.inclusion).map(
      ({ rule, value }) => `${say(`handling-report.rule.${rule}`)}: ${say(`handling-report.rule.${value}`)}.`,
    ),
    ...checksInWords(view).map(
      ({ text, holds }) =>
        `${text}. ${say(holds ? 'handling-report.check.holds' : 'handling-report.check.wrong')}.`,
    ),
    ...(closed === null
      ? []
      : [say('handling-report.paper.closed', { no: closed.no, digest: closed.digest })]),
  ];
}

/** What a row is called. */
export const rowName = ({ key, name }: HandlingRow) =>
  key === null ? say('handling-report.total') : name || say('handling-report.none');

/** The report as an official document: what it counts and how, and the form in an annex. */
export function handlingPaper(view: HandlingView, today: CivilDate, simulated: boolean): OfficialDocument {
  const { agency, from, to } = view;
  return {
    issuer: { parent: agency.superior, name: agency.name },
    number: null,
    symbol: say('handling-report.paper.symbol', { symbol: agency.symbol }),
    place: agency.place,
    date: null,
    draftedOn: today,
    type: say('handling-report.paper.type'),
    abstract: say('handling-report.paper.abstract', { from: formatDate(from), to: formatDate(to) }),
    to: [],
    body: definitionLines(view).map(paragraph),
    signature: { authority: null, post: say('handling-report.paper.post'), name: null },
    recipients: [],
    kept: say('handling-report.paper.kept'),
    annexes: [
      {
        title: `${view.form.number}. ${view.form.title}`,
        orientation: 'landscape',
        body: [{ kind: 'table', table: tableOf(view) }],
      },
    ],
    draft: true,
    simulated,
  };
}

function tableOf({ form, rows, total }: HandlingView): PaperTable {
  return {
    columns: [
      { title: `(1) ${form.names.no}`, width: 1, align: 'centre' },
      { title: `(2) ${form.names.name}`, width: 5 },
      ...form.columns.map((column) => ({
        title: columnHeading(form, column),
        width: 1.6,
        align: 'end' as const,
      })),
    ],
    rows: [...rows, total].map((row, index) => ({
      cells: [
        row.key === null ? '' : String(index + 1),
        rowName(row),
        ...form.columns.map(({ no }) => formatNumber(row.counts.get(no) ?? 0)),
      ],
    })),
  };
}
