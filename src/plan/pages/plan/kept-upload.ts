import { keptFileName } from '../../../evidence/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { UUID } from '../../../platform/uuid.ts';

/** The file that a refused form brought, for FileUpload to send again; undefined where there is none. */
export async function keptUpload(
  visit: Visit,
  value: string | undefined,
): Promise<{ value: string; name: string } | undefined> {
  if (value === undefined || !UUID.test(value)) return undefined;
  const name = await visit.read('plan.draft', (query) => keptFileName(query, visit.actor.accountId, value));
  return name === undefined ? undefined : { value, name };
}
