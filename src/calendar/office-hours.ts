import type { Selectable } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { OfficeHoursTable } from '../platform/database/schema.ts';
import {
  type CivilDate,
  type OfficeHoursVersion,
  type OfficeSeason,
  officialOfficeHours,
  readWeek,
  writeWeek,
} from '../pure/calendar/index.ts';

/** The office hours of an agency from a day on, as they are written. */
export interface WrittenHours {
  /** Null for those of the product, which hold where the agency has set none. */
  id: string | null;
  from: CivilDate;
  legalBasis: string;
  seasons: readonly { from: string; hours: string }[];
  /** Hours in which the desk only receives people: no deadline runs on them. */
  reception: string | null;
  provisional: boolean;
  seq: number;
}

/** The versions of an agency's office hours, oldest first; those of the product before the first of its own. */
export async function officeHoursOf(query: Reader, agencyId: string): Promise<WrittenHours[]> {
  const rows = await query
    .selectFrom('office_hours')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('valid_from')
    .execute();
  return [...GIVEN.filter(({ from }) => rows.every((row) => from < row.valid_from)), ...rows.map(written)];
}

export interface AgencyBelow {
  id: string;
  name: string;
  /** From when it has hours of its own; null where those of the product hold. */
  since: CivilDate | null;
}

/** The agencies directly below one, by name. */
export async function hoursBelow(query: Reader, agencyId: string): Promise<AgencyBelow[]> {
  return query
    .selectFrom('agency')
    .leftJoin('office_hours', 'office_hours.agency_id', 'agency.id')
    .select((eb) => ['agency.id', 'agency.name', eb.fn.min('office_hours.valid_from').as('since')])
    .where('agency.parent_id', '=', agencyId)
    .groupBy('agency.id')
    .orderBy('agency.kind')
    .orderBy('agency.position')
    .orderBy('agency.name')
    .execute();
}

/** The version that holds on a day. */
export function hoursOn(versions: readonly WrittenHours[], day: CivilDate): WrittenHours | undefined {
  return versions.findLast(({ from }) => from <= day) ?? versions[0];
}

/** As deadlines are counted with. */
export function countedHours(version: WrittenHours): OfficeHoursVersion {
  const { from, legalBasis, provisional } = version;
  const seasons = version.seasons.map((season): OfficeSeason => {
    const read = readWeek(season.hours);
    if ('wrong' in read) throw new RangeError(`Not office hours: ${season.hours}`);
    return { from: season.from, hours: read.hours };
  });
  return { from, legalBasis, seasons, provisional };
}

const GIVEN: readonly WrittenHours[] = officialOfficeHours.map(
  ({ from, legalBasis, seasons, provisional = false }) => ({
    id: null,
    from,
    legalBasis,
    seasons: seasons.map((season) => ({ from: season.from, hours: writeWeek(season.hours) })),
    reception: null,
    provisional,
    seq: 0,
  }),
);

function written(row: Selectable<OfficeHoursTable>): WrittenHours {
  const {
    id,
    valid_from,
    legal_basis,
    season,
    hours,
    other_season,
    other_hours,
    reception,
    provisional,
    seq,
  } = row;
  return {
    id,
    from: valid_from,
    legalBasis: legal_basis,
    seasons: [
      { from: season, hours },
      ...(other_season === null || other_hours === null ? [] : [{ from: other_season, hours: other_hours }]),
    ],
    reception,
    provisional,
    seq,
  };
}
