import { Temporal } from 'temporal-polyfill';
import { findRootAgency } from '../agencies/index.ts';
import { findActor } from '../people/index.ts';
import { perform } from '../platform/actions/perform.ts';
import { type OfficeClock, officeInstant } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { storeFile } from '../platform/http/uploads.ts';
import type { House } from '../platform/http/visit.ts';
import { type Actor, serverScope } from '../platform/policy/policy.ts';
import type { Refusal } from '../platform/refusal.ts';
import type { Scene } from './scene.ts';

/** Before the keys of the demo's scenes among all one-time keys. */
const KEY = 'demo:';

/** Hour at which the server's jobs run on each day that the clock passes. */
const JOBS_AT = '07:00';

/** Lets scenes happen on a house, each once, in their order, with the office's clock at their hour. */
export class Player {
  readonly house: House;
  readonly #clock: OfficeClock;
  readonly #agencyId: string;
  /** Ids that scenes made, by key. */
  readonly #made: Map<string, string>;
  readonly #accounts: ReadonlyMap<string, { id: string; person: string; agency: string }>;
  readonly #actors = new Map<string, Actor>();

  private constructor(
    house: House,
    clock: OfficeClock,
    agencyId: string,
    made: Map<string, string>,
    accounts: ReadonlyMap<string, { id: string; person: string; agency: string }>,
  ) {
    this.house = house;
    this.#clock = clock;
    this.#agencyId = agencyId;
    this.#made = made;
    this.#accounts = accounts;
  }

  /** A player that knows what has happened already. */
  static async of(house: House, clock: OfficeClock): Promise<Player> {
    return house.database.unscoped(async (query) => {
      const root = await findRootAgency(query);
      if (root === undefined) throw new Error('the demo has no department yet');
      const accounts = await query
        .selectFrom('account')
        .select(['id', 'login', 'person_id', 'agency_id'])
        .execute();
      const done = await query
        .selectFrom('request')
        .select(['key', 'result'])
        .where('key', 'like', `${KEY}%`)
        .execute();
      return new Player(
        house,
        clock,
        root.id,
        new Map(
          done.map((row) => [row.key.slice(KEY.length), String((row.result as { id?: string }).id ?? '')]),
        ),
        new Map(
          accounts.map((row) => [row.login, { id: row.id, person: row.person_id, agency: row.agency_id }]),
        ),
      );
    });
  }

  /** Reads as the department's server does. */
  read<T>(run: (query: Reader) => Promise<T>): Promise<T> {
    return this.house.database.read(serverScope([this.#agencyId]), run);
  }

  /** What an earlier scene made; undefined where it has not happened. */
  made(key: string): string | undefined {
    return this.#made.get(key);
  }

  /**
   * Lets happen what has not yet happened, and the jobs of each day that the clock passes; the clock stands at `until`
   * afterwards.
   * @param onRefusal told what people have made impossible meanwhile
   */
  async play(
    scenes: readonly Scene[],
    until: Temporal.Instant,
    onRefusal: (scene: Scene, refusal: Refusal) => void,
  ): Promise<void> {
    for (const scene of scenes) {
      if (this.#made.has(scene.key)) continue;
      const at = officeInstant(scene.at);
      if (Temporal.Instant.compare(at, until) > 0) break;
      await this.#passTo(at);
      await this.#perform(scene, onRefusal);
      if (scene.jobs === true) await this.#runJobs();
    }
    await this.#passTo(until);
  }

  async #passTo(instant: Temporal.Instant): Promise<void> {
    for (;;) {
      const nextDay = Temporal.PlainDate.from(this.#clock.today()).add({ days: 1 });
      const jobsAt = officeInstant(`${nextDay}T${JOBS_AT}`);
      if (Temporal.Instant.compare(jobsAt, instant) > 0) break;
      this.#clock.pin(jobsAt);
      this.#actors.clear();
      await this.#runJobs();
    }
    // Resumed in the middle of a leg, the clock has passed what is done already.
    if (Temporal.Instant.compare(instant, this.#clock.now()) > 0) this.#clock.pin(instant);
  }

  async #runJobs(): Promise<void> {
    const never = new AbortController().signal;
    for (const slice of this.house.slices)
      for (const job of slice.jobs ?? []) await job.run(this.house, never);
  }

  async #perform(scene: Scene, onRefusal: (scene: Scene, refusal: Refusal) => void): Promise<void> {
    const action = this.house.actions.get(scene.action);
    if (action === undefined) throw new Error(`${scene.key}: no action ${scene.action}`);
    const actor = await this.#actor(scene.who);
    const input = await scene.input({
      house: this.house,
      agencyId: this.#agencyId,
      actor,
      read: (run) => this.read(run),
      made: (key) => {
        const made = this.#made.get(key);
        if (made === undefined) throw new Error(`${scene.key} comes before ${key}`);
        return made;
      },
      file: async (name, content) => {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        return (await storeFile(this.house, actor, name, bytes)).id;
      },
    });
    if (input === null) return;
    const outcome = await perform(this.house, action, actor, input, { key: KEY + scene.key });
    if (outcome.done) {
      this.#made.set(scene.key, String((outcome.result as { id?: string }).id ?? ''));
      if (scene.action.startsWith('absence.')) this.#actors.clear();
    } else onRefusal(scene, outcome.refusal);
  }

  /** Whoever has a login, with the posts of the day; an absence may have changed them. */
  async #actor(login: string): Promise<Actor> {
    const known = this.#actors.get(login);
    if (known !== undefined) return known;
    const account = this.#accounts.get(login);
    if (account === undefined) throw new Error(`nobody signs in as ${login}`);
    const { agency, person, id } = account;
    const found = await this.house.database.read(serverScope([agency]), (query) =>
      findActor(query, agency, person, id, this.#clock.today()),
    );
    if (found === undefined) throw new Error(`${login} is nobody`);
    this.#actors.set(login, found.actor);
    return found.actor;
  }
}
