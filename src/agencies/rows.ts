import type { Writer } from '../platform/database/database.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';
import type { AFFILIATED_KINDS, Agency, UNIT_KINDS } from './queries.ts';

interface AgencyNames {
  code: string;
  name: string;
  shortName: string | null;
  symbol: string | null;
  place: string | null;
}

/** The names of an agency; those left out follow from the others. */
export function namesOf({ code, name, shortName, symbol, place }: AgencyNames, placeBefore: string) {
  return {
    name,
    name_fold: fold(name),
    short_name: shortName ?? name,
    symbol: symbol ?? code,
    place: place ?? placeBefore,
  };
}

/** The row of a new agency below another one. */
export function newAgencyRow(
  agency: AgencyNames & {
    kind: (typeof AFFILIATED_KINDS)[number];
    position: number;
    superior?: string | null;
  },
  parent: Pick<Agency, 'id' | 'place'>,
  id: string,
  today: CivilDate,
) {
  return {
    id,
    code: agency.code,
    ...namesOf(agency, parent.place),
    kind: agency.kind,
    tier: agency.kind === 'district_office' ? 'district' : 'department',
    parent_id: parent.id,
    position: agency.position,
    superior: agency.superior ?? null,
    valid_from: today,
  };
}

/** The row of a new unit. */
export function newUnitRow(
  unit: { code: string; name: string; kind: (typeof UNIT_KINDS)[number]; position: number },
  agencyId: string,
  id: string,
  today: CivilDate,
) {
  return {
    id,
    agency_id: agencyId,
    code: unit.code,
    name: unit.name,
    name_fold: fold(unit.name),
    kind: unit.kind,
    position: unit.position,
    valid_from: today,
    valid_to: null,
  };
}

/** A parent reads its children: they share everything with it. */
export async function shareWithParent(
  query: Writer,
  children: readonly string[],
  parent: string,
  today: CivilDate,
): Promise<void> {
  await query
    .insertInto('share')
    .values(
      children.map((agency_id) => ({
        agency_id,
        kind: '*',
        thing: null,
        to_agency: parent,
        valid_from: today,
      })),
    )
    .execute();
}
