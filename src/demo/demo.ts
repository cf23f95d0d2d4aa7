import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { visitorOf } from '../people/index.ts';
import { perform } from '../platform/actions/perform.ts';
import { OfficeClock, officeInstant } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { House } from '../platform/http/visit.ts';
import { isDemo, readSetting, writeSetting } from '../platform/setting.ts';
import { Player } from './player.ts';
import type { Scene } from './scene.ts';
import { Snapshots } from './snapshots.ts';
import { fillStructure } from './structure.ts';
import { ACTS } from './timeline/index.ts';

/** First and last instant that the demo's clock can show. */
export const FIRST = '2019-01-02T08:00';
export const LAST = '2019-12-31T17:00';
/** Where the demo begins: Monday, a quarter nearly over, some work late. */
export const OPENING = '2019-06-03T08:00';

/** Instants of which the first fill keeps a snapshot; going back starts from the last one before. */
const STOPS = [FIRST, '2019-01-28T12:00', OPENING] as const;

/** Where the clock stands, and where it is on its way to: kept in the setting `demo.clock`. */
interface Standing {
  at: string;
  /** The same as `at` unless it is on its way. */
  to: string;
  /** True until the first fill has come to its end. */
  filling: boolean;
}

/** What a demo needs beside the house. */
export interface Backstage {
  /** The owner of the tables, who may empty and fill them. */
  owner: pg.ClientConfig;
  log(line: string): void;
}

/** Whether this database holds a demo, is empty, or holds an office's own records. */
export async function contentOf(database: Database): Promise<'demo' | 'empty' | 'office'> {
  return database.unscoped(async (query) => {
    if (await isDemo(query)) return 'demo';
    const agency = await query.selectFrom('agency').select('id').limit(1).executeTakeFirst();
    return agency === undefined ? 'empty' : 'office';
  });
}

/**
 * The demo's time: the pinned clock, what has happened until then, and how to move it. Forward, the generator's later
 * scenes happen; back, a snapshot is restored and the scenes up to the hour happen anew.
 */
export class Demo {
  readonly clock = new OfficeClock(officeInstant(FIRST), 'stands');
  readonly #snapshots: Snapshots;
  readonly #log: (line: string) => void;
  #house: House | undefined;
  /** The move under way; moves happen one after another. */
  #move: Promise<void> = Promise.resolve();

  constructor({ owner, log }: Backstage) {
    this.#snapshots = new Snapshots(owner);
    this.#log = log;
  }

  /**
   * Brings the database to where it stood, or fills it: what a killed server has left half done is done to its end.
   * @param wanted wall time at which to open; null for where the demo stands
   */
  async open(house: House, wanted: string | null): Promise<void> {
    this.#house = house;
    let standing = await this.#standing();
    if (standing === undefined) {
      this.#log('Đang dựng dữ liệu mô phỏng: cơ cấu của Sở và 150 đơn vị …');
      standing = { at: FIRST, to: wanted ?? OPENING, filling: true };
      const outcome = await perform(house, fillStructure, visitorOf(null, false), { clock: standing });
      if (!outcome.done) throw new Error(`the demo cannot be set up: ${outcome.refusal.code}`);
    }
    this.clock.pin(officeInstant(standing.at));
    if (standing.filling) await this.#fill(standing);
    else if (standing.to !== standing.at) await this.#forward(standing.to);
    if (wanted !== null) await this.moveTo(wanted);
  }

  /** Moves the clock to a wall time between {@link FIRST} and {@link LAST}; moves wait for each other. */
  moveTo(wallTime: string): Promise<void> {
    const move = this.#move.then(() => this.#moveNow(wallTime));
    this.#move = move.catch(() => undefined);
    return move;
  }

  async #moveNow(to: string): Promise<void> {
    const target = officeInstant(to);
    if (Temporal.Instant.compare(target, this.clock.now()) < 0) await this.#back(to);
    await this.#forward(to);
  }

  async #back(to: string): Promise<void> {
    const known = await this.#snapshots.names();
    const from = [...STOPS].reverse().find((stop) => stop <= to && known.includes(nameOf(stop)));
    if (from === undefined) {
      // The snapshots were made before a migration: all is filled in anew, the people's sessions end.
      await this.#snapshots.empty();
      this.clock.pin(officeInstant(FIRST));
      return this.open(this.#here(), to);
    }
    const standing: Standing = { at: from, to, filling: false };
    await this.#snapshots.restore(nameOf(from), { 'demo.clock': standing });
    await this.#snapshots.analyse();
    this.clock.pin(officeInstant(from));
  }

  /** What people have done meanwhile stands; scenes that it makes impossible do not happen. */
  async #forward(to: string): Promise<void> {
    const at = (await this.#standing())?.at ?? FIRST;
    await this.#stand({ at, to, filling: false });
    await this.#play(to, () => undefined);
    await this.#stand({ at: to, to, filling: false });
  }

  /** The first fill, with a snapshot at each stop; it may go on where a killed server has left it. */
  async #fill({ at, to }: Standing): Promise<void> {
    let reached = at;
    for (const stop of [...STOPS, to].filter((one) => one >= reached && one <= to)) {
      if (stop > reached) {
        this.#log(`Đang dựng dữ liệu mô phỏng: đến ${stop.slice(8, 10)}/${stop.slice(5, 7)}/2019 …`);
        await this.#play(stop, (scene, code) => {
          throw new Error(`scene ${scene.key} of the demo was refused: ${code}`);
        });
        reached = stop;
        await this.#snapshots.analyse();
        await this.#stand({ at: stop, to, filling: true });
      }
      // One that is there was taken before any later scene: a fill that goes on must not take it anew.
      const isStop = (STOPS as readonly string[]).includes(stop);
      if (isStop && !(await this.#snapshots.names()).includes(nameOf(stop)))
        await this.#snapshots.take(nameOf(stop));
    }
    await this.#stand({ at: to, to, filling: false });
  }

  async #play(to: string, onRefusal: (scene: Scene, code: string) => void): Promise<void> {
    // What a crash takes back happens again: scenes have their keys, and the way to `to` is written down.
    const house = { ...this.#here(), database: this.#here().database.relaxed() };
    const player = await Player.of(house, this.clock);
    for (const act of ACTS) {
      const until = act.until < to ? act.until : to;
      const scenes = await act.scenes(player);
      await player.play(scenes, officeInstant(until), (scene, refusal) => onRefusal(scene, refusal.code));
      if (until === to) return;
    }
  }

  #here(): House {
    if (this.#house === undefined) throw new Error('the demo is not open yet');
    return this.#house;
  }

  async #standing(): Promise<Standing | undefined> {
    const value = await this.#here().database.unscoped((query) => readSetting(query, 'demo.clock'));
    return value as Standing | undefined;
  }

  async #stand(standing: Standing): Promise<void> {
    await this.#here().database.unscoped((query) => writeSetting(query, 'demo.clock', { ...standing }));
  }
}

/** A snapshot's name: the wall time in letters that a schema's name may have. */
function nameOf(stop: string): string {
  return stop.replaceAll(/[-:]/g, '').toLowerCase();
}
