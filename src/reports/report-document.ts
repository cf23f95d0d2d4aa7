import type { Block, OfficialDocument, PaperCell, Run, Signature } from '../platform/paper/document.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { formatDate, formatNumber } from '../pure/vietnamese/index.ts';
import { type ReportFigure, tellingFigures } from './domain/manifest.ts';
import type { ReportSection, ReportState } from './domain/report.ts';
import { noteOf, type ReportTaskRow } from './lists.tsx';
import type { ReportCounts } from './report-tasks.ts';
import { abstractOf, periodName, REPORT_TYPE, symbolOf } from './report-title.ts';
import { reportTasksUrl } from './urls.ts';
import { reportWords } from './words.ts';

/** What a report's document is made from. */
export interface ReportContent {
  id: string;
  state: ReportState;
  planNumber: string | null;
  planDate: CivilDate | null;
  planYear: number | null;
  agency: { name: string; symbol: string; place: string; superior: string | null };
  unit: { name: string; code: string; isOffice: boolean };
  figures: ReportCounts;
  tasks: readonly ReportTaskRow[];
  /** Waiting for an answer, in the words of whoever asks. */
  concerns: readonly string[];
  missing: string;
  /** As its figures stand: "03/6/2019 08:00". */
  asOf: string;
  /** Name of whoever signed. */
  signer: string | null;
  today: CivilDate;
  simulated: boolean;
}

/** Documents speak Vietnamese, whoever reads the page. */
const say = reportWords.in('vi');

