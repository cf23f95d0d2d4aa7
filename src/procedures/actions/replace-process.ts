import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { processDraftUrl } from '../process-urls.ts';
import { rowOfProcess } from '../processes.ts';
import { ofProcess, processOf, refuseSecondDraft } from './process-common.ts';

/** Begins the next version of a process from the steps of this one; this one holds until that is published. */
export const replaceProcess = defineAction({
  name: 'internal-process.replace',
  path: '/internal-processes/:process/replacement',
  permission: 'internal-process.keep',
  sees: 'internal-process.read',
  input: z.object({ process: id() }),
  subject: ofProcess,
  async perform(performing, { process }) {
    const known = await processOf(performing, process);
    await refuseSecondDraft(performing, known.agencyId, known.procedureId);
    const next = uuid7();
    const { seq } = await performing.saveRow(
      'internal_process',
      known.agencyId,
      rowOfProcess({
        ...known,
        id: next,
        version: nextVersion(known.version),
        state: 'draft',
        approver: null,
        approvedOn: null,
        validFrom: null,
        validTo: null,
      }),
      false,
    );
    return { id: next, seq };
  },
  next: (_input, { id: next }) => processDraftUrl(next),
});

/** "03" after "02"; what ends in no number is kept for the clerk to change. */
function nextVersion(version: string): string {
  return version.replace(/\d{1,9}$/, (number) => String(Number(number) + 1).padStart(number.length, '0'));
}
