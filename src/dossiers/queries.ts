import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import type { DossierTable } from '../platform/database/schema.ts';
import { foldAll, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { catalogueAgencies, findProcedureVersion, type ProcedureVersion } from '../procedures/index.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import {
  CHANNELS,
  type Channel,
  type DossierEvent,
  type DossierState,
  OUTCOMES,
  type ResultOutcome,
} from './domain/dossier.ts';
import { STATUSES, type Status } from './domain/status.ts';
import { dossierLedger } from './ledger.ts';
import type { Held } from './policy.ts';

/** A dossier as it stands now. */
export interface DossierRow extends Held {
  id: string;
  code: string | null;
  procedureId: string;
  procedureVersionId: string;
  channel: Channel;
  bySelf: boolean;
  status: Status;
  outcome: ResultOutcome | null;
  subject: string;
  ownerId: string;
  ownerVersion: number;
  stepName: string | null;
  stepDueAt: Temporal.Instant | null;
  returnBy: Channel;
  /** The rule set of the one-stop desk that it was accepted under. */
  rules: string;
  submittedAt: Temporal.Instant;
  acceptedAt: Temporal.Instant | null;
  originalDueAt: Temporal.Instant | null;
  dueAt: Temporal.Instant | null;
  appointedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  returnedAt: Temporal.Instant | null;
  apologyAt: Temporal.Instant | null;
}

/** A dossier with its ledger. */
export interface Dossier {
  agencyId: string;
  id: string;
  seq: number;
  state: DossierState;
  events: readonly Recorded<DossierEvent>[];
  row: DossierRow;
}

/** Those of agencies; of one, so that an index that begins with it also gives the order. */
function ofAgencies(ids: readonly string[]): RawBuilder<SqlBool> {
  const [first] = ids;
  return ids.length === 1
    ? sql<SqlBool>`dossier.agency_id = ${first}::uuid`
    : sql<SqlBool>`dossier.agency_id = ANY (${[...ids]}::uuid[])`;
}

/** Those that a scope may see: whole agencies, and what one's unit or oneself had or was asked about. */
export function dossiersWithin(scope: Scope): RawBuilder<SqlBool> {
  const whole = ofAgencies(scope.whole);
  const others = scope.agencies.filter((agency) => !scope.whole.includes(agency));
  if (others.length === 0 || (scope.units.length === 0 && scope.people.length === 0)) return whole;
  const own = sql<SqlBool>`${ofAgencies(others)}
    AND (dossier.unit_ids && ${[...scope.units]}::uuid[] OR dossier.person_ids && ${[...scope.people]}::uuid[])`;
  return scope.whole.length === 0 ? sql<SqlBool>`(${own})` : sql<SqlBool>`(${whole} OR ${own})`;
}

/** Those that stand so; the statuses stand in the text, by which PostgreSQL knows the partial index that holds them. */
export function standing(...statuses: readonly Status[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`dossier.status IN (${sql.join(statuses.map((status) => sql.lit(status)))})`;
}

/** Its row, wherever the transaction may see it. */
export async function findDossierRow(query: Reader, id: string): Promise<DossierRow | undefined> {
  const row = await query.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst();
  return row && dossierRowOf(row);
}

/** Rows of several, wherever the transaction may see them; those that it does not see are left out. */
export async function findDossierRows(query: Reader, ids: readonly string[]): Promise<DossierRow[]> {
  if (ids.length === 0) return [];
  const rows = await query
    .selectFrom('dossier')
    .selectAll()
    .where(sql<SqlBool>`id = ANY (${[...new Set(ids)]}::uuid[])`)
    .execute();
  return rows.map(dossierRowOf);
}

/** It and its ledger, wherever the transaction may see it. */
export async function findDossier(query: Reader, id: string): Promise<Dossier | undefined> {
  const row = await findDossierRow(query, id);
  if (row === undefined) return undefined;
  const events = (await readEvents(query, row.agencyId, id)) as Recorded<DossierEvent>[];
  const state = foldAll(dossierLedger, events);
  return state && { agencyId: row.agencyId, id, seq: events.at(-1)?.stamp.seq ?? 0, state, events, row };
}

export function dossierRowOf(row: Selectable<DossierTable>): DossierRow {
  return {
    agencyId: row.agency_id,
    id: row.id,
    code: row.code,
    procedureId: row.procedure_id,
    procedureVersionId: row.procedure_version_id,
    channel: channelOf(row.channel),
    bySelf: row.by_self,
    status: statusOf(row.status),
    outcome: OUTCOMES.find((one) => one === row.outcome) ?? null,
    subject: row.subject,
    ownerId: row.owner_id,
    ownerVersion: row.owner_version,
    receivingUnitId: row.receiving_unit_id,
    unitId: row.unit_id,
    personId: row.person_id,
    pendingUnitId: row.pending_unit_id,
    unitIds: row.unit_ids,
    personIds: row.person_ids,
    stepName: row.step_name,
    stepDueAt: row.step_due_at,
    returnBy: channelOf(row.return_by),
    rules: row.rules,
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    originalDueAt: row.original_due_at,
    dueAt: row.due_at,
    appointedAt: row.appointed_at,
    endedAt: row.ended_at,
    returnedAt: row.returned_at,
    apologyAt: row.apology_at,
  };
}

/** A status that a row holds. */
export function statusOf(written: string): Status {
  const status = STATUSES.find((one) => one === written);
  if (status === undefined) throw new Error(`${written} is no status of a dossier`);
  return status;
}

function channelOf(written: string): Channel {
  const channel = CHANNELS.find((one) => one === written);
  if (channel === undefined) throw new Error(`${written} is no channel`);
  return channel;
}

/** The version of its procedure that a dossier began with, whether or not it still holds. */
export async function versionKept(
  query: Reader,
  agencyId: string,
  versionId: string,
): Promise<ProcedureVersion | undefined> {
  for (const catalogue of await catalogueAgencies(query, agencyId)) {
    const version = await findProcedureVersion(query, catalogue, versionId);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** A dossier of the same owner and procedure whose handling has not ended; undefined where there is none. */
export async function openAlike(
  query: Reader,
  agencyId: string,
  procedureId: string,
  ownerId: string,
): Promise<{ id: string; code: string | null } | undefined> {
  return query
    .selectFrom('dossier')
    .select(['id', 'code'])
    .where('agency_id', '=', agencyId)
    .where('owner_id', '=', ownerId)
    .where('procedure_id', '=', procedureId)
    .where('ended_at', 'is', null)
    .where('status', '<>', 'refused')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** The dossier whose result has a number of a day; undefined where that number is free. */
export async function dossierOfResult(
  query: Reader,
  agencyId: string,
  number: string,
  date: CivilDate,
): Promise<{ id: string; code: string | null } | undefined> {
  return query
    .selectFrom('dossier')
    .select(['id', 'code'])
    .where('agency_id', '=', agencyId)
    .where('result_number', '=', number)
    .where('result_date', '=', date)
    .executeTakeFirst();
}
