import { z } from 'zod';
import { findUnit } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { optionalId } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { keepDraft } from '../keep.ts';
import { findProcedure } from '../queries.ts';
import { procedureUrl } from '../urls.ts';
import { keeping } from './common.ts';
import { checkRows, procedureFields, textOf } from './procedure-input.ts';

/** Enters a procedure, or prepares the next version of one: nobody else sees it until it is announced. */
export const saveProcedure = defineAction({
  name: 'procedure.save',
  path: '/procedures',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({ procedure: optionalId(), ...procedureFields }).superRefine(checkRows),
  subject: async (query, { procedure, ownerUnit }, actor) =>
    procedure === null
      ? { agencyId: actor.agencyId, units: ownerUnit === null ? [] : [ownerUnit] }
      : keeping(query, { procedure }),
  async perform(performing, { procedure, ...input }) {
    const { query, actor } = performing;
    const agencyId =
      procedure === null
        ? actor.agencyId
        : ((await findProcedure(query, procedure))?.agency_id ?? actor.agencyId);
    if (input.ownerUnit !== null && (await findUnit(query, input.ownerUnit))?.agencyId !== agencyId)
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'ownerUnit' }));
    return keepDraft(performing, agencyId, procedure, {
      code: input.code,
      ownerUnitId: input.ownerUnit,
      text: textOf(input),
    });
  },
  next: (_input, { id }) => procedureUrl(id),
});
