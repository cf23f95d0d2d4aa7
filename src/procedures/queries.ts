import { type Selectable, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { ProcedureTable } from '../platform/database/schema.ts';
import { UUID } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { ProcedureText, ProcedureVersion } from './domain/procedure.ts';
import { ofVersions } from './rows.ts';

/** An agency and those above it: the catalogues that hold the procedures it handles or makes public. */
export async function catalogueAgencies(query: Reader, agencyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${aboveAgencies([agencyId])}`.execute(query);
  return rows.map(({ id }) => id);
}

/** The ids of agencies and of those above them, as a query. */
export const aboveAgencies = (agencyIds: readonly string[]) => sql`
  WITH RECURSIVE above AS (
    SELECT a.id, a.parent_id FROM agency a WHERE a.id = ANY (${[...agencyIds]}::uuid[])
    UNION SELECT a.id, a.parent_id FROM agency a JOIN above ON a.id = above.parent_id
  ) SELECT id FROM above`;

/** A version by its id, whether or not it still holds: dossiers keep the one that they began with. */
export async function findProcedureVersion(
  query: Reader,
  agencyId: string,
  id: string,
): Promise<ProcedureVersion | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await announced(query)
    .where('v.agency_id', '=', agencyId)
    .where('v.id', '=', id)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** The version of a procedure that holds on a day; undefined before the first and after the abolition. */
export async function procedureVersionAt(
  query: Reader,
  procedureId: string,
  day: CivilDate,
): Promise<ProcedureVersion | undefined> {
  if (!UUID.test(procedureId)) return undefined;
  const row = await announced(query)
    .where('v.procedure_id', '=', procedureId)
    .where('v.valid_from', '<=', day)
    .where((eb) => eb.or([eb('v.valid_to', 'is', null), eb('v.valid_to', '>=', day)]))
    .orderBy('v.no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** Every announced version of a procedure, newest first. */
export async function listProcedureVersions(
  query: Reader,
  procedureId: string,
): Promise<(ProcedureVersion & VersionNote)[]> {
  const rows = await announced(query)
    .where('v.procedure_id', '=', procedureId)
    .orderBy('v.no', 'desc')
    .execute();
  return rows.map((row) => ({
    ...versionOf(row),
    no: row.no,
    change: row.change,
    publicBy: row.public_by,
  }));
}

/** What is known of a version beside its words. */
export interface VersionNote {
  no: number;
  change: string;
  publicBy: CivilDate | null;
}

function announced(query: Reader) {
  return ofVersions(query).where('v.announced', '=', true);
}

function versionOf(
  row: Awaited<ReturnType<ReturnType<typeof announced>['execute']>>[number],
): ProcedureVersion {
  return {
    ...(row.procedure_text as unknown as ProcedureText),
    id: row.id,
    agencyId: row.agency_id,
    procedureId: row.procedure_id,
    code: row.code,
    nationalCode: row.national_code,
    ownerUnitId: row.owner_unit_id,
    decision:
      row.decision_number === null || row.decision_date === null
        ? null
        : { number: row.decision_number, date: row.decision_date },
    validFrom: row.valid_from ?? '',
    validTo: row.valid_to,
  };
}

/** A procedure of the catalogue, as its row stands. */
export type ProcedureRow = Selectable<ProcedureTable>;

/** A procedure by its id, as far as the transaction sees it. */
export async function findProcedure(query: Reader, id: string): Promise<ProcedureRow | undefined> {
  if (!UUID.test(id)) return undefined;
  return query.selectFrom('procedure').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The text of the version that is prepared; undefined where none is. */
export async function findDraftText(query: Reader, procedureId: string): Promise<ProcedureText | undefined> {
  const row = await ofVersions(query)
    .where('v.procedure_id', '=', procedureId)
    .where('v.announced', '=', false)
    .executeTakeFirst();
  return row && (row.procedure_text as unknown as ProcedureText);
}

/** The other announced procedures of its field and agency: one of them may have replaced it. */
export async function listSuccessors(
  query: Reader,
  { id, agency_id: agencyId, field_name: field }: ProcedureRow,
): Promise<{ id: string; name: string }[]> {
  return query
    .selectFrom('procedure')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('field_name', '=', field)
    .where('state', '=', 'announced')
    .where('id', '<>', id)
    .orderBy('name')
    .execute();
}
