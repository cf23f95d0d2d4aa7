import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { todayOn, verdictSql } from '../plan/index.ts';
import type { AsOf } from '../platform/measure/as-of.ts';
import type { Columns, Measure, RecordSet } from '../platform/measure/measure.ts';
import { owing } from './owing.ts';
import { leadershipUrl, subplanUrl } from './urls.ts';

type OwingColumn = 'kind' | 'in_hand' | 'state' | 'due_end' | 'evidence_date' | 'sent_on';

/** Recipients that owe a plan of their own: agencies below, and divisions. */
const recipients: RecordSet<OwingColumn> = {
  columns: ['kind', 'in_hand', 'state', 'due_end', 'evidence_date', 'sent_on'],
  rows: (at) =>
    sql`SELECT o.*, o.plan_id || '/' || o.recipient AS id, o.plan_id AS part_of FROM (${owing(at)}) o`,
  href: (id) => {
    const [plan = '', recipient = ''] = id.split('/');
    return subplanUrl(plan, recipient);
  },
};

type Condition = (row: Columns<OwingColumn>, at: AsOf) => RawBuilder<SqlBool>;

const isAgency: Condition = (row) => sql`${row.kind} <> 'division'`;
const isDivision: Condition = (row) => sql`${row.kind} = 'division'`;
/** District offices answer to their own People's Committee; the plan's targets are of those affiliated to the department. */
const isAffiliated: Condition = (row) => sql`${row.kind} NOT IN ('division', 'district_office')`;
const inHand: Condition = (row) => sql`${row.in_hand}`;

const ofRecipients = (id: string, of: Condition, counts: Condition): Measure<OwingColumn> => ({
  id,
  permission: 'subplan.read',
  records: recipients,
  counts,
  of,
});

const verdict = (row: Columns<OwingColumn>, day: RawBuilder<unknown>, at: AsOf) =>
  verdictSql(row.due_end, day, todayOn(at.day));

/** Of what is there or past its day. */
const judged = (id: string, day: 'evidence_date' | 'sent_on') =>
  ofRecipients(
    id,
    (row, at) =>
      sql`${row.kind} <> 'division' AND ${verdict(row, row[day], at)} IN ('on_time', 'done_late', 'late')`,
    (row, at) => sql`${verdict(row, row[day], at)} = 'on_time'`,
  );

type LeadershipColumn = 'kind' | 'leader_is_head' | 'has_leader' | 'has_officer';

/** Agencies with whoever is responsible for reform there, as the register said then. */
const agencies: RecordSet<LeadershipColumn> = {
  columns: ['kind', 'leader_is_head', 'has_leader', 'has_officer'],
  rows: (at) => sql`
    SELECT a.id AS agency_id, a.id, a.name, ARRAY[]::uuid[] AS unit_ids, NULL::uuid AS part_of, a.position, a.kind,
           coalesce(l.leader_is_head, false) AS leader_is_head, l.no IS NOT NULL AS has_leader,
           l.officer_name IS NOT NULL AS has_officer
    FROM agency a LEFT JOIN (${leadershipAt(at)}) l ON l.agency_id = a.id
    WHERE a.valid_from <= ${at.day} AND (a.valid_to IS NULL OR a.valid_to >= ${at.day})`,
  href: leadershipUrl,
  alone: true,
};

/** Of each agency the entry of its register that held. */
export function leadershipAt({ instant, day }: AsOf): RawBuilder<unknown> {
  return sql`SELECT DISTINCT ON (agency_id) * FROM leadership WHERE recorded_at <= ${instant}
    AND (superseded_at IS NULL OR superseded_at > ${instant})
    AND valid_from <= ${day} AND (valid_to IS NULL OR valid_to >= ${day})
    ORDER BY agency_id, valid_from DESC`;
}

const ofLeadership = (
  id: string,
  of: (row: Columns<LeadershipColumn>) => RawBuilder<SqlBool>,
  counts: (row: Columns<LeadershipColumn>) => RawBuilder<SqlBool>,
): Measure<LeadershipColumn> => ({ id, permission: 'leadership.read', records: agencies, of, counts });

/** Plans of the agencies below, and of divisions. */
export const subplanMeasures: readonly Measure[] = [
  ofRecipients('subplan.in-hand', isAgency, inHand),
  ofRecipients('subplan.of-affiliated', isAffiliated, inHand),
  judged('subplan.on-time', 'evidence_date'),
  judged('subplan.sent-on-time', 'sent_on'),
  ofRecipients('subplan.confirmed', isAffiliated, (row) => sql`${row.state} = 'confirmed'`),
  ofRecipients('subplan.of-divisions', isDivision, inHand),
];

/** "100% thủ trưởng cơ quan, các đơn vị giáo dục trực thuộc"; "100% đơn vị trường và cơ sở giáo dục". */
export const leadershipMeasures: readonly Measure[] = [
  ofLeadership(
    'leadership.by-head',
    (row) => sql`${row.kind} <> 'district_office'`,
    (row) => sql`${row.leader_is_head}`,
  ),
  ofLeadership(
    'leadership.complete',
    (row) => sql`${row.kind} NOT IN ('department', 'district_office')`,
    (row) => sql`${row.has_leader} AND ${row.has_officer}`,
  ),
];
