import { type RawBuilder, sql } from 'kysely';
import { type AsOf, heldAt } from '../platform/measure/as-of.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { SubplanStateName } from './domain/subplan.ts';

/** A recipient of a plan that owes a plan of its own, with the state of what it made. */
export interface OwingRow {
  agency_id: string;
  plan_id: string;
  recipient: string;
  name: string;
  name_fold: string;
  /** Of the agency; `division` for a unit of the plan's own agency. */
  kind: string;
  position: number;
  due_end: CivilDate | null;
  own_state: SubplanStateName;
  /** Null where only one plan is owed. */
  district_state: SubplanStateName | null;
  /** The state of the one that is least far. */
  state: SubplanStateName;
  in_hand: boolean;
  /** Issue date of the later one, once all are there. */
  evidence_date: CivilDate | null;
  /** Day on which the later one was first submitted, once all are there. */
  sent_on: CivilDate | null;
}

const rank = (state: RawBuilder<unknown>) => sql`CASE ${state} WHEN 'confirmed' THEN 4 WHEN 'submitted' THEN 3
  WHEN 'sent_back' THEN 2 WHEN 'draft' THEN 1 ELSE 0 END`;

/** Recipients of plans that owe plans of their own, as all stood at an instant: each agency, each division, once a plan. */
export function owing(at: AsOf): RawBuilder<OwingRow> {
  const { instant, day } = at;
  const standing = (row: string) => sql`${sql.ref(`${row}.valid_from`)} <= ${day}
    AND (${sql.ref(`${row}.valid_to`)} IS NULL OR ${sql.ref(`${row}.valid_to`)} >= ${day})`;
  const period = (row: string, kind: string) => sql`LEFT JOIN subplan_period ${sql.ref(row)}
    ON ${sql.ref(`${row}.agency_id`)} = coalesce(a.id, r.agency_id) AND ${sql.ref(`${row}.plan_id`)} = r.plan_id
    AND ${sql.ref(`${row}.recipient`)} = r.key AND ${sql.ref(`${row}.kind`)} = ${sql.lit(kind)}
    AND ${heldAt(at, row)}`;
  const two = sql`a.kind = 'district_office'`;
  return sql<OwingRow>`
    SELECT o.agency_id, o.plan_id, o.recipient, o.name, o.name_fold, o.kind, o.position, o.unit_ids, o.due_end,
           o.own_state, o.district_state,
           (ARRAY['none', 'draft', 'sent_back', 'submitted', 'confirmed'])[o.rank + 1] AS state,
           o.rank >= 3 AS in_hand,
           CASE WHEN o.rank >= 3 THEN o.issue_date END AS evidence_date,
           CASE WHEN o.rank >= 3 THEN o.sent_on END AS sent_on
    FROM (
      SELECT coalesce(a.id, r.agency_id) AS agency_id, r.plan_id, r.key AS recipient,
             coalesce(a.name, u.name) AS name, coalesce(a.name_fold, u.name_fold) AS name_fold,
             coalesce(a.kind, 'division') AS kind, coalesce(a.position, u.position) AS position,
             CASE WHEN u.id IS NULL THEN ARRAY[]::uuid[] ELSE ARRAY[u.id] END AS unit_ids,
             due.due_end, coalesce(own.state, 'none') AS own_state,
             CASE WHEN ${two} THEN coalesce(district.state, 'none') END AS district_state,
             least(${rank(sql`own.state`)}, CASE WHEN ${two} THEN ${rank(sql`district.state`)} END) AS rank,
             greatest(own.issue_date, district.issue_date) AS issue_date,
             greatest(own.sent_on, district.sent_on) AS sent_on
      FROM plan_recipient r
      LEFT JOIN agency a ON a.id = r.recipient_agency AND ${standing('a')}
      LEFT JOIN unit u ON u.agency_id = r.agency_id AND u.id = r.recipient_unit AND u.kind IN ('office', 'division')
        AND ${standing('u')}
      ${period('own', 'own')}
      ${period('district', 'district')}
      LEFT JOIN plan_due due ON due.agency_id = r.agency_id AND due.plan_id = r.plan_id AND due.recipients =
        CASE WHEN u.id IS NOT NULL THEN 'units' WHEN ${two} THEN 'district_offices' ELSE 'affiliated' END
      WHERE r.sent_at <= ${instant} AND (a.id IS NOT NULL OR u.id IS NOT NULL)) o`;
}
