import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import { foldAll, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import type { Scope, Subject } from '../platform/policy/policy.ts';
import type { DocumentFields, ItemKind, ReportingFields } from './domain/draft.ts';
import type { IssuedItem, PlanEvent, PlanState, PlanStateName } from './domain/plan.ts';
import { planLedger } from './ledger.ts';

export interface PlanRow {
  agencyId: string;
  id: string;
  state: PlanStateName;
  title: string | null;
  number: string | null;
  issueDate: string | null;
  planYear: number | null;
  version: number;
  /** A plan of a higher agency, which ours carry out. */
  adopted: boolean;
  parentId: string | null;
  fileName: string;
  /** SHA-256 of what was read of the file; null until it has been. */
  reading: string | null;
  /** Head and foot of the version in force; null before the plan is issued. */
  document: DocumentFields | null;
  uploadedAt: Temporal.Instant;
}

/** States that people who only read may see; drafts are their drafters' own, or circulate for comments. */
export const PUBLIC_STATES: readonly PlanStateName[] = ['issued', 'amending'];

/** Plans of agencies that a scope sees whole, and issued ones that were sent to such an agency. */
export function plansWithin(scope: Scope): RawBuilder<SqlBool> {
  const whole = sql`${[...scope.whole]}::uuid[]`;
  return sql<SqlBool>`(plan.agency_id = ANY (${whole}) OR plan.version > 0 AND plan.id IN
    (SELECT thing FROM share WHERE kind = 'plan' AND to_agency = ANY (${whole})))`;
}

/** Plans of one's own within a scope, newest first; not those of a higher agency that they carry out. */
export async function listPlans(
  query: Reader,
  scope: Scope,
  states: readonly PlanStateName[],
): Promise<PlanRow[]> {
  if (scope.whole.length === 0 || states.length === 0) return [];
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where(plansWithin(scope))
    .where('state', 'in', [...states])
    .where('adopted', '=', false)
    .orderBy('plan_year', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(planRowOf);
}

/** Issued plans of agencies that say when to report, for the server's own work. */
export async function listReportingPlans(query: Reader, agencies: readonly string[]): Promise<PlanRow[]> {
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where(sql<SqlBool>`plan.agency_id = ANY (${[...agencies]}::uuid[])`)
    .where('version', '>', 0)
    .where('adopted', '=', false)
    .where(
      sql<SqlBool>`EXISTS (SELECT FROM plan_item i WHERE i.agency_id = plan.agency_id AND i.plan_id = plan.id
        AND i.kind = 'reporting' AND i.version_to IS NULL)`,
    )
    .orderBy('id')
    .execute();
  return rows.map(planRowOf);
}

/** Other plans of the agency that were made from the very same file. */
export async function plansOfSameFile(query: Reader, plan: PlanRow): Promise<PlanRow[]> {
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where('agency_id', '=', plan.agencyId)
    .where('id', '<>', plan.id)
    .where(
      sql<SqlBool>`file_id IN (SELECT f.id FROM stored_file f
        JOIN stored_file own ON own.agency_id = f.agency_id AND own.sha256 = f.sha256
        WHERE own.agency_id = plan.agency_id AND own.id = (SELECT file_id FROM plan p WHERE p.agency_id = f.agency_id AND p.id = ${plan.id}))`,
    )
    .orderBy('id')
    .execute();
  return rows.map(planRowOf);
}

/** Issued plans of the same agency, year and number. */
export async function plansOfSameNumber(
  query: Reader,
  plan: PlanRow,
  { number, planYear }: { number: string | null; planYear: number | null },
): Promise<PlanRow[]> {
  if (number === null) return [];
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where('agency_id', '=', plan.agencyId)
    .where('id', '<>', plan.id)
    .where('version', '>', 0)
    .where('number', '=', number)
    .where('plan_year', 'is not distinct from', planYear)
    .orderBy('id')
    .execute();
  return rows.map(planRowOf);
}

/** A plan's row wherever the transaction may see it; an id belongs to one agency. */
export async function findPlan(query: Reader, id: string): Promise<PlanRow | undefined> {
  const row = await query.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && planRowOf(row);
}

/** The folded state of a plan, with everything that its ledger says. */
export async function findPlanState(
  query: Reader,
  id: string,
): Promise<{ row: PlanRow; state: PlanState; corrections: Correction[] } | undefined> {
  const row = await findPlan(query, id);
  if (row === undefined) return undefined;
  const events = await readEvents(query, row.agencyId, id);
  const state = foldAll(planLedger, events);
  return state && { row, state, corrections: correctionsOf(events as Recorded<PlanEvent>[]) };
}

/** Somebody's change of a row on the way to a version; the document's own fields stand under "document". */
export interface Correction {
  key: string;
  version: number;
  accountId: string | null;
  at: Temporal.Instant;
}

function correctionsOf(events: readonly Recorded<PlanEvent>[]): Correction[] {
  let version = 1;
  const corrections: Correction[] = [];
  for (const event of events) {
    const by = { version, accountId: event.stamp.actorAccount, at: event.stamp.occurredAt };
    if (event.type === 'issued' || event.type === 'amended') version += 1;
    else if (event.type === 'document-corrected') corrections.push({ key: 'document', ...by });
    else if (ITEM_EVENTS.has(event.type) && 'key' in event.payload)
      corrections.push({ key: event.payload.key, ...by });
  }
  return corrections;
}

const ITEM_EVENTS: ReadonlySet<string> = new Set([
  'item-corrected',
  'item-added',
  'item-dropped',
  'item-restored',
]);

/** What policy judges of a plan; undefined where the transaction does not see it. */
export async function planSubject(query: Reader, id: string): Promise<Subject | undefined> {
  const row = await findPlan(query, id);
  return row && { agencyId: row.agencyId };
}

/** A row of the table as the slice speaks of it. */
export function planRowOf(row: {
  agency_id: string;
  id: string;
  state: string;
  title: string | null;
  number: string | null;
  issue_date: string | null;
  plan_year: number | null;
  version: number;
  adopted: boolean;
  parent_id: string | null;
  file_name: string;
  reading: string | null;
  document: unknown;
  uploaded_at: Temporal.Instant;
}): PlanRow {
  return {
    agencyId: row.agency_id,
    id: row.id,
    state: row.state as PlanStateName,
    title: row.title,
    number: row.number,
    issueDate: row.issue_date,
    planYear: row.plan_year,
    version: row.version,
    adopted: row.adopted,
    parentId: row.parent_id,
    fileName: row.file_name,
    reading: row.reading,
    document: row.document as DocumentFields | null,
    uploadedAt: row.uploaded_at,
  };
}

/** A row of an issued plan as its projection holds it, for those to whom the plan was sent too. */
export interface PlanItemRow {
  item: IssuedItem;
  position: number;
  versionFrom: number;
  versionTo: number | null;
  /** Of a target: the measure that says how it stands, or why there is none. */
  measure: string | null;
  unmeasured: string | null;
}

/** Rows of a plan of some kinds, in the order of the document; those of the version in force unless all are wanted. */
export async function listPlanItems(
  query: Reader,
  planId: string,
  kinds: readonly ItemKind[],
  which: 'in-force' | 'all' = 'in-force',
): Promise<PlanItemRow[]> {
  if (kinds.length === 0) return [];
  let rows = query
    .selectFrom('plan_item')
    .select(['content', 'position', 'version_from', 'version_to', 'measure', 'unmeasured'])
    .where('plan_id', '=', planId)
    .where('kind', 'in', [...kinds])
    .orderBy('position');
  if (which === 'in-force') rows = rows.where('version_to', 'is', null);
  return (await rows.execute()).map((row) => ({
    item: row.content as unknown as IssuedItem,
    position: row.position,
    versionFrom: row.version_from,
    versionTo: row.version_to,
    measure: row.measure,
    unmeasured: row.unmeasured,
  }));
}

/** Reporting dates in force, by their plans. */
export async function listReporting(
  query: Reader,
  plans: readonly string[],
): Promise<ReadonlyMap<string, ReportingFields[]>> {
  const rows = await query
    .selectFrom('plan_item')
    .select(['plan_id', 'content'])
    .where(sql<SqlBool>`plan_id = ANY (${[...plans]}::uuid[])`)
    .where('kind', '=', 'reporting')
    .where('version_to', 'is', null)
    .orderBy('plan_id')
    .orderBy('position')
    .execute();
  const fieldsOf = (row: (typeof rows)[number]) =>
    (row.content as unknown as IssuedItem).fields as ReportingFields;
  const found = Map.groupBy(rows, ({ plan_id }) => plan_id);
  return new Map([...found].map(([plan, own]) => [plan, own.map(fieldsOf)]));
}

/** Ids of a plan's tasks and followed duties by their keys, as far as the transaction sees them: none for a recipient below. */
export async function taskIdsByKey(query: Reader, plan: PlanRow): Promise<ReadonlyMap<string, string>> {
  const rows = await query
    .selectFrom('task')
    .select(['id', 'key'])
    .where('agency_id', '=', plan.agencyId)
    .where('plan_id', '=', plan.id)
    .execute();
  return new Map(rows.map((row) => [row.key, row.id]));
}
