import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalId, text, ticked, whole } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import type { ReadProcess } from '../domain/process/read.ts';
import { processesUrl, processReadingUrl } from '../process-urls.ts';
import { rowOfProcess } from '../processes.ts';
import { choosableProcedures, readDecision } from '../read-decision.ts';

/** Takes the file of a decision, to be looked through before anything of it is imported. */
export const uploadProcesses = defineAction({
  name: 'internal-process.upload',
  path: '/internal-processes/uploads',
  permission: 'internal-process.keep',
  sees: 'internal-process.read',
  input: z.object({ file: id() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform({ query, actor }, { file }) {
    const known = await query
      .selectFrom('stored_file')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', file)
      .executeTakeFirst();
    if (known === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
    return { id: file };
  },
  next: ({ file }) => processReadingUrl(file),
});

/** The chosen processes of a decision become drafts of the actor's agency. */
export const importProcesses = defineAction({
  name: 'internal-process.import',
  path: '/internal-processes/uploads/:file/import',
  permission: 'internal-process.keep',
  sees: 'internal-process.read',
  input: z.object({
    file: id(),
    version: text(30),
    items: z
      .array(z.object({ index: whole(0, 999), take: ticked(), procedure: optionalId() }))
      .max(1000, 'too-many')
      .default([]),
  }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, { file, version, items }) {
    const { query, actor, saveRow } = performing;
    const decision = await readDecision(performing, actor.agencyId, file);
    if (decision === undefined || !('read' in decision)) throw new RefusalError(refuse('missing:thing'));
    const { approver, decision: approval, processes } = decision.read;
    const procedures = new Map(
      (await choosableProcedures(query, actor.agencyId)).map((one) => [one.id, one]),
    );
    let count = 0;
    for (const [at, item] of items.entries()) {
      if (!item.take) continue;
      const read = processes[item.index];
      const procedure = procedures.get(item.procedure ?? '');
      const field = `items.${at}.procedure`;
      if (read === undefined || procedure === undefined)
        throw new RefusalError(refuse('invalid:choose', {}, { field }));
      if (procedure.drafted) throw new RefusalError(refuse('conflict:process-draft', {}, { field }));
      procedures.set(procedure.id, { ...procedure, drafted: true });
      await saveRow(
        'internal_process',
        actor.agencyId,
        rowOfProcess({
          agencyId: actor.agencyId,
          id: uuid7(),
          keeperId: procedure.keeperId,
          procedureId: procedure.id,
          isoCode: null,
          version,
          state: 'draft',
          approver,
          approvedOn: approval?.date ?? null,
          validFrom: null,
          validTo: null,
          steps: stepsOf(read),
        }),
        false,
      );
      count += 1;
    }
    if (count === 0) throw new RefusalError(refuse('conflict:process-import-nothing'));
    return { id: file, count };
  },
  next: () => processesUrl({ state: 'draft' }),
});

/** What is kept of the steps that were read. */
function stepsOf({ steps }: ReadProcess) {
  return steps.map(({ no: _no, limitText: _limitText, ...step }) => step);
}
