import { unitNames } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { type Draft, draftOf } from './domain/draft.ts';
import type { PlanState } from './domain/plan.ts';
import type { ReadPlan } from './domain/read-plan.ts';

/** Readings are immutable under their SHA-256; the last few stay parsed. */
const recent = new Map<string, ReadPlan>();
const KEPT = 8;

/** What the reader took from a plan's file. */
export async function loadReading(files: Pick<FileStore, 'get'>, sha256: string): Promise<ReadPlan> {
  const known = recent.get(sha256);
  if (known !== undefined) {
    recent.delete(sha256);
    recent.set(sha256, known);
    return known;
  }
  const reading = JSON.parse(Buffer.from(await files.get(sha256)).toString('utf8')) as ReadPlan;
  recent.set(sha256, reading);
  const [oldest] = recent.keys();
  if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
  return reading;
}

/** A plan as read, with what people changed of it; undefined until it has been read. */
export async function loadDraft(
  files: Pick<FileStore, 'get'>,
  state: PlanState,
): Promise<{ reading: ReadPlan; draft: Draft } | undefined> {
  if (state.reading === null) return undefined;
  const reading = await loadReading(files, state.reading);
  return { reading, draft: draftOf(reading, state.changes) };
}

/** Finds the unit of an agency that a written name stands for. */
export async function unitResolver(
  query: Reader,
  agencyId: string,
): Promise<(written: string) => string | undefined> {
  const names = await unitNames(query, agencyId);
  return (written) => names.get(fold(written));
}
