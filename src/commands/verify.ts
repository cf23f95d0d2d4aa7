import { existsSync } from 'node:fs';
import path from 'node:path';
import { lexicon, slices } from '../house.ts';
import { openDatabase } from '../open-database.ts';
import { stopwatch } from '../platform/clock/system.ts';
import type { House } from '../platform/http/visit.ts';
import { serverScope } from '../platform/policy/policy.ts';
import { type Damage, type Verification, verify } from '../platform/verify/index.ts';
import { filesOf } from '../serve.ts';
import { readSettings, SettingsError, UsageError } from '../settings.ts';
import { commandWords, wrongUse } from './words.ts';

const { say } = commandWords;

/**
 * `minhchung verify [--json]`: folds every stream again and compares everything stored with it. A line for each
 * damage, then the totals, on standard output; progress goes to standard error. Exits 1 when anything is damaged.
 */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--json');
  if (unknown !== undefined) throw new UsageError(wrongUse(unknown, say('command.verify-usage')));
  const settings = readSettings(process.env, [], process.cwd());
  if (settings.databaseUrl === null && !existsSync(path.join(settings.dataDir, 'cluster')))
    throw new SettingsError(say('command.no-database', { folder: settings.dataDir }));
  const { database, close } = await openDatabase(settings, (line) => console.error(line));
  const house = { database, slices, lexicon, files: filesOf(settings) };
  try {
    const json = args.includes('--json');
    const damages: Damage[] = [];
    const found = await verifyHouse(
      house,
      (damage) => {
        if (json) damages.push(damage);
        else console.log(damageLine(house, damage));
      },
      everySecond((part, done) => console.error(house.lexicon.say('verify.progress', { part, done }))),
    );
    if (json) console.log(JSON.stringify({ ...found, damages }, null, 2));
    else {
      const { lastSeal, events, rows, damaged } = found;
      if (lastSeal !== null) console.log(house.lexicon.say('verify.seal', { ...lastSeal }));
      console.log(house.lexicon.say('verify.total', { events, rows, damaged }));
    }
    if (found.damaged > 0) process.exitCode = 1;
  } finally {
    await close();
  }
}

/** Verifies all that a house holds, in one snapshot of its database. */
export function verifyHouse(
  house: Pick<House, 'database' | 'slices' | 'files'>,
  onDamage: (damage: Damage) => void,
  onProgress?: (part: string, done: number) => void,
): Promise<Verification> {
  const ledgers = house.slices.flatMap((slice) => slice.ledgers ?? []);
  const checks = house.slices.flatMap((slice) => slice.checks ?? []);
  return house.database.read(serverScope([]), (query) =>
    verify(query, { ledgers, files: house.files, checks }, onDamage, onProgress),
  );
}

/** A damage in one line: what kind of row, in which table, which one, and what is wrong with it. */
export function damageLine(house: Pick<House, 'lexicon'>, damage: Damage): string {
  const { table, row, code, params } = damage;
  const kind = house.lexicon.say(`damage.kind.${damage.kind}`);
  const text = house.lexicon.say(`damage.${code}`, params);
  return house.lexicon.say('verify.damage', { kind, table, row, text });
}

function everySecond(tell: (part: string, done: number) => void): (part: string, done: number) => void {
  let since = stopwatch();
  return (part, done) => {
    if (since() < 1000) return;
    since = stopwatch();
    tell(part, done);
  };
}
