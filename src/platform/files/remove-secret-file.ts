import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { serverScope } from '../policy/policy.ts';
import type { FileStore } from './store.ts';

/**
 * Takes a file out for good that is marked secret: the law keeps it off a network, so its bytes go, and no page shows
 * its name.
 */
export async function removeSecretFile(
  { database, files, clock }: { database: Database; files: FileStore; clock: Clock },
  agencyId: string,
  sha256: string,
): Promise<void> {
  await files.remove(sha256);
  await database.write(serverScope([agencyId]), (query) =>
    query
      .updateTable('stored_file')
      .set({ name: '', removed_at: clock.real() })
      .where('agency_id', '=', agencyId)
      .where('sha256', '=', sha256)
      .execute(),
  );
}
