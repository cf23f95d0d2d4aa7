import type { Selectable } from 'kysely';
import type { Performing } from '../platform/actions/action.ts';
import type { Reader } from '../platform/database/database.ts';
import type { ProcedurePlaceTable } from '../platform/database/schema.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/index.ts';
import { publicBy } from './domain/announcing.ts';
import type { PlaceKind } from './domain/place.ts';
import type { Tier } from './domain/procedure.ts';
import { oneAfterAnother } from './one-after-another.ts';
import type { ProcedureRow } from './queries.ts';

type Writing = Pick<Performing, 'query' | 'saveRow'>;

export interface PlaceFields {
  kind: PlaceKind;
  /** Whether the agency's desk takes dossiers of the procedure. */
  handles: boolean;
  /** Where exactly; null where it is not said. */
  where: string | null;
  from: CivilDate;
}

/** Opens a place at an agency, or changes the one that it has. @returns its id */
export async function keepPlace(
  { query, saveRow }: Writing,
  agencyId: string,
  procedure: Pick<ProcedureRow, 'agency_id' | 'id'>,
  { kind, handles, where, from }: PlaceFields,
): Promise<string> {
  await oneAfterAnother(query, agencyId, procedure.id, kind);
  const open = await query
    .selectFrom('procedure_place')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('procedure_id', '=', procedure.id)
    .where('kind', '=', kind)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  const id = open?.id ?? uuid7();
  await saveRow(
    'procedure_place',
    agencyId,
    {
      ...(open ?? {
        agency_id: agencyId,
        keeper_id: procedure.agency_id,
        procedure_id: procedure.id,
        kind,
        checked_on: null,
        valid_from: from,
        valid_to: null,
        public_by: publicBy(from),
      }),
      id,
      handles,
      place_text: where ?? open?.place_text ?? null,
    },
    false,
  );
  return id;
}

/** What a department announces for itself is public on its own site and at its own desk, which takes the dossiers. */
export async function openOwnPlaces(
  writing: Writing,
  procedure: ProcedureRow,
  tier: Tier,
  from: CivilDate,
): Promise<void> {
  const known = await writing.query
    .selectFrom('procedure_place')
    .select('kind')
    .where('agency_id', '=', procedure.agency_id)
    .where('procedure_id', '=', procedure.id)
    .execute();
  if (known.length > 0) return;
  const place = { where: null, from };
  await keepPlace(writing, procedure.agency_id, procedure, { ...place, kind: 'portal', handles: false });
  if (tier === 'department')
    await keepPlace(writing, procedure.agency_id, procedure, { ...place, kind: 'desk', handles: true });
}

/** A place with the agency that has it. */
export interface PlaceOfAgency {
  id: string;
  agencyId: string;
  agencyName: string;
  kind: PlaceKind;
  handles: boolean;
  where: string | null;
  checkedOn: CivilDate | null;
}

/** The places of a procedure on a day: those that the transaction sees, and every one that takes dossiers. */
export async function listPlaces(
  query: Reader,
  procedureId: string,
  day: CivilDate,
): Promise<PlaceOfAgency[]> {
  const rows = await query
    .selectFrom('procedure_place as place')
    .innerJoin('agency', 'agency.id', 'place.agency_id')
    .select(['place.id', 'place.agency_id', 'place.kind', 'place.handles', 'place.place_text'])
    .select(['place.checked_on', 'agency.name'])
    .where('place.procedure_id', '=', procedureId)
    .where('place.valid_from', '<=', day)
    .where((eb) => eb.or([eb('place.valid_to', 'is', null), eb('place.valid_to', '>=', day)]))
    .orderBy('agency.kind')
    .orderBy('agency.position')
    .orderBy('agency.name')
    .orderBy('place.kind')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.name,
    kind: row.kind as PlaceKind,
    handles: row.handles,
    where: row.place_text,
    checkedOn: row.checked_on,
  }));
}

/** Places by their ids, as far as the transaction sees them. */
export async function findPlaces(
  query: Reader,
  ids: readonly string[],
): Promise<Selectable<ProcedurePlaceTable>[]> {
  if (ids.length === 0) return [];
  return query
    .selectFrom('procedure_place')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

/** Those of some agencies that have not ended, by kind and name. */
export async function listStanding(
  query: Reader,
  agencyIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (agencyIds.length === 0) return [];
  return query
    .selectFrom('agency')
    .select(['id', 'name'])
    .where('id', 'in', [...agencyIds])
    .where('valid_to', 'is', null)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('name')
    .execute();
}
