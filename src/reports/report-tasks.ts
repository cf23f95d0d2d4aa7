import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { tasksAsOf } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { AsOf } from '../platform/measure/as-of.ts';
import { REPORT_FIGURES, type ReportFigure, type ReportTask } from './domain/manifest.ts';

/** What a list of a report's tasks can show: what a figure counts, or what stands otherwise than before, or now. */
export const REPORT_SHOWS = [...REPORT_FIGURES, 'changed', 'moved'] as const;
export type ReportShow = (typeof REPORT_SHOWS)[number];

export type ReportCounts = Record<ReportFigure, number>;

/** The condition of a figure, on the columns of a counted task. */
function figureCondition(figure: ReportFigure, task: string): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${task}.${name}`);
  const of = (kind: 'task' | 'duty', more = sql`true`) =>
    sql<SqlBool>`(${column('kind')} = ${sql.lit(kind)} AND ${more})`;
  const evidence = sql`${column('evidence')} > 0`;
  switch (figure) {
    case 'all':
      return of('task');
    case 'waiting':
      return of('task', column('waiting'));
    case 'expected':
      return of('task', sql`${column('expected_on')} IS NOT NULL`);
    case 'evidence':
      return of('task', evidence);
    case 'duties':
      return of('duty');
    case 'duties_evidence':
      return of('duty', evidence);
    case 'duties_late':
      return of('duty', sql`${column('verdict')} = 'late'`);
    default:
      return of('task', sql`${column('verdict')} = ${figure}`);
  }
}

/** The condition of what a list shows, on rows of {@link reportTasks} named `counted`. */
export function showCondition(show: ReportShow): RawBuilder<SqlBool> {
  if (show === 'changed')
    return sql<SqlBool>`counted.compared AND counted.verdict IS DISTINCT FROM counted.before_verdict`;
  if (show === 'moved')
    return sql<SqlBool>`counted.frozen AND counted.verdict IS DISTINCT FROM counted.now_verdict`;
  return figureCondition(show, 'counted');
}

/** The report of the period before, of the same unit or area, whose figures stand. */
const before = sql`(SELECT p.id FROM report p WHERE p.agency_id = r.agency_id AND p.plan_id = r.plan_id
  AND p.kind = r.kind AND p.unit_id = r.unit_id AND p.area IS NOT DISTINCT FROM r.area
  AND p.position < r.position AND p.as_of IS NOT NULL ORDER BY p.position DESC LIMIT 1)`;

/** The tasks that a unit leads, or those of an area. */
const ownTasks = sql<SqlBool>`r.as_of IS NULL
  AND (r.kind = 'unit' AND r.unit_id = ANY (n.lead_units) OR r.kind = 'area' AND t.area = r.area)`;

const documents = sql`(SELECT string_agg(DISTINCT coalesce(e.document_number, e.abstract), '; ')
  FROM milestone m JOIN evidence v ON v.agency_id = m.agency_id AND v.id = m.evidence_id
  JOIN evidence_revision e ON e.agency_id = v.agency_id AND e.evidence_id = v.id AND e.no = v.revision
  WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.evidence_date IS NOT NULL)`;

/**
 * The tasks that a report counts: those that it froze, or as they stand now while it is open. Beside each, how it stood
 * in the report of the period before (`compared` where there is one), and how it stands now (`frozen` where it may
 * differ).
 */
export function reportTasks(report: string, now: AsOf): RawBuilder<unknown> {
  return sql`(
    WITH n AS MATERIALIZED (${tasksAsOf(sql`(SELECT plan_id FROM report WHERE id = ${report})`, now)})
    SELECT t.agency_id, t.id, t.kind, t.no, t.title, t.position, t.deliverable, c.verdict, c.by_requirement, c.waiting,
           c.expected_on, c.evidence, c.documents, (SELECT ${before} IS NOT NULL) AS compared,
           b.verdict AS before_verdict, r.as_of IS NOT NULL AS frozen, n.verdict AS now_verdict,
           (SELECT string_agg(u.name, ', ' ORDER BY l.position) FROM task_unit l
             JOIN unit u ON u.agency_id = l.agency_id AND u.id = l.unit_id
             WHERE l.agency_id = t.agency_id AND l.task_id = t.id AND l.role = 'lead') AS lead,
           (SELECT string_agg(m.raw, '; ' ORDER BY m.no) FROM milestone m
             WHERE m.agency_id = t.agency_id AND m.task_id = t.id AND m.state <> 'withdrawn') AS due
    FROM report r
    CROSS JOIN LATERAL (
      SELECT f.task_id, f.verdict, f.by_requirement, f.waiting, f.expected_on, f.evidence, f.documents
      FROM report_task f WHERE f.agency_id = r.agency_id AND f.report_id = r.id
      UNION ALL
      SELECT n.task_id, n.verdict, n.by_requirement, n.waiting, n.expected_on, n.evidence, ${documents}
      FROM n JOIN task t ON t.agency_id = r.agency_id AND t.id = n.task_id WHERE ${ownTasks}
    ) c
    JOIN task t ON t.agency_id = r.agency_id AND t.id = c.task_id
    LEFT JOIN n ON n.task_id = t.id
    LEFT JOIN report_task b ON b.agency_id = r.agency_id AND b.report_id = ${before} AND b.task_id = t.id
    WHERE r.id = ${report})`;
}

/** The figures of a report, those of the period before where there is one, and how many tasks stand otherwise. */
export interface ReportFigures {
  now: ReportCounts;
  before: ReportCounts | null;
  changed: number;
  moved: number;
}

export async function readReportFigures(query: Reader, report: string, now: AsOf): Promise<ReportFigures> {
  const counts = (of: string) =>
    sql.join(
      REPORT_FIGURES.map(
        (figure) => sql`count(*) FILTER (WHERE ${figureCondition(figure, of)})::int AS ${sql.ref(figure)}`,
      ),
    );
  const { rows } = await sql<ReportCounts & { changed: number; moved: number }>`
    SELECT ${counts('counted')}, count(*) FILTER (WHERE ${showCondition('changed')})::int AS changed,
           count(*) FILTER (WHERE ${showCondition('moved')})::int AS moved
    FROM ${reportTasks(report, now)} counted`.execute(query);
  const { rows: earlier } = await sql<ReportCounts & { id: string | null }>`
    SELECT ${before} AS id, b.* FROM report r
    LEFT JOIN LATERAL (SELECT ${counts('f')}
      FROM (SELECT c.*, t.kind FROM report_task c JOIN task t ON t.agency_id = c.agency_id AND t.id = c.task_id
        WHERE c.agency_id = r.agency_id AND c.report_id = ${before}) f) b ON true
    WHERE r.id = ${report}`.execute(query);
  const [found] = rows;
  const [known] = earlier;
  if (found === undefined) throw new Error(`report ${report} has no figures`);
  return {
    now: found,
    before: known === undefined || known.id === null ? null : known,
    changed: found.changed,
    moved: found.moved,
  };
}

/** Tasks of a plan by their ids as they all stood at one instant, so that their figures say the same as any other of it. */
export async function judgedAt(
  query: Reader,
  plan: string,
  tasks: readonly string[],
  at: AsOf,
): Promise<ReportTask[]> {
  const { rows } = await sql<ReportTask>`
    SELECT n.task_id AS "taskId", n.verdict, n.by_requirement AS "byRequirement", n.waiting,
           n.expected_on AS "expectedOn", n.evidence, ${documents} AS documents
    FROM (${tasksAsOf(sql`${plan}::uuid`, at)}) n JOIN task t ON t.id = n.task_id
    WHERE n.task_id = ANY (${[...tasks]}::uuid[]) ORDER BY n.task_id`.execute(query);
  return rows;
}

/** The tasks that an open report counts now, to be kept in its manifest. */
export async function countedTasks(query: Reader, report: string, now: AsOf): Promise<ReportTask[]> {
  const { rows } = await sql<ReportTask>`
    SELECT id AS "taskId", verdict, by_requirement AS "byRequirement", waiting, expected_on AS "expectedOn", evidence,
           documents
    FROM ${reportTasks(report, now)} counted ORDER BY id`.execute(query);
  return rows;
}
