import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import type { Draft } from './domain/draft.ts';
import { findPlanState } from './queries.ts';
import { loadDraft } from './readings.ts';

export { type AreaRow, listAreas } from './areas.ts';
export type { Draft } from './domain/draft.ts';
export { suggestRecipient } from './domain/recipients.ts';

/** A plan as its drafters see it; undefined until it has been read. */
export async function draftOfPlan(
  query: Reader,
  files: Pick<FileStore, 'get'>,
  planId: string,
): Promise<Draft | undefined> {
  const found = await findPlanState(query, planId);
  return found && (await loadDraft(files, found.state))?.draft;
}
