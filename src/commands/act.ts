import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { actions, lexicon } from '../house.ts';
import { findActor } from '../people/index.ts';
import type { Action } from '../platform/actions/action.ts';
import { inputOf } from '../platform/actions/form-data.ts';
import { perform } from '../platform/actions/perform.ts';
import { holders } from '../platform/embedded/holders.ts';
import { prepareFolder } from '../platform/embedded/index.ts';
import { storeFile } from '../platform/http/uploads.ts';
import type { House } from '../platform/http/visit.ts';
import { partsOfInput } from '../platform/openapi/document.ts';
import { type Actor, serverScope } from '../platform/policy/policy.ts';
import { openHouse } from '../serve.ts';
import { readSettings, type Settings, SettingsError, UsageError } from '../settings.ts';
import { commandWords, wrongUse } from './words.ts';

const { say } = commandWords;
const USAGE = say('command.act-usage');

/** What stood on the command line. */
interface Wanted {
  action: Action;
  login: string;
  fields: Map<string, string[]>;
  json: string | undefined;
  key: string | undefined;
  seq: number | undefined;
}

/**
 * `minhchung act ACTION --as LOGIN …`: performs an action as somebody, under the same policy and with the same audit
 * row as a form. A field given twice is a list, "rows.0.title" reaches inside, "@FILE" stores a file and stands for it.
 * Prints the result as JSON; a refusal goes to standard error in words, and the exit code is 1.
 */
export async function actCommand(args: readonly string[]): Promise<void> {
  const wanted = readArguments(args);
  const settings = readSettings(process.env, [], process.cwd());
  refuseHeldFolder(settings, wanted.action);
  // Never fills an empty database: an action asks for what is there.
  const { house, close } = await openHouse({ ...settings, demo: false }, (line) => console.error(line));
  try {
    const actor = await findByLogin(house, wanted.login);
    const { input, uploads } = await inputFrom(house, actor, wanted);
    const outcome = await perform(house, wanted.action, actor, input, {
      uploads,
      key: wanted.key,
      seq: wanted.seq,
      address: 'command',
    });
    if (outcome.done) console.log(JSON.stringify(outcome.result, null, 2));
    else {
      for (const refusal of [outcome.refusal, ...(outcome.refusal.more ?? [])]) {
        const words = house.lexicon.say(`refusal.${refusal.code}`, refusal.params);
        console.error(refusal.field === undefined ? words : `${refusal.field}: ${words}`);
      }
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
}

/** `minhchung actions`: each action with its words, permission and fields; "*" stands behind what must be given. */
export async function actionsCommand(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new UsageError(wrongUse(args[0], say('command.actions-usage')));
  const lines = [...actions.values()]
    .filter((action) => !action.internal)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((action) => {
      const { path: inPath, body } = partsOfInput(action);
      const fields = [
        ...inPath.map(({ name }) => `--${name}*`),
        ...Object.keys(body.properties ?? {}).map(
          (name) => `--${name}${body.required?.includes(name) ? '*' : ''}`,
        ),
      ];
      return `${action.name}  ${lexicon.say(`action.${action.name}`)}  (${action.permission})  ${fields.join(' ')}`;
    });
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What stands beside the fields, each once. */
const OWN_FLAGS: readonly string[] = ['as', 'json', 'idempotency-key', 'if-match'];

function readArguments([name, ...rest]: readonly string[]): Wanted {
  const action = actions.get(name ?? '');
  if (name === undefined || name.startsWith('--')) throw new UsageError(USAGE);
  if (action === undefined || action.internal) throw new UsageError(say('command.no-action', { name }));
  const fields = fieldNames(action);
  const own = new Map<string, string>();
  const given = new Map<string, string[]>();
  for (let at = 0; at < rest.length; at += 2) {
    const [word = '', value] = rest.slice(at, at + 2);
    const flag = /^--(.+)/.exec(word)?.[1];
    if (flag === undefined) throw new UsageError(wrongUse(word, USAGE));
    if (value === undefined) throw new UsageError(say('command.no-value', { flag: word, usage: USAGE }));
    if (own.has(flag)) throw new UsageError(say('command.twice', { flag: word }));
    if (OWN_FLAGS.includes(flag)) own.set(flag, value);
    else if (fields.includes(flag.split('.')[0] ?? '')) given.set(flag, [...(given.get(flag) ?? []), value]);
    else throw new UsageError(say('command.no-field', { name, flag: word }));
  }
  const login = own.get('as');
  const seq = own.get('if-match');
  if (login === undefined) throw new UsageError(say('command.no-login', { usage: USAGE }));
  if (seq !== undefined && !/^\d+$/.test(seq)) throw new UsageError(say('command.wrong-seq', { seq }));
  return {
    action,
    login,
    json: own.get('json'),
    key: own.get('idempotency-key'),
    seq: seq === undefined ? undefined : Number(seq),
    fields: given,
  };
}

function fieldNames(action: Action): string[] {
  const { path: inPath, body } = partsOfInput(action);
  return [...inPath.map(({ name }) => name), ...Object.keys(body.properties ?? {})];
}

/** Two processes cannot share the embedded database's folder, so a running server is asked by its API. */
function refuseHeldFolder(settings: Settings, action: Action): void {
  if (settings.databaseUrl !== null) return;
  if (!existsSync(path.join(settings.dataDir, 'cluster')))
    throw new SettingsError(say('command.no-database', { folder: settings.dataDir }));
  const [server] = holders(prepareFolder(settings.dataDir).holders);
  if (server !== undefined)
    throw new SettingsError(
      say('command.folder-held', { server, folder: settings.dataDir, path: action.path }),
    );
}

async function findByLogin(house: House, login: string): Promise<Actor> {
  const account = await house.database.unscoped((query) =>
    query
      .selectFrom('account')
      .select(['id', 'agency_id', 'person_id'])
      .where('login', '=', login)
      .where('closed_on', 'is', null)
      .executeTakeFirst(),
  );
  const found =
    account &&
    (await house.database.read(serverScope([account.agency_id]), (query) =>
      findActor(query, account.agency_id, account.person_id, account.id, house.clock.today()),
    ));
  if (found === undefined) throw new SettingsError(say('command.no-account', { login }));
  return found.actor;
}

async function inputFrom(
  house: House,
  actor: Actor,
  { fields, json }: Wanted,
): Promise<{ input: object; uploads: ReadonlyMap<string, string> }> {
  const typed = new Map<string, string[]>();
  const uploads = new Map<string, string>();
  for (const [field, values] of fields) {
    const kept: string[] = [];
    for (const value of values) {
      if (value.startsWith('@')) {
        const file = value.slice(1);
        const stored = await storeFile(house, actor, path.basename(file), fileBytes(file));
        uploads.set(stored.id, stored.sha256);
        kept.push(stored.id);
      } else kept.push(value);
    }
    typed.set(field, kept);
  }
  return { input: { ...(json === undefined ? {} : jsonObject(json)), ...inputOf(typed) }, uploads };
}

function fileBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SettingsError(say('command.file-missing', { file, reason }));
  }
}

function jsonObject(file: string): object {
  try {
    const value: unknown = JSON.parse(Buffer.from(fileBytes(file)).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SettingsError(say('command.no-json-object', { file }));
}
