import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { AppointedSource } from '../appointed/source.ts';
import type { Clock } from '../clock/clock.ts';
import { type Database, type Writer, widenScope } from '../database/database.ts';
import type { JsonValue } from '../database/schema.ts';
import type { FileStore } from '../files/store.ts';
import { type Author, append } from '../ledger/store.ts';
import type { Measure } from '../measure/measure.ts';
import {
  type Actor,
  mayNotAct,
  type Policy,
  type Post,
  personOf,
  type Scope,
  widened,
} from '../policy/policy.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../refusal.ts';
import { uuid7 } from '../uuid.ts';
import type { Action } from './action.ts';
import { inYear } from './fields.ts';
import { saveRow } from './versioned-rows.ts';

/** What came with the input: the one-time key, the seq that the form was made from, and from where. */
export interface Asked {
  key?: string | undefined;
  seq?: number | undefined;
  address?: string | undefined;
  /** SHA-256 of the files that came with it, by the ids under which they have just been stored. */
  uploads?: ReadonlyMap<string, string> | undefined;
}

export type Outcome =
  | {
      done: true;
      result: object /** True where the same request had been done before. */;
      repeated: boolean;
      input: unknown;
    }
  | { done: false; refusal: Refusal };

export interface Performer {
  database: Database;
  policy: Policy;
  clock: Clock;
  files: FileStore;
  /** What these bring can be counted. */
  slices: readonly {
    readonly measures?: readonly Measure[];
    readonly appointed?: readonly AppointedSource[];
  }[];
}

/** Performs an action: input, policy, decision, writing and audit row in one transaction; refusals are audited apart. */
export async function perform(
  { database, policy, clock, files, slices }: Performer,
  action: Action,
  actor: Actor,
  rawInput: unknown,
  asked: Asked = {},
): Promise<Outcome> {
  const unkeepable = unkeepableField(rawInput);
  if (unkeepable !== null)
    return { done: false, refusal: refuse('invalid:characters', {}, { field: fieldOf(unkeepable) }) };
  const given = normalised(rawInput);
  const parsed = action.input.safeParse(given);
  if (!parsed.success) return { done: false, refusal: fieldRefusal(parsed.error, given) };
  const impossible: Refusal[] = [];
  const input = inYear(parsed.data, clock.today(), (field) =>
    impossible.push(refuse('invalid:date', {}, { field })),
  );
  const [first, ...more] = impossible;
  if (first !== undefined) return { done: false, refusal: { ...first, more } };
  const sees = policy.scope(personOf(actor), action.sees);
  const scope = widened(sees, policy.scope(personOf(actor), action.permission).agencies);
  try {
    const narrowed = mayNotAct(actor, action.permission);
    if (narrowed !== undefined) throw new RefusalError(narrowed);
    return await database.write(scope, (query) =>
      performIn(query, { policy, clock, files, slices, scope }, action, actor, input, asked),
    );
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    await database.write(widened(scope, [actor.agencyId]), (query) =>
      writeAudit(query, { occurredAt: clock.now(), recordedAt: clock.real() }, actor, null, action, asked, {
        refusal: error.refusal,
      }),
    );
    return { done: false, refusal: error.refusal };
  }
}

async function performIn(
  query: Writer,
  { policy, clock, files, slices, scope }: Omit<Performer, 'database'> & { scope: Scope },
  action: Action,
  actor: Actor,
  input: unknown,
  asked: Asked,
): Promise<Outcome> {
  const recordedAt = clock.real();
  if (asked.key !== undefined && actor.accountId !== null) {
    const earlier = await claimKey(query, {
      actor: actor.accountId,
      key: asked.key,
      action: action.name,
      digest: digestOf(input, action.secret, asked.uploads),
      recorded_at: recordedAt.toString(),
    });
    if (earlier !== undefined) return { done: true, result: earlier, repeated: true, input };
  }
  const subject = await action.subject(query, input, actor);
  if (subject === undefined) throw new RefusalError(refuse('missing:thing'));
  const verdict = policy.decide(actor, action.permission, subject);
  if (!verdict.allowed) {
    const visible = actor.accountId === null || policy.decide(personOf(actor), action.sees, subject).allowed;
    throw new RefusalError(visible ? verdict.reason : refuse('missing:thing'));
  }
  const { post } = verdict;
  const author: Author = {
    occurredAt: clock.now(),
    recordedAt,
    actorAccount: actor.accountId,
    actorRole: post.role,
    onBehalfOf: post.onBehalfOf?.personId ?? null,
    action: action.name,
    requestKey: asked.key ?? null,
  };
  let reached = scope;
  const result = await action.perform(
    {
      query,
      actor,
      post,
      clock,
      files,
      measures: slices.flatMap(({ measures }) => measures ?? []),
      appointed: slices.flatMap(({ appointed }) => appointed ?? []),
      append: (ledger, agencyId, streamId, decide, guarded = true) =>
        append(query, ledger, agencyId, streamId, author, decide, guarded ? asked.seq : undefined),
      saveRow: (table, agencyId, row, guarded = true) =>
        saveRow(query, table, agencyId, row, author, guarded ? asked.seq : undefined),
      reach: async (agencies) => {
        reached = widened(reached, agencies);
        await widenScope(query, reached);
      },
    },
    input,
  );
  if (isRefusal(result)) throw new RefusalError(result);
  if (!reached.agencies.includes(actor.agencyId)) await widenScope(query, widened(reached, [actor.agencyId]));
  // At the very instant of the action's events, by which verification finds the one from the other.
  await writeAudit(query, author, actor, post, action, asked, { subject: subjectId(result) });
  if (asked.key !== undefined && actor.accountId !== null)
    await query
      .updateTable('request')
      .set({ result: JSON.stringify(result) })
      .where('actor', '=', actor.accountId)
      .where('key', '=', asked.key)
      .execute();
  return { done: true, result, repeated: false, input };
}

