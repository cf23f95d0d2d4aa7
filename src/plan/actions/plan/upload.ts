import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { id, optionalId } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { uuid7 } from '../../../platform/uuid.ts';
import { upload } from '../../domain/plan-decisions.ts';
import { planLedger } from '../../ledger.ts';
import { reviewUrl } from '../../urls.ts';

/** Begins a plan with its file; it is read next. A plan that could not be read may get another file. */
export const uploadPlan = defineAction({
  name: 'plan.upload',
  path: '/plans',
  permission: 'plan.draft',
  sees: 'plan.draft',
  input: z.object({ file: id().or(z.literal('').transform(() => '')), plan: optionalId() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform({ query, append, actor }, input) {
    const file = await query
      .selectFrom('stored_file')
      .select(['id', 'name'])
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.file === '' ? uuid7() : input.file)
      .executeTakeFirst();
    if (file === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
    const planId = input.plan ?? uuid7();
    const { seq } = await append(
      planLedger,
      actor.agencyId,
      planId,
      (state) => upload(state, { fileId: file.id, fileName: file.name }),
      input.plan !== null,
    );
    return { id: planId, seq };
  },
  next: (_input, result) => reviewUrl(result.id),
});
