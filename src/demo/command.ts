import { parseArgs } from 'node:util';
import { commandWords, wrongUse } from '../commands/words.ts';
import { openDatabase } from '../open-database.ts';
import { visitorOf } from '../people/index.ts';
import { perform } from '../platform/actions/perform.ts';
import { stopwatch } from '../platform/clock/system.ts';
import type { Database } from '../platform/database/database.ts';
import { fromDayNumber, officialCalendar, toDayNumber } from '../pure/calendar/index.ts';
import { makeHouse } from '../serve.ts';
import { readSettings, type Settings, SettingsError, UsageError } from '../settings.ts';
import { openDesk } from './bulk/desk.ts';
import { fillDossiers } from './bulk/fill.ts';
import { contentOf } from './demo.ts';
import { fillStructure } from './structure.ts';

const { say } = commandWords;
const MOST = 100_000_000;
const SEED = 375;

interface Wanted {
  count: number;
  from: string;
  to: string;
  seed: number;
}

/**
 * `minhchung demo dossiers --count N --from DAY --to DAY [--seed S]`: fills an empty database, or a demo, with invented
 * dossiers that have lived until the last day. Ctrl-C stops it after the batch under way. Never fills an office's own.
 */
export async function demoCommand([what, ...rest]: readonly string[]): Promise<void> {
  if (what !== 'dossiers') throw new UsageError(wrongUse(what, say('command.demo-usage')));
  const wanted = readWanted(rest);
  const settings = readSettings(process.env, [], process.cwd());
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const { database, owner, close } = await openDatabase(settings, (line) => console.error(line));
  try {
    if ((await contentOf(database)) === 'office') throw new SettingsError(say('command.demo-office'));
    if (owner === null) throw new SettingsError(say('command.demo-owner'));
    await openOffice(database, settings, wanted);
    const since = stopwatch();
    const done = await fillDossiers(database, owner, wanted, {
      signal: stop.signal,
      onProgress: (soFar) =>
        console.error(
          say('command.demo-progress', {
            done: soFar,
            count: wanted.count,
            rate: Math.round((soFar * 1000) / Math.max(1, since())),
          }),
        ),
    });
    const seconds = Math.round(since() / 1000);
    console.log(
      done < wanted.count
        ? say('command.demo-stopped', { done, count: wanted.count })
        : say('command.demo-done', { done, seconds }),
    );
  } finally {
    await close();
  }
}

/** A department with a desk and procedures; what is there already stays as it is. */
async function openOffice(database: Database, settings: Settings, { from, to }: Wanted): Promise<void> {
  const house = await makeHouse(database, { ...settings, clock: `${from}T08:00` });
  if ((await contentOf(database)) === 'empty') {
    console.error(say('command.demo-structure'));
    // The demo's clock stands where the dossiers end; its own story is not told.
    const clock = { at: `${to}T17:00`, to: `${to}T17:00`, filling: false };
    const outcome = await perform(house, fillStructure, visitorOf(null, false), { clock });
    if (!outcome.done) throw new Error(`the demo cannot be set up: ${outcome.refusal.code}`);
  }
  await openDesk(house, from);
}

function readWanted(args: readonly string[]): Wanted {
  const { values, unknown } = parsed(args);
  if (unknown !== undefined) throw new UsageError(wrongUse(unknown, say('command.demo-usage')));
  const { count, from, to, seed = String(SEED) } = values;
  if (count === undefined || from === undefined || to === undefined)
    throw new UsageError(say('command.demo-usage'));
  if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MOST)
    throw new UsageError(say('command.no-count', { text: count, most: MOST }));
  if (!/^\d{1,9}$/.test(seed)) throw new UsageError(say('command.no-seed', { text: seed }));
  const known = {
    first: fromDayNumber(officialCalendar.known.first),
    last: fromDayNumber(officialCalendar.known.last),
  };
  const days = [from, to].map((day) =>
    /^\d{4}-\d{2}-\d{2}$/.test(day) && fromDayNumber(toDayNumber(day)) === day ? day : '',
  );
  if (days.includes('') || from > to || from < known.first || to > known.last)
    throw new UsageError(say('command.no-period', { from, to, ...known }));
  return { count: Number(count), from, to, seed: Number(seed) };
}

function parsed(args: readonly string[]): { values: Record<string, string | undefined>; unknown?: string } {
  const string = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { count: string, from: string, to: string, seed: string } });
  } catch (error) {
    return { values: {}, unknown: error instanceof Error ? error.message : String(error) };
  }
}