/** Takes a one-time key, or waits for and returns the result of the request that took it. */
async function claimKey(
  query: Writer,
  request: { actor: string; key: string; action: string; digest: Buffer; recorded_at: string },
): Promise<object | undefined> {
  const claimed = await query
    .insertInto('request')
    .values({ ...request, result: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await query
    .selectFrom('request')
    .select(['action', 'digest', 'result'])
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .executeTakeFirstOrThrow();
  const same = earlier.digest === null || request.digest.equals(earlier.digest);
  if (earlier.action !== request.action || !same) throw new RefusalError(refuse('conflict:key-used'));
  return earlier.result as object;
}

/**
 * What tells one input from another: its members in whatever order, without the secret ones, from which a digest would
 * let a password be guessed. A file that is sent again is stored again, and is the same by its bytes.
 */
function digestOf(
  input: unknown,
  secret: readonly string[],
  uploads: ReadonlyMap<string, string> = new Map(),
): Buffer {
  const told = JSON.stringify(input, (key, value: unknown) => {
    if (secret.includes(key)) return undefined;
    if (typeof value === 'string') return uploads.get(value) ?? value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(told).digest();
}

async function writeAudit(
  query: Writer,
  at: Pick<Author, 'occurredAt' | 'recordedAt'>,
  actor: Actor,
  post: Post | null,
  action: Action,
  asked: Asked,
  outcome: { subject?: string | null; refusal?: Refusal },
): Promise<void> {
  await query
    .insertInto('audit_trail')
    .values({
      agency_id: actor.agencyId,
      id: uuid7(),
      recorded_at: at.recordedAt.toString(),
      office_time: at.occurredAt.toString(),
      account: actor.accountId,
      token: actor.token?.id ?? null,
      role: post?.role ?? null,
      on_behalf_of: post?.onBehalfOf?.personId ?? null,
      action: action.name,
      outcome: outcome.refusal ? 'refused' : 'done',
      subject: outcome.subject ?? null,
      refusal: outcome.refusal
        ? JSON.stringify({ code: outcome.refusal.code, params: outcome.refusal.params })
        : null,
      request_key: asked.key ?? null,
      address: asked.address ?? null,
    })
    .execute();
}

/** Results name what they made or changed as `id`. */
function subjectId(result: object): string | null {
  return 'id' in result && typeof result.id === 'string' ? result.id : null;
}

/** Text from forms and API alike is kept in NFC, without the white space around it. */
export function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, normalised(member)]));
  return value;
}

/** Whether words can be kept: PostgreSQL takes no NUL, and half a character is none. */
export function isKeepable(words: string): boolean {
  return !words.includes('\0') && words.isWellFormed();
}

/** Where an input holds what cannot be kept; null where nowhere. */
function unkeepableField(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isKeepable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, member] of Object.entries(value)) {
    const found = unkeepableField(key) === null ? unkeepableField(member, [...path, key]) : path;
    if (found !== null) return found;
  }
  return null;
}

/** One refusal for an input that does not parse, the first field in front, the others behind it. */
export function fieldRefusal(error: z.ZodError, input: unknown): Refusal {
  const refusals = error.issues.map((issue) => {
    const params: Record<string, string | number> = {};
    for (const [key, value] of Object.entries({
      ...issue,
      ...('params' in issue ? (issue.params as object) : {}),
    }))
      if (['minimum', 'maximum', 'value'].includes(key)) params[key] = value as JsonValue as string | number;
    return refuse(`invalid:${codeOf(issue, input)}`, params, { field: fieldOf(issue.path) });
  });
  const same = (one: Refusal) => (other: Refusal) => one.field === other.field && one.code === other.code;
  const [first, ...more] = refusals.filter((one, index) => refusals.findIndex(same(one)) === index);
  return first === undefined ? refuse('invalid:field') : { ...first, more };
}

/** What is wrong; a value of another type than the field's is there all the same. */
function codeOf(issue: z.core.$ZodIssue, input: unknown): string {
  if (issue.code === 'invalid_type') {
    const given = issue.path.reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Record<PropertyKey, unknown>)[key]
          : undefined,
      input,
    );
    if (given === undefined || given === null) return 'required';
    if (issue.message !== 'number') return 'type';
  }
  return /^[a-z][a-z-]+$/.test(issue.message) ? issue.message : 'field';
}

/** The field of a form that a path into its input leads to: a member of a list of plain values has no field of its own. */
function fieldOf(path: readonly PropertyKey[]): string {
  const names = path.map(String);
  return names.slice(0, names.findLastIndex((name) => !/^\d+$/.test(name)) + 1).join('.');
}
