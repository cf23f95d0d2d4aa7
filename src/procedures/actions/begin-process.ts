import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { usualProcess } from '../domain/process/usual.ts';
import { processUrl } from '../process-urls.ts';
import { rowOfProcess } from '../processes.ts';
import { findProcedure } from '../queries.ts';
import { refuseSecondDraft } from './process-common.ts';

/** Begins the draft of an agency's process of a procedure, with the usual steps. */
export const beginProcess = defineAction({
  name: 'internal-process.start',
  path: '/internal-processes',
  permission: 'internal-process.keep',
  sees: 'internal-process.read',
  input: z.object({ procedure: id(), isoCode: optionalText(60), version: text(30) }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, { procedure, isoCode, version }) {
    const { query, actor, saveRow } = performing;
    const row = await findProcedure(query, procedure);
    if (row === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'procedure' }));
    await refuseSecondDraft(performing, actor.agencyId, row.id, 'procedure');
    const process = uuid7();
    const { seq } = await saveRow(
      'internal_process',
      actor.agencyId,
      rowOfProcess({
        agencyId: actor.agencyId,
        id: process,
        keeperId: row.agency_id,
        procedureId: row.id,
        isoCode,
        version,
        state: 'draft',
        approver: null,
        approvedOn: null,
        validFrom: null,
        validTo: null,
        steps: usualProcess(),
      }),
      false,
    );
    return { id: process, seq };
  },
  next: (_input, { id: process }) => `${processUrl(process)}/draft`,
});
