import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { fromDayNumber, toDayNumber } from '../../pure/calendar/index.ts';
import { checkProcess } from '../domain/process/check.ts';
import { legalLimits } from '../domain/process/compare.ts';
import { checkPublication } from '../domain/process/publish.ts';
import { processRulesOn } from '../process-rules.ts';
import { processUrl } from '../process-urls.ts';
import { processVersions, rowOfProcess } from '../processes.ts';
import { procedureVersionAt } from '../queries.ts';
import { ofProcess, processOf } from './process-common.ts';

/**
 * Publishes a draft once a document has approved it. From its first day on new dossiers follow it; the version before
 * ends on the day before, and dossiers that began with it keep it.
 */
export const publishProcess = defineAction({
  name: 'internal-process.publish',
  path: '/internal-processes/:process/publication',
  permission: 'internal-process.publish',
  sees: 'internal-process.read',
  input: z.object({ process: id(), approver: text(300), approvedOn: civilDay(), validFrom: civilDay() }),
  subject: ofProcess,
  async perform(performing, { process, ...publication }) {
    const { query, clock, saveRow } = performing;
    const draft = await processOf(performing, process);
    // Two who publish at once wait for each other.
    const name = `${draft.agencyId} ${draft.procedureId}`;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(query);
    const before = (await processVersions(query, draft.agencyId, draft.procedureId)).find(
      ({ state }) => state === 'published',
    );
    const version = await procedureVersionAt(query, draft.procedureId, publication.validFrom);
    if (version === undefined)
      throw new RefusalError(refuse('invalid:process-without-procedure', {}, { field: 'validFrom' }));
    const rules = processRulesOn(publication.validFrom);
    const refused = checkPublication(
      draft,
      publication,
      checkProcess(draft, legalLimits(version), rules),
      before,
      clock.today(),
    );
    if (refused !== null) throw new RefusalError(refused);
    // The one before first: of a procedure one version is the published one.
    if (before !== undefined)
      await saveRow(
        'internal_process',
        before.agencyId,
        rowOfProcess({
          ...before,
          state: 'replaced',
          validTo: fromDayNumber(toDayNumber(publication.validFrom) - 1),
        }),
        false,
      );
    const { seq } = await saveRow(
      'internal_process',
      draft.agencyId,
      rowOfProcess({ ...draft, ...publication, state: 'published' }),
    );
    return { id: process, seq };
  },
  next: ({ process }) => processUrl(process),
});
