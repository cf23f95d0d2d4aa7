import { type Selectable, sql } from 'kysely';
import { civilDate } from '../clock/clock.ts';
import type { Reader } from '../database/database.ts';
import type { DB } from '../database/schema.ts';
import { type AnyLedger, canonical, eventDigest, type NewEvent, type Recorded } from '../ledger/ledger.ts';
import type { Findings } from './damage.ts';
import { type Folded, type Head, streamKey } from './folded.ts';
import { verifyProjections } from './projections.ts';

/** Streams fetched at once, and events folded at once. */
const STREAMS = 1000;
const EVENTS = 2000;

/** What counters ought to hold: canonical [agency, counter, bucket, day] to amount. */
export type Amounts = Map<string, number>;

interface StoredEvent {
  stream: string;
  agencyId: string;
  digest: Buffer;
  recorded: Recorded<NewEvent>;
}

/** Folds every stream again, and compares events, heads and projections. @returns what the counters ought to hold */
export async function verifyStreams(
  query: Reader,
  ledgers: readonly AnyLedger[],
  findings: Findings,
): Promise<Amounts> {
  const byKind = new Map(ledgers.map((ledger) => [ledger.kind, ledger]));
  const amounts: Amounts = new Map();
  let last: Head | undefined;
  for (;;) {
    const heads: Head[] = await headsAfter(query, last);
    last = heads.at(-1);
    if (last === undefined) break;
    for (const chunk of chunks(heads)) {
      const events = await eventsOf(query, chunk);
      const folded: Folded[] = [];
      for (const head of chunk) {
        const ledger = byKind.get(head.kind);
        const own = events.get(streamKey(head.agency_id, head.id)) ?? [];
        findings.events += own.length;
        if (ledger === undefined) {
          findings.damage('stream', 'stream', head.agency_id, head.id, 'stream-kind', { kind: head.kind });
          continue;
        }
        folded.push(foldAgain(head, ledger, own, amounts, findings));
      }
      findings.rows += chunk.length;
      await verifyProjections(query, folded, findings);
      findings.progress('event', findings.events);
    }
  }
  await eventsWithoutStream(query, findings);
  return amounts;
}

async function headsAfter(query: Reader, last: Head | undefined): Promise<Head[]> {
  let page = query.selectFrom('stream').select(['agency_id', 'id', 'kind', 'seq', 'digest']);
  if (last !== undefined) page = page.where(sql<boolean>`(agency_id, id) > (${last.agency_id}, ${last.id})`);
  return page.orderBy('agency_id').orderBy('id').limit(STREAMS).execute();
}

/** Few long streams or many short ones, so that memory stays bounded by the events. */
function* chunks(heads: readonly Head[]): Generator<Head[]> {
  let chunk: Head[] = [];
  let events = 0;
  for (const head of heads) {
    if (chunk.length > 0 && events + head.seq > EVENTS) {
      yield chunk;
      chunk = [];
      events = 0;
    }
    chunk.push(head);
    events += head.seq;
  }
  if (chunk.length > 0) yield chunk;
}

async function eventsOf(query: Reader, heads: readonly Head[]): Promise<Map<string, StoredEvent[]>> {
  const { rows } = await sql<Selectable<DB['event']>>`
    SELECT event.* FROM unnest(${heads.map((head) => head.agency_id)}::uuid[],
      ${heads.map((head) => head.id)}::uuid[]) AS wanted (agency_id, stream)
    JOIN event ON event.agency_id = wanted.agency_id AND event.stream = wanted.stream
    ORDER BY event.seq`.execute(query);
  const byStream = new Map<string, StoredEvent[]>();
  for (const row of rows) {
    const key = streamKey(row.agency_id, row.stream);
    const events = byStream.get(key) ?? [];
    byStream.set(key, events);
    events.push({
      stream: row.stream,
      agencyId: row.agency_id,
      digest: row.digest,
      recorded: {
        type: row.type,
        version: row.version,
        payload: row.payload as object,
        stamp: {
          seq: row.seq,
          occurredAt: row.occurred_at,
          recordedAt: row.recorded_at,
          actorAccount: row.actor_account,
          actorRole: row.actor_role,
          onBehalfOf: row.on_behalf_of,
          action: row.action,
        },
      },
    });
  }
  return byStream;
}

function foldAgain(
  head: Head,
  ledger: AnyLedger,
  events: readonly StoredEvent[],
  amounts: Amounts,
  findings: Findings,
): Folded {
  let sound = checkChain(head, events, findings);
  let state: unknown;
  for (const { recorded } of events) {
    const before = state;
    try {
      const current = ledger.upcast ? { ...ledger.upcast(recorded), stamp: recorded.stamp } : recorded;
      state = ledger.fold(state, current);
      // By event, since each counts on the day of its own.
      count(amounts, ledger, head, before, state, civilDate(recorded.stamp.occurredAt));
    } catch (error) {
      sound = false;
      findings.damage('event', 'event', head.agency_id, head.id, 'event-unreadable', {
        seq: recorded.stamp.seq,
        reason: error instanceof Error ? error.message : String(error),
      });
      break;
    }
  }
  return { head, ledger, state, sound };
}

/** Seq without gaps, each digest over the one before, and the head as the last event left it. */
function checkChain(head: Head, events: readonly StoredEvent[], findings: Findings): boolean {
  const damagedBefore = findings.damaged;
  let seq = 0;
  let previous: Buffer | null = null;
  for (const { recorded, digest } of events) {
    let whole = true;
    for (seq += 1; seq < recorded.stamp.seq; seq += 1) {
      whole = false;
      findings.damage('event', 'event', head.agency_id, head.id, 'event-missing', { seq });
    }
    if (whole && !eventDigest(previous, head.id, recorded).equals(digest))
      findings.damage('event', 'event', head.agency_id, head.id, 'event-changed', { seq });
    previous = digest;
  }
  for (let missing = seq + 1; missing <= head.seq; missing += 1)
    findings.damage('event', 'event', head.agency_id, head.id, 'event-missing', { seq: missing });
  if (seq > head.seq || (seq === head.seq && previous?.equals(head.digest) !== true))
    findings.damage('stream', 'stream', head.agency_id, head.id, 'stream-head', {
      found: head.seq,
      expected: seq,
    });
  return findings.damaged === damagedBefore;
}

function count(
  amounts: Amounts,
  ledger: AnyLedger,
  head: Head,
  before: unknown,
  after: unknown,
  day: string,
): void {
  if (ledger.counted === undefined) return;
  const add = (state: unknown, by: number) => {
    if (state === undefined) return;
    for (const { counter, bucket } of ledger.counted?.(state, head.id) ?? []) {
      const key = canonical([head.agency_id, counter, bucket, day]);
      amounts.set(key, (amounts.get(key) ?? 0) + by);
    }
  };
  add(before, -1);
  add(after, 1);
}

async function eventsWithoutStream(query: Reader, findings: Findings): Promise<void> {
  const rows = await query
    .selectFrom('event')
    .leftJoin('stream', (join) =>
      join.onRef('stream.agency_id', '=', 'event.agency_id').onRef('stream.id', '=', 'event.stream'),
    )
    .select(['event.agency_id', 'event.stream', (eb) => eb.fn.countAll<number>().as('events')])
    .where('stream.id', 'is', null)
    .groupBy(['event.agency_id', 'event.stream'])
    .execute();
  for (const row of rows)
    findings.damage('event', 'event', row.agency_id, row.stream, 'event-without-stream', {
      events: row.events,
    });
}
