import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, text } from '../../platform/actions/fields.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { unitsUrl } from '../urls.ts';

/** Remembers which unit a plan means by a name, for this plan and later ones. */
export const rememberUnitName = defineAction({
  name: 'unit_name.remember',
  path: '/unit-names',
  permission: 'unit_name.remember',
  sees: 'agency.read',
  input: z.object({
    written: text(200),
    unit: id(),
    next: text(200)
      .regex(/^\/(?!\/)/, 'choose')
      .optional(),
  }),
  async subject(query, input, actor) {
    const unit = await query
      .selectFrom('unit')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.unit)
      .executeTakeFirst();
    return unit && { agencyId: actor.agencyId };
  },
  async perform({ query, actor }, input) {
    const row = { written: input.written, unit_id: input.unit };
    await query
      .insertInto('unit_name')
      .values({ agency_id: actor.agencyId, written_fold: fold(input.written), ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'written_fold']).doUpdateSet(row))
      .execute();
    return { id: input.unit };
  },
  next: (input) => input.next ?? unitsUrl(),
});
