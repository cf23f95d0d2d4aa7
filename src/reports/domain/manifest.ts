import type { CivilDate } from '../../pure/calendar/civil-date.ts';

export const REPORT_VERDICTS = ['on_time', 'done_late', 'late', 'not_due'] as const;
export type ReportVerdict = (typeof REPORT_VERDICTS)[number];

/** A task as a report counted it. */
export interface ReportTask {
  taskId: string;
  verdict: ReportVerdict;
  byRequirement: boolean;
  waiting: boolean;
  expectedOn: CivilDate | null;
  evidence: number;
  /** The evidence by number, or in words. */
  documents: string | null;
}

/** What figures were counted from: which tasks, as of which instant, with a digest over both. */
export interface Manifest {
  asOf: string;
  tasks: ReportTask[];
  digest: string;
}

/** The figures of a report, of tasks and, by their names, of duties; each is the length of a list. */
export const REPORT_FIGURES = [
  'all',
  'on_time',
  'done_late',
  'late',
  'not_due',
  'waiting',
  'expected',
  'evidence',
  'duties',
  'duties_evidence',
  'duties_late',
] as const;
export type ReportFigure = (typeof REPORT_FIGURES)[number];

/** The figures that say something: of tasks unless only duties are there, of duties where some are. */
export function tellingFigures(counts: Readonly<Record<ReportFigure, number>>): ReportFigure[] {
  return REPORT_FIGURES.filter((figure) =>
    figure.startsWith('duties') ? counts.duties > 0 : counts.all > 0 || counts.duties === 0,
  );
}

/** What a digest is taken over: the instant and every counted task, one way of writing for one content. */
export function manifestText({ asOf, tasks }: Pick<Manifest, 'asOf' | 'tasks'>): string {
  return [
    asOf,
    ...[...tasks]
      .sort((a, b) => (a.taskId < b.taskId ? -1 : 1))
      .map((one) =>
        [
          one.taskId,
          one.verdict,
          one.byRequirement,
          one.waiting,
          one.expectedOn ?? '',
          one.evidence,
          one.documents ?? '',
        ].join(' '),
      ),
  ].join('\n');
}
