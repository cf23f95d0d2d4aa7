import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalId, text, whole } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { unitsUrl } from '../urls.ts';

/** Adds a unit to the actor's agency, or changes it; every version is kept. */
export const saveUnit = defineAction({
  name: 'unit.save',
  path: '/units',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({
    unit: optionalId(),
    code: text(30),
    name: text(200),
    kind: oneOf(['leaders', 'office', 'division', 'desk']),
    position: whole(0, 999).default(100),
  }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform({ query, actor, clock, saveRow }, input) {
    const agencyId = actor.agencyId;
    const taken = await query
      .selectFrom('unit')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('code', '=', input.code)
      .executeTakeFirst();
    if (taken !== undefined && taken.id !== input.unit)
      throw new RefusalError(refuse('conflict:unit-code', { code: input.code }, { field: 'code' }));
    const id = input.unit ?? uuid7();
    const { seq } = await saveRow('unit', agencyId, {
      id,
      agency_id: agencyId,
      code: input.code,
      name: input.name,
      name_fold: fold(input.name),
      kind: input.kind,
      position: input.position,
      valid_from: clock.today(),
    });
    return { id, seq };
  },
  next: () => unitsUrl(),
});
