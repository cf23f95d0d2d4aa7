import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { type AsOf, heldAt } from '../../platform/measure/as-of.ts';
import type { JudgedColumns } from './verdict-sql.ts';

/** The columns by which a dossier of `handledDossiers` is judged. */
export const judgedColumns = (row: string): JudgedColumns => ({
  accepted_at: sql.ref(`${row}.accepted_at`),
  ending: sql.ref(`${row}.ending`),
  ended_at: sql.ref(`${row}.ended_at`),
  due_at: sql.ref(`${row}.due_at`),
  waiting: sql.ref(`${row}.waiting`),
  supplement_at: sql.ref(`${row}.supplement_at`),
  supplement_again_at: sql.ref(`${row}.supplement_again_at`),
});

/** What took longer, in days, stands in partial indexes, which say the same number. */
const LONG = 60;

const tookLong = (from: 'accepted_at' | 'ended_at', to: 'ended_at' | 'returned_at') =>
  sql`${sql.ref(`d.${to}`)} - ${sql.ref(`d.${from}`)} > interval '60 days'`;

/**
 * Dossiers of a period as they stood at its cut-off: those whose handling ended in it, those in handling at the
 * cut-off, and those that were refused in it. Together the first two are all that was received in the period or carried
 * over into it. Each branch is a range of one index; the second is small, unless one asks about long ago.
 * Columns that change in the life of a dossier come from the period row that held then; those that end with it, as the
 * due time and the unit, from the dossier.
 */
export function handledDossiers(from: Temporal.Instant, at: AsOf): RawBuilder<unknown> {
  const { instant } = at;
  const until = (column: string, by: string = column) =>
    sql`CASE WHEN ${sql.ref(`d.${by}`)} <= ${instant} THEN ${sql.ref(`d.${column}`)} END AS ${sql.ref(column)}`;
  const always = sql`d.agency_id, d.id, d.code, d.subject, d.procedure_id, d.procedure_version_id, d.channel, d.by_self,
    d.rules, d.accepted_at, ${until('supplement_at')}, ${until('supplement_again_at')}, ${until('apology_at')},
    ${until('apology_due_at', 'apology_at')}, ${until('returned_at')}`;
  const ended = sql`SELECT ${always}, d.ended_at,
      CASE WHEN d.status IN ('withdrawn', 'stopped') THEN d.status ELSE 'finished' END AS ending, d.outcome,
      d.due_at, d.unit_id, d.person_id, false AS waiting
    FROM dossier d WHERE d.ended_at >= ${from} AND d.ended_at <= ${instant}`;
  const refused = sql`SELECT ${always}, d.refused_at AS ended_at, 'refused' AS ending, NULL AS outcome,
      NULL AS due_at, d.unit_id, d.person_id, false AS waiting
    FROM dossier d WHERE d.refused_at >= ${from} AND d.refused_at <= ${instant}`;
  const stillOpen = sql`d.accepted_at IS NOT NULL AND d.accepted_at <= ${instant} AND d.ended_at IS NULL`;
  // Of those that ended later: the young ones by their acceptance, the old ones, which are few, by an index of their own.
  const young = instant.subtract({ hours: LONG * 24 });
  const endedLater = [
    sql`d.accepted_at > ${young} AND d.accepted_at <= ${instant} AND d.ended_at > ${instant}`,
    sql`d.accepted_at <= ${young} AND d.ended_at > ${instant} AND ${tookLong('accepted_at', 'ended_at')}`,
  ];
  const openNow = sql`SELECT ${always}, NULL::timestamptz AS ended_at, NULL AS ending, NULL AS outcome, d.due_at, d.unit_id,
      d.person_id, d.status = 'awaiting-supplement' AS waiting
    FROM dossier d WHERE ${stillOpen}`;
  // One period a dossier, by its key: however many the planner expects, periods are never read whole.
  const openThen = (
    which: RawBuilder<unknown>,
  ) => sql`SELECT ${always}, NULL::timestamptz AS ended_at, NULL AS ending,
      NULL AS outcome, held.due_at, held.unit_id, held.person_id, held.status = 'awaiting-supplement' AS waiting
    FROM dossier d CROSS JOIN LATERAL (SELECT * FROM dossier_period p
      WHERE p.agency_id = d.agency_id AND p.dossier_id = d.id AND ${heldAt(at, 'p')} LIMIT 1) held
    WHERE ${which}`;
  const open = at.isNow ? openNow : sql.join([stillOpen, ...endedLater].map(openThen), sql` UNION ALL `);
  return sql`${ended} UNION ALL ${refused} UNION ALL ${open}`;
}

/**
 * Results of a period as they stood at its cut-off: those returned in it, and those that lay at the desk at the cut-off
 * (`returned_at` is null), however long ago handling ended.
 */
export function deskResults(from: Temporal.Instant, at: AsOf): RawBuilder<unknown> {
  const { instant } = at;
  const always = sql`d.agency_id, d.id, d.code, d.subject, d.procedure_id, d.unit_id, d.receiving_unit_id, d.rules, d.ended_at`;
  const lying = (
    which: RawBuilder<unknown>,
  ) => sql`SELECT ${always}, NULL::timestamptz AS returned_at, NULL AS returned_by
    FROM dossier d WHERE d.ended_at <= ${instant} AND ${which}`;
  const young = instant.subtract({ hours: LONG * 24 });
  const returnedLater = [
    sql`d.ended_at > ${young} AND d.returned_at > ${instant}`,
    sql`d.ended_at <= ${young} AND d.returned_at > ${instant} AND ${tookLong('ended_at', 'returned_at')}`,
  ];
  return sql`SELECT ${always}, d.returned_at, d.returned_by
    FROM dossier d WHERE d.returned_at >= ${from} AND d.returned_at <= ${instant}
    UNION ALL ${lying(sql`d.status = 'finished'`)}
    ${at.isNow ? sql`` : sql`UNION ALL ${sql.join(returnedLater.map(lying), sql` UNION ALL `)}`}`;
}

/** What the versions of procedures say that figures ask for; read once, not once a dossier. */
export const versionFacts = sql`(SELECT v.id, v.procedure_text->>'onlineLevel' AS level,
    v.procedure_text->'field'->>'name' AS field FROM procedure_version v OFFSET 0)`;
