import pg from 'pg';
import { type DeskClock, deskClockOf, deskRulesOn } from '../../dossiers/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { weightedDays } from './days.ts';
import { Journal } from './journal.ts';
import { lifeOf } from './life.ts';
import { type DeskOffice, type OfferedProcedure, readOffices } from './offices.ts';
import { Parties } from './parties.ts';
import { Seeded } from './seeded.ts';

/** Dossiers written in one transaction: so many are lost when it is stopped, and none by half. */
const BATCH = 2000;
/** Of a hundred dossiers the first agency has so many, where there are several. */
const OF_THE_FIRST = 40;

export interface Filling {
  count: number;
  from: CivilDate;
  to: CivilDate;
  seed: number;
}

export interface Progress {
  signal?: AbortSignal;
  onProgress?(done: number): void;
}

/**
 * Fills a database with dossiers that have lived as far as `to`, in every agency that has a desk: events with digests, heads,
 * codes, audit rows, seals and projections, as the server writes them, by the product's decisions and fold. The same seed
 * in the same database gives the same dossiers.
 * @param owner connects as an owner who passes row-level security, which COPY does not know
 * @returns how many were written; fewer than asked for where it was told to stop
 */
export async function fillDossiers(
  database: Database,
  owner: pg.ClientConfig,
  { count, from, to, seed }: Filling,
  { signal, onProgress = () => undefined }: Progress = {},
): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const offices = await readOffices(client, from);
    const [first] = offices;
    if (first === undefined || first.procedures.length === 0)
      throw new Error('no agency has a desk, or no procedure is in force');
    await client.query('SELECT make_dossier_years($1, $2)', [
      Number(from.slice(0, 4)),
      Number(to.slice(0, 4)),
    ]);
    const clocks = new Clocks(database, first.agencyId);
    // Filled once more with one seed, it goes on with other numbers.
    const { rows } = await client.query<{ before: number }>(
      'SELECT count(*)::integer AS before FROM dossier',
    );
    const filler = new Filler(client, new Seeded(seed + (rows[0]?.before ?? 0)), offices, count);
    const days = weightedDays(from, to);
    const whole = days.reduce((sum, { weight }) => sum + weight, 0);
    const until = (days.at(-1)?.start ?? 0) + 17 * 3_600_000;
    let [weight, begun] = [0, 0];
    for (const { day, start, weight: own } of days) {
      weight += own;
      await clocks.know(day);
      for (const target = Math.round((count * weight) / whole); begun < target; begun += 1) {
        if (signal?.aborted === true) return await filler.written();
        filler.add(start, until, (of) => clocks.of(of));
        if (begun % BATCH !== BATCH - 1) continue;
        const done = await filler.written();
        if (done > 0) onProgress(done);
        await filler.send();
      }
    }
    await filler.send();
    onProgress(await filler.written());
    await client.query('ANALYZE');
    return count;
  } finally {
    await client.end();
  }
}

/** The desk's clock of each day, by the rule set that holds on it. */
class Clocks {
  readonly #database: Database;
  readonly #agencyId: string;
  readonly #known = new Map<string, DeskClock>();

  constructor(database: Database, agencyId: string) {
    this.#database = database;
    this.#agencyId = agencyId;
  }

  async know(day: CivilDate): Promise<void> {
    // Whatever falls on later days may fall under the next rules.
    for (const code of new Set([
      deskRulesOn(day),
      deskRulesOn(`${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}01`),
    ]))
      if (!this.#known.has(code))
        this.#known.set(
          code,
          await this.#database.read(serverScope([this.#agencyId]), (query) =>
            deskClockOf(query, this.#agencyId, code),
          ),
        );
  }

  of(day: CivilDate): DeskClock {
    const clock = this.#known.get(deskRulesOn(day));
    if (clock === undefined) throw new Error(`the rules of ${day} are not known yet`);
    return clock;
  }
}

class Filler {
  readonly #random: Seeded;
  readonly #journal: Journal;
  readonly #offices: readonly DeskOffice[];
  readonly #parties: ReadonlyMap<string, Parties>;
  #added = 0;
  #written = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(client: pg.Client, random: Seeded, offices: readonly DeskOffice[], count: number) {
    this.#random = random;
    this.#offices = offices;
    this.#journal = new Journal(client, random);
    const others = (count * (100 - OF_THE_FIRST)) / 100 / Math.max(1, offices.length - 1);
    this.#parties = new Map(
      offices.map(({ agencyId }, index) => {
        const share = offices.length === 1 ? count : index === 0 ? (count * OF_THE_FIRST) / 100 : others;
        return [agencyId, new Parties(random, agencyId, share)];
      }),
    );
  }

  /** Lets one dossier of a day live. */
  add(start: number, until: number, clock: (day: string) => DeskClock): void {
    const random = this.#random;
    const office = this.#office();
    const at = start + 8 * 3_600_000 + random.below(8.5 * 3600) * 1000;
    const owner = this.#parties.get(office.agencyId)?.next(at);
    if (owner === undefined) throw new Error('every agency has its parties');
    const id = random.id(at);
    this.#journal.live(
      office.agencyId,
      id,
      lifeOf(random, { office, at, until, owner, procedure: this.#procedure(office), clock }),
    );
    this.#added += 1;
  }

  /** Sends what has been added, once what was sent before is written; the next can be added meanwhile. */
  async send(): Promise<void> {
    await this.#sending;
    for (const { agencyId, counted, touched } of this.#offices) {
      for (const scope of touched) this.#journal.count(agencyId, scope, counted.get(scope) ?? 0);
      touched.clear();
    }
    const added = this.#added;
    this.#added = 0;
    const parties = [...this.#parties.values()].flatMap((one) => one.take());
    this.#sending = this.#journal.write(parties).then(() => {
      this.#written += added;
    });
    // Thrown where it is awaited.
    this.#sending.catch(() => undefined);
  }

  /** Waits for what was sent. @returns how many are written */
  async written(): Promise<number> {
    await this.#sending;
    return this.#written;
  }

  #office(): DeskOffice {
    const [first, ...others] = this.#offices;
    if (first === undefined) throw new Error('no agency has a desk');
    return others.length === 0 || this.#random.chance(OF_THE_FIRST) ? first : this.#random.of(others);
  }

  /** The first procedures are asked for most: the second half as often, the third a third as often. */
  #procedure({ procedures }: DeskOffice): OfferedProcedure {
    return this.#random.weighted(procedures.map((one, index) => [one, 1 / (index + 1)] as const));
  }
}
