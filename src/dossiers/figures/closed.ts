import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Reader, Writer } from '../../platform/database/database.ts';
import type { Ledger } from '../../platform/ledger/ledger.ts';
import { type AsOf, asOf } from '../../platform/measure/as-of.ts';
import { uuidOf } from '../../platform/uuid.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import {
  foldHandlingReport,
  type HandlingManifest,
  type HandlingPeriod,
  type HandlingReportEvent,
  type HandlingReportState,
} from '../domain/closing.ts';
import { closedDossiers, countedDossiers } from './counted.ts';
import type { ReportForm } from './report-form.ts';

/** The ledger of closed periods: one stream for each period of an agency. */
export const handlingReportLedger: Ledger<HandlingReportState, HandlingReportEvent> = {
  kind: 'handling-report',
  fold: foldHandlingReport,
  projections: [
    {
      table: 'handling_report',
      stream: 'id',
      key: ['no'],
      rows: ({ from, to, versions }) =>
        versions.map((one) => ({
          no: one.no,
          period_from: from,
          period_to: to,
          form: one.form,
          as_of: one.asOf,
          dossiers: one.dossiers,
          digest: one.digest,
          reason: one.reason,
        })),
    },
  ],
};

/** There is one for each period of an agency. */
export const handlingReportId = (agencyId: string, { from, to }: HandlingPeriod) =>
  uuidOf(`handling report ${agencyId} ${from} ${to}`);

/** A version of a closed period, as its row holds it. */
export interface ClosedReport {
  agencyId: string;
  id: string;
  no: number;
  from: CivilDate;
  to: CivilDate;
  form: string;
  asOf: Temporal.Instant;
  dossiers: number;
  digest: string;
  reason: string | null;
}

/** The versions of a closed period that a transaction may see, the newest first. */
export async function closedVersions(query: Reader, report: string): Promise<ClosedReport[]> {
  const rows = await query
    .selectFrom('handling_report')
    .selectAll()
    .where('id', '=', report)
    .orderBy('no', 'desc')
    .execute();
  return rows.map((row) => ({
    agencyId: row.agency_id,
    id: row.id,
    no: row.no,
    from: row.period_from,
    to: row.period_to,
    form: row.form,
    asOf: row.as_of,
    dossiers: row.dossiers,
    digest: row.digest,
    reason: row.reason,
  }));
}

/** The newest versions of the closed periods of an agency, the latest period first. */
export async function closedPeriods(
  query: Reader,
  agencyId: string,
): Promise<{ id: string; no: number; from: CivilDate; to: CivilDate }[]> {
  const rows = await query
    .selectFrom('handling_report')
    .distinctOn(['period_to', 'period_from'])
    .select(['id', 'no', 'period_from as from', 'period_to as to'])
    .where('agency_id', '=', agencyId)
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('no', 'desc')
    .limit(20)
    .execute();
  return rows;
}

/** Keeps what a period counts as version `no`, and says what it was counted from. */
export async function keepCounted(
  query: Writer,
  agencyId: string,
  period: HandlingPeriod,
  no: number,
  at: AsOf,
  form: ReportForm,
): Promise<HandlingManifest> {
  const report = handlingReportId(agencyId, period);
  await sql`INSERT INTO handling_report_dossier
      (agency_id, report_id, no, dossier_id, code, unit_id, procedure_id, field, arrival, verdict, ending)
    SELECT c.agency_id, ${report}::uuid, ${no}, c.dossier_id, c.code, c.unit_id, c.procedure_id, c.field, c.arrival, c.verdict,
      c.ending
    FROM (${countedDossiers([agencyId], period.from, at, form)}) c`.execute(query);
  // A digest of digests: what is hashed last stays small, however many dossiers there are.
  const { rows } = await sql<{ dossiers: number; digest: string }>`
    SELECT count(*)::int AS dossiers, encode(sha256(coalesce(string_agg(sha256(convert_to(
      concat_ws(' ', c.dossier_id, c.unit_id, c.procedure_id, c.arrival, c.verdict, coalesce(c.ending, '-'), c.field), 'UTF8')),
      ''::bytea ORDER BY c.dossier_id), ''::bytea)), 'hex') AS digest
    FROM (${closedDossiers([agencyId], report, no)}) c`.execute(query);
  const [found] = rows;
  if (found === undefined) throw new Error('an aggregate has one row');
  return { asOf: at.instant.toString(), form: form.code, ...found };
}

/** When a closed version was counted. */
export const closedAt = ({ asOf: instant }: Pick<ClosedReport, 'asOf'>): AsOf => asOf(instant);
