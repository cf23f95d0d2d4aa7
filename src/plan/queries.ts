import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import { foldAll } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import type { Scope, Subject } from '../platform/policy/policy.ts';
import type { ItemKind } from './domain/draft.ts';
import type { IssuedItem, PlanState, PlanStateName } from './domain/plan.ts';
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
  fileName: string;
}

/** States that people who only read may see; drafts are their drafters' own, or circulate for comments. */
export const PUBLIC_STATES: readonly PlanStateName[] = ['issued', 'amending'];

/** Plans within a scope, newest first. */
export async function listPlans(
  query: Reader,
  scope: Scope,
  states: readonly PlanStateName[],
): Promise<PlanRow[]> {
  if (scope.whole.length === 0 || states.length === 0) return [];
  const rows = await query
    .selectFrom('plan')
    .selectAll()
    .where('agency_id', 'in', [...scope.whole])
    .where('state', 'in', [...states])
    .orderBy('plan_year', 'desc')
    .orderBy('id', 'desc')
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
): Promise<{ row: PlanRow; state: PlanState } | undefined> {
  const row = await findPlan(query, id);
  if (row === undefined) return undefined;
  const state = foldAll(planLedger, await readEvents(query, row.agencyId, id));
  return state && { row, state };
}

/** What policy judges of a plan; undefined where the transaction does not see it. */
export async function planSubject(query: Reader, id: string): Promise<Subject | undefined> {
  const row = await findPlan(query, id);
  return row && { agencyId: row.agencyId };
}

function planRowOf(row: {
  agency_id: string;
  id: string;
  state: string;
  title: string | null;
  number: string | null;
  issue_date: string | null;
  plan_year: number | null;
  version: number;
  file_name: string;
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
    fileName: row.file_name,
  };
}

/** A row of an issued plan as its projection holds it, for those to whom the plan was sent too. */
export interface PlanItemRow {
  item: IssuedItem;
  position: number;
  versionFrom: number;
  versionTo: number | null;
}

/** Rows of a plan of some kinds, in the order of the document; those of the version in force unless all are wanted. */
export async function listPlanItems(
  query: Reader,
  planId: string,
  kinds: readonly ItemKind[],
  which: 'in-force' | 'all' = 'in-force',
): Promise<PlanItemRow[]> {
  let rows = query
    .selectFrom('plan_item')
    .select(['content', 'position', 'version_from', 'version_to'])
    .where('plan_id', '=', planId)
    .where('kind', 'in', [...kinds])
    .orderBy('position');
  if (which === 'in-force') rows = rows.where('version_to', 'is', null);
  return (await rows.execute()).map((row) => ({
    item: row.content as unknown as IssuedItem,
    position: row.position,
    versionFrom: row.version_from,
    versionTo: row.version_to,
  }));
}

export interface RecipientRow {
  key: string;
  written: string;
  agencyId: string | null;
  unitId: string | null;
  name: string | null;
  acknowledgedAt: Temporal.Instant | null;
  responsible: string | null;
}

/** To whom a plan went; a recipient below sees its own line alone. */
export async function listRecipients(query: Reader, planId: string): Promise<RecipientRow[]> {
  const rows = await query
    .selectFrom('plan_recipient')
    .leftJoin('agency', 'agency.id', 'plan_recipient.recipient_agency')
    .leftJoin('unit', 'unit.id', 'plan_recipient.recipient_unit')
    .select([
      'plan_recipient.key',
      'plan_recipient.written',
      'plan_recipient.recipient_agency',
      'plan_recipient.recipient_unit',
      'plan_recipient.acknowledged_at',
      'plan_recipient.responsible_name',
      'agency.name as agency_name',
      'unit.name as unit_name',
    ])
    .where('plan_recipient.plan_id', '=', planId)
    .orderBy('unit.position')
    .orderBy('agency.kind')
    .orderBy('agency.position')
    .orderBy('plan_recipient.key')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    written: row.written,
    agencyId: row.recipient_agency,
    unitId: row.recipient_unit,
    name: row.agency_name ?? row.unit_name,
    acknowledgedAt: row.acknowledged_at,
    responsible: row.responsible_name,
  }));
}
