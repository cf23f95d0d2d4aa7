import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { stepsOfRows } from '../domain/process/edit.ts';
import { processDraftUrl, processUrl } from '../process-urls.ts';
import { rowOfProcess } from '../processes.ts';
import { ofProcess, processOf, refuseForeignUnits, refusePublished } from './process-common.ts';
import { processFields, rowsOf } from './process-input.ts';

/** Keeps the draft of a process as it is written so far; a button beside the rows moves, adds or removes one. */
export const saveProcess = defineAction({
  name: 'internal-process.save',
  path: '/internal-processes/:process/draft',
  permission: 'internal-process.keep',
  sees: 'internal-process.read',
  input: z.object({ process: id(), ...processFields }),
  subject: ofProcess,
  async perform(performing, { process, isoCode, version, steps: rows, change }) {
    const known = await processOf(performing, process);
    refusePublished(known);
    const steps = stepsOfRows(rowsOf(rows), change);
    await refuseForeignUnits(performing, known.agencyId, steps);
    const { seq } = await performing.saveRow(
      'internal_process',
      known.agencyId,
      rowOfProcess({ ...known, isoCode, version, steps }),
    );
    return { id: process, seq };
  },
  next: ({ process, change }) => (change === null ? processUrl(process) : processDraftUrl(process)),
});
