import pg from 'pg';
import { verifyHouse } from '../src/commands/verify.ts';
import { findParty, type Party } from '../src/parties/queries.ts';
import { searchParties } from '../src/parties/search-parties.ts';
import { type Role, serverScope } from '../src/platform/policy/policy.ts';
import type { Damage } from '../src/platform/verify/index.ts';
import { openStaffedOffice, Somebody, type StaffedOffice } from './office.ts';
import { type AgencyBelow, addAgencyBelow } from './small-plan.ts';

export interface Answer {
  status: number;
  id: string;
  seq: number;
  type?: string;
}

/** What an API call answers, with its status. */
export async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

/** A page's HTML, as somebody sees it. */
export const page = async (who: Somebody, address: string) => (await who.get(address)).text();

/** An office with somebody at its desk, and a school below it. */
export class Desk {
  readonly office: StaffedOffice;
  readonly below: AgencyBelow;
  readonly officer: Somebody;

  private constructor(office: StaffedOffice, below: AgencyBelow) {
    this.office = office;
    this.below = below;
    this.officer = new Somebody(office);
  }

  static async open(): Promise<Desk> {
    const office = await openStaffedOffice('2019-06-03T08:00');
    const desk = new Desk(office, await addAgencyBelow(office, 'THPT1'));
    await desk.officer.become(office, 'one_stop_officer');
    return desk;
  }

  async as(role: Role): Promise<Somebody> {
    const somebody = new Somebody(this.office);
    await somebody.become(this.office, role);
    return somebody;
  }

  /** Keeps a party through the API. */
  async keep(party: Record<string, unknown>): Promise<Answer> {
    return answerOf(await this.officer.api('/parties', { party: { kind: 'individual', ...party } }));
  }

  read<T>(run: Parameters<typeof this.office.house.database.read<T>>[1], agencies = [this.office.agencyId]) {
    return this.office.house.database.read(serverScope(agencies), run);
  }

  async kept(id: string): Promise<Party> {
    const party = await this.read((query) => findParty(query, this.office.agencyId, id));
    if (party === undefined) throw new Error(`no party ${id}`);
    return party;
  }

  /** Names that are found. */
  async find(typed: string): Promise<string[]> {
    const hits = await this.read((query) => searchParties(query, [this.office.agencyId], typed));
    return hits.map((hit) => ('party' in hit ? (hit.party.facts?.name ?? '') : hit.agency.name));
  }

  async asOwner(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.office.owner);
    await client.connect();
    const { rows } = await client.query(statement, values);
    await client.end();
    return rows;
  }

  /** Runs a statement as the application, in the scope of an agency. */
  async asApplication(agencyId: string, statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.office.connection);
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('minhchung.agencies', $1, true)", [agencyId]);
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async damages(): Promise<Damage[]> {
    const found: Damage[] = [];
    await verifyHouse(this.office.house, (damage) => found.push(damage));
    return found;
  }
}
