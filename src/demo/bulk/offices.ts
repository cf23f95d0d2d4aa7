import type pg from 'pg';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** Somebody who acts, as events and audit rows name them. */
export interface Staff {
  accountId: string;
  personId: string;
  role: string;
  address: string;
}

export interface WorkingUnit {
  id: string;
  name: string;
  head: Staff;
  officers: readonly Staff[];
}

export interface OfferedProcedure {
  id: string;
  versionId: string;
  name: string;
  budget: string | null;
  nextDayAfter: string | null;
  components: readonly { key: string; name: string; originals: number; copies: number }[];
  unitId: string | null;
}

/** An agency with a one-stop desk, as far as its dossiers need it. */
export interface DeskOffice {
  agencyId: string;
  identifiers: { '2018': string | null; '2025': string | null };
  deskUnit: string;
  desk: readonly Staff[];
  leader: Staff;
  records: Staff;
  units: ReadonlyMap<string, WorkingUnit>;
  procedures: readonly OfferedProcedure[];
  /** The last running numbers of days that have had dossiers before, by scope. */
  counted: Map<string, number>;
  /** Those of them that have gone on since they were last written. */
  touched: Set<string>;
}

interface Person {
  agency_id: string;
  account: string;
  person: string;
  role: string;
  unit_id: string | null;
}

/** The agencies that have a desk, with who works there and the procedures in force on a day; read as the owner. */
export async function readOffices(client: pg.Client, day: CivilDate): Promise<DeskOffice[]> {
  const { rows: desks } = await client.query<
    Record<'agency_id' | 'unit_id', string> & Record<'i18' | 'i25', string | null>
  >('SELECT agency_id, unit_id, identifier_2018 AS i18, identifier_2025 AS i25 FROM desk ORDER BY agency_id');
  const { rows: people } = await client.query<Person>(
    `SELECT account.agency_id, account.id AS account, account.person_id AS person, post.role, post.unit_id
     FROM account JOIN post ON post.agency_id = account.agency_id AND post.person_id = account.person_id
     WHERE account.closed_on IS NULL AND post.valid_to IS NULL ORDER BY account.login, post.id`,
  );
  const { rows: units } = await client.query<{ agency_id: string; id: string; name: string }>(
    'SELECT agency_id, id, name FROM unit WHERE valid_to IS NULL ORDER BY position, id',
  );
  const { rows: counters } = await client.query<{ agency_id: string; scope: string; last: number }>(
    'SELECT agency_id, scope, last FROM dossier_counter',
  );
  const procedures = await readProcedures(client, day);
  const own = Map.groupBy(people, (row) => row.agency_id);
  return desks.map(({ agency_id: agencyId, unit_id: deskUnit, i18, i25 }) => {
    const staff = own.get(agencyId) ?? [];
    const holders = (roles: readonly string[], unit?: string) =>
      staff
        .filter(({ role, unit_id }) => roles.includes(role) && (unit === undefined || unit_id === unit))
        .map(staffOf);
    const anybody = staff.filter(({ role }) => role !== 'administrator').map(staffOf);
    const one = (...candidates: readonly Staff[]) => {
      const [found] = [...candidates, ...anybody];
      if (found === undefined) throw new Error(`nobody works in agency ${agencyId}`);
      return found;
    };
    const desk = [...holders(['one_stop_officer'], deskUnit), ...holders(['agency_clerk'])];
    const working = units
      .filter((unit) => unit.agency_id === agencyId)
      .flatMap(({ id, name }): [string, WorkingUnit][] => {
        const [head, ...others] = holders(['head', 'deputy_head'], id);
        const officers = holders(['officer'], id);
        return head === undefined
          ? []
          : [[id, { id, name, head, officers: officers.length > 0 ? officers : [head, ...others] }]];
      });
    return {
      agencyId,
      identifiers: { '2018': i18, '2025': i25 },
      deskUnit,
      desk: desk.length > 0 ? desk : [one()],
      leader: one(...holders(['director', 'deputy_director'])),
      records: one(...holders(['records_clerk', 'office_clerk', 'agency_clerk'])),
      units: new Map(working),
      procedures,
      touched: new Set(),
      counted: new Map(
        counters.filter((row) => row.agency_id === agencyId).map((row) => [row.scope, row.last]),
      ),
    };
  });
}

const staffOf = ({ account, person, role }: Person, index: number): Staff => ({
  accountId: account,
  personId: person,
  role,
  address: `10.0.0.${(index % 250) + 1}`,
});

interface VersionText {
  name: string;
  components: {
    key: string;
    name: string;
    originals: number;
    copies: number;
    required: boolean;
    case: string | null;
  }[];
  limits: { channel: string | null; case: string | null; budget: string | null }[];
  nextDayAfter: string | null;
}

async function readProcedures(client: pg.Client, day: CivilDate): Promise<OfferedProcedure[]> {
  const { rows } = await client.query<{
    procedure_id: string;
    id: string;
    text: VersionText;
    owner_unit_id: string | null;
  }>(
    `SELECT version.procedure_id, version.id, version.procedure_text AS text, procedure.owner_unit_id
     FROM procedure_version AS version JOIN procedure ON procedure.agency_id = version.agency_id AND procedure.id = version.procedure_id
     WHERE announced AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY version.id`,
    [day],
  );
  return rows.map(({ procedure_id: id, id: versionId, text, owner_unit_id: unitId }) => ({
    id,
    versionId,
    name: text.name,
    budget: (text.limits.find(({ channel }) => channel === null) ?? text.limits[0])?.budget ?? null,
    nextDayAfter: text.nextDayAfter,
    components: text.components.filter((one) => one.case === null && one.required),
    unitId,
  }));
}
