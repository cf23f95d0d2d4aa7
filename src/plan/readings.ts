import { createHash } from 'node:crypto';
import { unitNames } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { type DocumentFields, type Draft, draftOf, type Item, readItems } from './domain/draft.ts';
import type { LaidOut } from './domain/layout/laid-out.ts';
import { layOut } from './domain/layout/lay-out.ts';
import type { PlanState } from './domain/plan.ts';
import type { ReadPlan } from './domain/read-plan.ts';
import { readPlan } from './domain/reader/index.ts';

/** Readings are immutable under their SHA-256; the last few stay parsed. */
const readings = remembering<ReadPlan>(8);

/** What the reader took from a plan's file. */
export async function loadReading(files: Pick<FileStore, 'get'>, sha256: string): Promise<ReadPlan> {
  return readings(
    sha256,
    async () => JSON.parse(Buffer.from(await files.get(sha256)).toString('utf8')) as ReadPlan,
  );
}

/** A reading set as a document, with its rows as they were read. */
export interface LaidOutReading {
  laid: LaidOut;
  /** Head and foot as they were read. */
  read: DocumentFields;
  asRead: ReadonlyMap<string, Item>;
}

const laidOut = remembering<LaidOutReading>(32);

/** The same for the same reading, so it is set once. */
export async function loadLaidOut(files: Pick<FileStore, 'get'>, sha256: string): Promise<LaidOutReading> {
  return laidOut(sha256, async () => {
    const reading = await loadReading(files, sha256);
    const items = readItems(reading);
    return {
      laid: layOut(reading, items),
      read: reading.document,
      asRead: new Map(items.map((item) => [item.key, item])),
    };
  });
}

const drafted = remembering<ReadPlan>(4);

/** A text that was drafted here, as the reader reads it; the same for the same text. */
export async function readDraftAgain(text: string): Promise<ReadPlan> {
  return drafted(createHash('sha256').update(text).digest('hex'), async () => readPlan(text));
}

/** Keeps the values that were asked for last. */
function remembering<T>(kept: number) {
  const recent = new Map<string, T>();
  return async (key: string, make: () => Promise<T>): Promise<T> => {
    const value = recent.get(key) ?? (await make());
    recent.delete(key);
    recent.set(key, value);
    const [oldest] = recent.keys();
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
    return value;
  };
}

/** A plan's draft at one event of its ledger is the same for everybody. */
const corrected = remembering<Draft>(16);

/** A plan as read, with what people changed of it; undefined until it has been read. */
export async function loadDraft(
  files: Pick<FileStore, 'get'>,
  state: PlanState,
): Promise<{ reading: ReadPlan; draft: Draft } | undefined> {
  if (state.reading === null) return undefined;
  const reading = await loadReading(files, state.reading);
  const draft = await corrected(`${state.fileId} ${state.seq}`, async () => draftOf(reading, state.changes));
  return { reading, draft };
}

/** Finds the unit of an agency that a written name stands for. */
export async function unitResolver(
  query: Reader,
  agencyId: string,
): Promise<(written: string) => string | undefined> {
  const names = await unitNames(query, agencyId);
  return (written) => names.get(fold(written));
}