/** A report as an official document: its texts, its figures as links to their lists, its tasks in an annex. */
export function reportDocument(content: ReportContent): OfficialDocument {
  const { state, agency, unit } = content;
  const department = state.kind === 'department';
  const { registered } = state;
  return {
    issuer: department
      ? { parent: agency.superior, name: agency.name }
      : { parent: agency.name, name: unit.name },
    number: registered === null ? null : Number(registered.number),
    symbol: department ? symbolOf(agency.symbol) : symbolOf(unit.code),
    place: agency.place,
    date: registered?.date ?? null,
    draftedOn: state.submittedOn ?? content.today,
    type: REPORT_TYPE,
    abstract: abstractOf(state, content.planYear),
    to: [],
    body: [basisOf(content), ...parts(content)],
    signature: signatureOf(content),
    recipients: (state.texts.recipients ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((name) => ({ name: name.trim(), note: null })),
    kept: department ? `VT, ${unit.code}` : unit.code,
    annexes: [annexOf(content)],
    draft: department ? state.signed === null : state.state !== 'confirmed',
    simulated: content.simulated,
  };
}

function signatureOf({ state, unit, signer }: ReportContent): Signature {
  if (state.kind !== 'department')
    return {
      authority: null,
      post: say(unit.isOffice ? 'report-paper.post.head-of-office' : 'report-paper.post.head'),
      name: null,
    };
  const director = say('report-paper.post.director');
  return state.signed?.as === 'deputy_director'
    ? {
        authority: { mark: 'KT.', of: director },
        post: say('report-paper.post.deputy-director'),
        name: signer,
      }
    : { authority: null, post: director, name: signer };
}

function basisOf({ planNumber, planDate, agency, state, planYear }: ReportContent): Block {
  const plan =
    planNumber === null || planDate === null
      ? say('report-paper.plan')
      : say('report-paper.plan.numbered', { number: planNumber, date: formatDate(planDate) });
  const text = say('report-paper.opening', {
    plan,
    period: periodName(state.period, planYear),
    agency: agency.name,
  });
  return paragraph([{ text }]);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

function parts(content: ReportContent): Block[] {
  const { state } = content;
  const found: [string, Block[]][] = [];
  const written = (section: ReportSection) => paragraphs(state.texts[section]);
  if (state.kind === 'department') found.push([say('report-paper.part.direction'), written('direction')]);
  found.push([
    say('report-paper.part.results'),
    [...figureBlocks(content), ...(state.kind === 'unit' ? [] : written('results'))],
  ]);
  if (state.kind !== 'area') {
    found.push([
      say('report-paper.part.assessment'),
      [
        { kind: 'heading', level: 2, number: '1', text: say('report.section.achievements') },
        ...written('achievements'),
        { kind: 'heading', level: 2, number: '2', text: say('report.section.limits') },
        ...written('limits'),
      ],
    ]);
    found.push([say('report-paper.part.next'), written('next')]);
    found.push([
      say('report-paper.part.proposals'),
      state.kind === 'department' ? written('proposals') : paragraphs(content.concerns.join('\n')),
    ]);
  }
  return found.flatMap(([text, blocks], at): Block[] => [
    { kind: 'heading', level: 1, number: ROMAN[at] ?? '', text },
    ...blocks,
  ]);
}

function paragraphs(text: string | undefined): Block[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [paragraph([{ text: say('report-paper.none') }])];
  return lines.map((line) => paragraph([{ text: line.trim() }]));
}

const paragraph = (runs: Run[]): Block => ({ kind: 'paragraph', runs });

/** Where a number will stand. */
const MARK = '\u0000';

/** The figures in words; each number opens the list that it was counted from. */
function figureBlocks({ id, figures, asOf, missing }: ReportContent): Block[] {
  const link = (figure: ReportFigure): Run => ({
    text: formatNumber(figures[figure]),
    bold: true,
    href: reportTasksUrl(id, figure),
  });
  // Each mark in a sentence gives way to its number.
  const filled = (sentence: string, ...of: ReportFigure[]): Block =>
    paragraph(
      sentence.split(MARK).flatMap((text, at): Run[] => {
        const figure = of[at];
        return figure === undefined ? [{ text }] : [{ text }, link(figure)];
      }),
    );
  return [
    ...tellingFigures(figures).map((figure) => {
      if (figure === 'all') return filled(say('report-paper.figures', { time: asOf, all: MARK }), figure);
      if (figure === 'duties') return filled(say('report-paper.duties', { time: asOf, all: MARK }), figure);
      return filled(say('report-paper.figure', { label: say(`report.show.${figure}`), count: MARK }), figure);
    }),
    ...(missing === ''
      ? []
      : [paragraph([{ text: say('report-paper.missing', { units: missing }), italic: true }])]),
  ];
}

function annexOf({ tasks }: ReportContent): OfficialDocument['annexes'][number] {
  const spoken = (key: string, params?: Record<string, string>) => say(key as 'report-tasks.now', params);
  const cells = (row: ReportTaskRow): PaperCell[] => [
    row.no,
    row.title,
    row.lead ?? '',
    row.due ?? '',
    say(`report.verdict.${row.verdict}`),
    row.documents ?? '',
    // What has changed since the figures were fixed is no part of the document.
    noteOf({ ...row, frozen: false }, spoken),
  ];
  const rowsOf = (kind: ReportTaskRow['kind']) =>
    tasks.filter((row) => row.kind === kind).map((row) => ({ cells: cells(row) }));
  const duties = rowsOf('duty');
  return {
    title: say('report-paper.annex'),
    orientation: 'landscape',
    body: [
      {
        kind: 'table',
        table: {
          columns: [
            { title: say('report-tasks.no'), width: 1, align: 'centre' },
            { title: say('report-tasks.task'), width: 7 },
            { title: say('report-tasks.lead'), width: 3 },
            { title: say('report-tasks.due'), width: 3, align: 'centre' },
            { title: say('report-tasks.verdict'), width: 3, align: 'centre' },
            { title: say('report-tasks.evidence'), width: 3 },
            { title: say('report-tasks.note'), width: 3 },
          ],
          rows: [
            ...rowsOf('task'),
            ...(duties.length === 0 ? [] : [{ group: say('report-paper.annex.duties') }, ...duties]),
          ],
        },
      },
    ],
  };
}
