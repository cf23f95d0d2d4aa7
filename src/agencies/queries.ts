import { type Selectable, type SqlBool, sql } from 'kysely';
import { stopwatch } from '../platform/clock/system.ts';
import type { Database, Reader } from '../platform/database/database.ts';
import type { AgencyTable, UnitTable } from '../platform/database/schema.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';

export const UNIT_KINDS = ['division', 'office', 'desk', 'leaders'] as const;
/** What an agency below another one can be. */
export const AFFILIATED_KINDS = ['district_office', 'school', 'centre', 'other'] as const;

export interface Agency {
  id: string;
  code: string;
  name: string;
  shortName: string;
  symbol: string;
  /** The body above it, as its documents print it; null where that is its parent agency, or none. */
  superior: string | null;
  place: string;
  kind: string;
  parentId: string | null;
  position: number;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  successorId: string | null;
  seq: number;
}

export interface Unit {
  agencyId: string;
  id: string;
  code: string;
  name: string;
  kind: string;
  position: number;
  /** Chases the schools and centres below, beside the Office, which chases all. */
  chasesSchools: boolean;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  seq: number;
}

/** The agency whose installation this is: the one without a parent. */
export async function findRootAgency(query: Reader): Promise<Agency | undefined> {
  const row = await query
    .selectFrom('agency')
    .selectAll()
    .where('parent_id', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return row && agencyOf(row);
}

export async function findAgency(query: Reader, id: string): Promise<Agency | undefined> {
  const row = await query.selectFrom('agency').selectAll().where('id', '=', id).executeTakeFirst();
  return row && agencyOf(row);
}

/** Short names of agencies, by their ids. */
export async function agencyNames(
  query: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query
    .selectFrom('agency')
    .select(['id', 'short_name'])
    .where(sql<SqlBool>`id = ANY (${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.short_name]));
}

/** The agencies directly below one, by kind and name. */
export async function listChildren(query: Reader, parentId: string): Promise<Agency[]> {
  const rows = await query
    .selectFrom('agency')
    .selectAll()
    .where('parent_id', '=', parentId)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map(agencyOf);
}

/** Units of an agency in the order in which its documents name them. */
export async function listUnits(query: Reader, agencyId: string): Promise<Unit[]> {
  const rows = await query
    .selectFrom('unit')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map(unitOf);
}

export async function findUnit(query: Reader, id: string): Promise<Unit | undefined> {
  const row = await query.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  return row && unitOf(row);
}

function unitOf(row: Selectable<UnitTable>): Unit {
  return {
    agencyId: row.agency_id,
    id: row.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    position: row.position,
    chasesSchools: row.chases_schools === true,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    seq: row.seq,
  };
}

function agencyOf(row: Selectable<AgencyTable>): Agency {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    symbol: row.symbol,
    superior: row.superior,
    place: row.place,
    kind: row.kind,
    parentId: row.parent_id,
    position: row.position,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successorId: row.successor_id,
    seq: row.seq,
  };
}

/** Units by every folded name that is known for them: code, name, and what plans wrote before. */
export async function unitNames(query: Reader, agencyId: string): Promise<Map<string, string>> {
  const units = await query
    .selectFrom('unit')
    .select(['id', 'code', 'name_fold'])
    .where('agency_id', '=', agencyId)
    .execute();
  const remembered = await query
    .selectFrom('unit_name')
    .select(['written_fold', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .execute();
  return new Map([
    ...units.map((unit) => [unit.name_fold, unit.id] as const),
    ...units.map((unit) => [fold(unit.code), unit.id] as const),
    ...remembered.map((row) => [row.written_fold, row.unit_id] as const),
  ]);
}

export async function countUnits(query: Reader, agencyId: string): Promise<number> {
  const { count } = await query
    .selectFrom('unit')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function countAffiliated(query: Reader, parentId: string): Promise<number> {
  const { count } = await query
    .selectFrom('agency')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow();
  return count;
}

/** All agencies of the installation, for the server's own work. */
export async function allAgencyIds(database: Database): Promise<string[]> {
  return database.unscoped(allAgenciesIn);
}

/** All agencies of the installation, for what concerns every one of them. */
export async function allAgenciesIn(query: Reader): Promise<string[]> {
  const rows = await query.selectFrom('agency').select('id').execute();
  return rows.map((row) => row.id);
}

/** For how long an agency's name may be an old one on pages, in milliseconds. */
const FRESH = 10_000;

/** The installation's own agency, which every page names: read anew every few seconds. */
export class RootAgency {
  readonly #database: Database;
  #known: Agency | undefined;
  #age = stopwatch();

  constructor(database: Database) {
    this.#database = database;
  }

  async find(): Promise<Agency | undefined> {
    if (this.#known === undefined || this.#age() > FRESH) {
      this.#known = await this.#database.unscoped(findRootAgency);
      this.#age = stopwatch();
    }
    return this.#known;
  }
}
