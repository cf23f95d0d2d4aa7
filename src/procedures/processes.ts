import type { Selectable } from 'kysely';
import type { VersionedRow } from '../platform/actions/action.ts';
import type { Reader } from '../platform/database/database.ts';
import type { InternalProcessTable } from '../platform/database/schema.ts';
import { UUID } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { InternalProcess, ProcessState, ProcessStep } from './domain/process/process.ts';

/** A process with what a form needs to know of its row. */
export interface KeptProcess extends InternalProcess {
  /** The agency whose catalogue holds the procedure. */
  keeperId: string;
  seq: number;
}

/** A process by its id, whatever its state: dossiers keep the one that they began with. */
export async function findProcess(
  query: Reader,
  agencyId: string,
  id: string,
): Promise<KeptProcess | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await query
    .selectFrom('internal_process')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && processOf(row);
}

/** A process by its id alone, of whichever agency the transaction sees. */
export async function findVisibleProcess(query: Reader, id: string): Promise<KeptProcess | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await query.selectFrom('internal_process').selectAll().where('id', '=', id).executeTakeFirst();
  return row && processOf(row);
}

/** The process by which an agency handles dossiers of a procedure that are accepted on a day. */
export async function processAt(
  query: Reader,
  agencyId: string,
  procedureId: string,
  day: CivilDate,
): Promise<InternalProcess | undefined> {
  if (!UUID.test(procedureId)) return undefined;
  const row = await query
    .selectFrom('internal_process')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('procedure_id', '=', procedureId)
    .where('state', '<>', 'draft')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && processOf(row);
}

/** Every version of an agency's process of a procedure, the newest first; a draft before all. */
export async function processVersions(
  query: Reader,
  agencyId: string,
  procedureId: string,
): Promise<KeptProcess[]> {
  const rows = await query
    .selectFrom('internal_process')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('procedure_id', '=', procedureId)
    .orderBy((eb) => eb('state', '=', 'draft'), 'desc')
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map(processOf);
}

/** The processes of a procedure that still count: published ones of some agencies, and the draft of one's own. */
export async function processesOfProcedure(
  query: Reader,
  agencies: readonly string[],
  ownAgencyId: string,
  procedureId: string,
): Promise<KeptProcess[]> {
  const rows = await query
    .selectFrom('internal_process')
    .selectAll()
    .where('agency_id', 'in', [...agencies, ownAgencyId])
    .where('procedure_id', '=', procedureId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'published'),
        eb.and([eb('state', '=', 'draft'), eb('agency_id', '=', ownAgencyId)]),
      ]),
    )
    .orderBy((eb) => eb('agency_id', '=', ownAgencyId), 'desc')
    .orderBy('agency_id')
    .orderBy('state')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(processOf);
}

/** Every school may have its own; the list of all processes has the rest. */
const MOST_SHOWN = 50;

/** A process as its row is saved. */
export function rowOfProcess(process: Omit<KeptProcess, 'seq'>): VersionedRow {
  return {
    agency_id: process.agencyId,
    id: process.id,
    keeper_id: process.keeperId,
    procedure_id: process.procedureId,
    iso_code: process.isoCode,
    version: process.version,
    state: process.state,
    approver: process.approver,
    approved_on: process.approvedOn,
    valid_from: process.validFrom,
    valid_to: process.validTo,
    steps: JSON.stringify(process.steps),
  };
}

function processOf(row: Selectable<InternalProcessTable>): KeptProcess {
  return {
    agencyId: row.agency_id,
    id: row.id,
    keeperId: row.keeper_id,
    procedureId: row.procedure_id,
    isoCode: row.iso_code,
    version: row.version,
    state: row.state as ProcessState,
    approver: row.approver,
    approvedOn: row.approved_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    steps: row.steps as unknown as ProcessStep[],
    seq: row.seq,
  };
}
