import { sql } from 'kysely';
import { allAgencyIds } from '../agencies/index.ts';
import { removeSecretFile } from '../platform/files/remove-secret-file.ts';
import type { Job } from '../platform/jobs/runner.ts';
import { serverScope } from '../platform/policy/policy.ts';

/** Removes what was sent as an announcement and is marked secret. */
export const secretAnnouncementsJob: Job = {
  name: 'announcement.secret',
  everySeconds: 1,
  async run(house) {
    const scope = serverScope(await allAgencyIds(house.database));
    const found = await house.database.read(scope, (query) =>
      query
        .selectFrom('announcement as a')
        .innerJoin('stored_file as f', (join) =>
          join.onRef('f.agency_id', '=', 'a.agency_id').onRef('f.id', '=', 'a.file_id'),
        )
        .select(['a.agency_id', 'a.sha256'])
        .where('a.state', '=', 'unreadable')
        .where(sql<string>`a.problem ->> 'code'`, '=', 'secret')
        .where('f.removed_at', 'is', null)
        .execute(),
    );
    for (const { agency_id: agencyId, sha256 } of found) await removeSecretFile(house, agencyId, sha256);
  },
};
