import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { todayOn, verdictSql } from '../plan/index.ts';
import type { AsOf } from '../platform/measure/as-of.ts';
import type { Columns, Measure, RecordSet } from '../platform/measure/measure.ts';
import { owedPublications } from './owed.ts';
import { procedureUrl } from './urls.ts';

type ProcedureColumn = 'tier' | 'level' | 'postal' | 'complete' | 'suitable' | 'public';

/** Procedures that held on a day, by what was known of them then, each with its version of that day. */
const inForce: RecordSet<ProcedureColumn> = {
  columns: ['tier', 'level', 'postal', 'complete', 'suitable', 'public'],
  rows: ({ instant, day }) => sql`
    SELECT p.agency_id, p.id, v.procedure_text ->> 'name' AS name, NULL::uuid AS part_of, 0 AS position,
           CASE WHEN p.owner_unit_id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[p.owner_unit_id] END AS unit_ids,
           v.procedure_text ->> 'tier' AS tier, v.procedure_text ->> 'onlineLevel' AS level,
           (v.procedure_text -> 'postal' ->> 'receive')::boolean OR (v.procedure_text -> 'postal' ->> 'return')::boolean
             AS postal,
           ${complete} AS complete,
           (SELECT s.suitable FROM suitability s WHERE s.agency_id = p.agency_id AND s.procedure_id = p.id
              AND s.online_level IN ('3', '4', 'partial', 'full') AND s.recorded_at <= ${instant}
              ORDER BY s.assessed_on DESC, s.id DESC LIMIT 1) AS suitable,
           EXISTS (SELECT FROM publication JOIN procedure_place place ON place.agency_id = publication.agency_id
              AND place.id = publication.place_id WHERE publication.version_id = v.id AND place.kind = 'portal'
              AND publication.agency_id = p.agency_id AND publication.recorded_at <= ${instant}
              AND (publication.superseded_at IS NULL OR publication.superseded_at > ${instant})) AS public
    FROM procedure p JOIN LATERAL (
      SELECT * FROM procedure_version v WHERE v.agency_id = p.agency_id AND v.procedure_id = p.id AND v.announced
        AND v.announced_at <= ${instant} AND v.valid_from <= ${day} ORDER BY v.no DESC LIMIT 1) v ON true
    WHERE p.abolished_from IS NULL OR p.abolished_from > ${day} OR p.abolished_at > ${instant}`,
  href: procedureUrl,
  alone: true,
};

/** Has the parts that every procedure must have (Nghị định 63/2010/NĐ-CP, article 8.2; Quyết định 766/QĐ-TTg, index 1.3). */
const complete = sql<SqlBool>`coalesce(v.procedure_text ->> 'steps', '') <> '' AND ${sql.join(
  ['components', 'limits', 'subjects', 'results', 'legalBases'].map(
    (part) => sql`jsonb_array_length(v.procedure_text -> ${sql.lit(part)}) > 0`,
  ),
  sql` AND `,
)}`;

type Condition = (row: Columns<ProcedureColumn>, at: AsOf) => RawBuilder<SqlBool>;

const ofProcedures = (id: string, of: Condition, counts: Condition): Measure<ProcedureColumn> => ({
  id,
  permission: 'procedure.read',
  records: inForce,
  of,
  counts,
});

const all: Condition = () => sql`true`;
const ofDepartment: Condition = (row) => sql`${row.tier} = 'department'`;
/** Partial stands where level 3 did, full where level 4 did (Nghị định 42/2022/NĐ-CP). */
const atLevel3: Condition = (row) => sql`${row.level} IN ('3', '4', 'partial', 'full')`;
const atLevel4: Condition = (row) => sql`${row.level} IN ('4', 'full')`;

type OwedColumn = 'kind' | 'due_end' | 'published_on';

/** What decisions announced, once for each place that has to make it public. */
const owed: RecordSet<OwedColumn> = {
  columns: ['kind', 'due_end', 'published_on'],
  rows: (at) => sql`
    SELECT o.agency_id, coalesce(o.version_id, o.procedure_id) || '/' || o.place_id || '/' || o.procedure_id AS id,
           concat_ws(' – ', o.name, a.name) AS name, ARRAY[]::uuid[] AS unit_ids, NULL::uuid AS part_of, 0 AS position,
           o.kind, o.due_end, o.published_on
    FROM (${owedPublications(at)}) o JOIN agency a ON a.id = o.agency_id`,
  href: (id) => procedureUrl(id.split('/')[2] ?? ''),
  alone: true,
};

function madePublic(id: string, at: (row: Columns<OwedColumn>) => RawBuilder<SqlBool>): Measure<OwedColumn> {
  const verdict = (row: Columns<OwedColumn>, asOf: AsOf) =>
    verdictSql(row.due_end, row.published_on, todayOn(asOf.day));
  return {
    id,
    permission: 'publication.read',
    records: owed,
    of: (row, asOf) => sql`${at(row)} AND ${verdict(row, asOf)} IN ('on_time', 'done_late', 'late')`,
    counts: (row, asOf) => sql`${verdict(row, asOf)} = 'on_time'`,
  };
}

/** Figures of the catalogue itself; dossiers have their own. */
export const procedureMeasures: readonly Measure[] = [
  ofProcedures('procedure.online-level-3', ofDepartment, atLevel3),
  ofProcedures('procedure.online-level-4', ofDepartment, atLevel4),
  ofProcedures('procedure.suitable-at-level-3', (row) => sql`${row.suitable}`, atLevel3),
  ofProcedures('procedure.by-public-post', all, (row) => sql`${row.postal}`),
  ofProcedures('procedure.complete', all, (row) => sql`${row.complete}`),
  ofProcedures('procedure.public', all, (row) => sql`${row.public}`),
];

/** Whether what decisions announced was public within five working days: on the portal, and at desks and schools. */
export const publicationMeasures: readonly Measure[] = [
  madePublic('procedure.published-on-time', (row) => sql`${row.kind} = 'portal'`),
  madePublic('procedure.posted-on-time', (row) => sql`${row.kind} <> 'portal'`),
];
