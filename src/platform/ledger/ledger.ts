import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { JsonValue } from '../database/schema.ts';

/** What a slice's pure decision yields: a type, the version of its shape, and a payload. */
export interface NewEvent {
  type: string;
  version: number;
  payload: object;
}

/** Where and by whom an event was recorded. */
export interface Stamp {
  seq: number;
  /** Office time; what is counted. */
  occurredAt: Temporal.Instant;
  recordedAt: Temporal.Instant;
  actorAccount: string | null;
  actorRole: string;
  onBehalfOf: string | null;
  action: string;
}

/** An event as the fold sees it, after upcasting. */
export type Recorded<E extends NewEvent> = E & { stamp: Stamp };

export type Cell = string | number | boolean | null | JsonValue;
export type Row = Record<string, Cell>;

/** Rows of one table that stand for a stream's state, for speed; written in the event's own transaction. */
export interface Projection<S> {
  table: string;
  /** Columns that tell the rows of one stream apart, beside agency_id and the stream's column. */
  key: readonly string[];
  /** Column that holds the stream's id. */
  stream: string;
  /** Columns of type jsonb, written as JSON. */
  json?: readonly string[];
  rows(state: S, streamId: string): Row[];
}

/** Something counted by state, as counter and bucket. */
export interface Counted {
  counter: string;
  bucket: string;
}

/** A kind of ledger: how its events fold into a state, and what the state looks like as rows. */
export interface Ledger<S, E extends NewEvent> {
  kind: string;
  /** The state after an event; undefined before the first. Pure. */
  fold(state: S | undefined, event: Recorded<E>): S;
  /** Brings an older event's type, version and payload to today's; older shapes are never edited in place. */
  upcast?(event: NewEvent): NewEvent;
  projections: readonly Projection<S>[];
  /** What this stream adds to counters; the writer inserts the difference. */
  counted?(state: S, streamId: string): Counted[];
}

/** A ledger whose state and events are of no concern to who holds it. */
// biome-ignore lint/suspicious/noExplicitAny: a registry of ledgers of different states has no narrower common type
export type AnyLedger = Ledger<any, any>;

/** Folds a whole stream. @returns undefined where there are no events */
export function foldAll<S, E extends NewEvent>(
  ledger: Ledger<S, E>,
  events: readonly Recorded<NewEvent>[],
): S | undefined {
  let state: S | undefined;
  for (const event of events) {
    const current = ledger.upcast ? { ...ledger.upcast(event), stamp: event.stamp } : event;
    state = ledger.fold(state, current as Recorded<E>);
  }
  return state;
}

/**
 * The digest that chains an event to its predecessor in the stream: SHA-256 over the predecessor's digest and a
 * canonical form of the event. Instants count to the microsecond, as the database keeps them.
 */
export function eventDigest(previous: Uint8Array | null, stream: string, event: Recorded<NewEvent>): Buffer {
  const { stamp } = event;
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(
      canonical([
        stream,
        stamp.seq,
        event.type,
        event.version,
        stamp.actorAccount,
        stamp.actorRole,
        stamp.onBehalfOf,
        stamp.action,
        microseconds(stamp.occurredAt),
        microseconds(stamp.recordedAt),
        event.payload as JsonValue,
      ]),
    )
    .digest();
}

function microseconds(instant: Temporal.Instant): string {
  return (instant.epochNanoseconds / 1000n).toString();
}

/** JSON with sorted keys and without undefined members, so that it survives a round trip through jsonb. */
export function canonical(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}
