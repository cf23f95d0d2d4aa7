import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalId, text, ticked, whole } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { UNIT_KINDS } from '../queries.ts';
import { unitsUrl, unitUrl } from '../urls.ts';
import { unitSubject } from './common.ts';

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
    kind: oneOf(UNIT_KINDS),
    position: whole(0, 9999).default(100),
    chasesSchools: ticked(),
  }),
  subject: async (query, input, actor) =>
    input.unit === null ? { agencyId: actor.agencyId } : unitSubject(query, input.unit),
  async perform({ query, actor, clock, saveRow }, input) {
    const before =
      input.unit === null
        ? undefined
        : await query.selectFrom('unit').selectAll().where('id', '=', input.unit).executeTakeFirstOrThrow();
    const agencyId = before?.agency_id ?? actor.agencyId;
    const taken = await query
      .selectFrom('unit')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('code', '=', input.code)
      .executeTakeFirst();
    if (taken !== undefined && taken.id !== before?.id)
      throw new RefusalError(refuse('conflict:unit-code', { code: input.code }, { field: 'code' }));
    const id = before?.id ?? uuid7();
    const { seq } = await saveRow('unit', agencyId, {
      id,
      agency_id: agencyId,
      code: input.code,
      name: input.name,
      name_fold: fold(input.name),
      kind: input.kind,
      position: input.position,
      chases_schools: input.chasesSchools,
      valid_from: before?.valid_from ?? clock.today(),
      valid_to: before?.valid_to ?? null,
    });
    return { id, seq };
  },
  next: (input, result) => (input.unit === null ? unitsUrl() : unitUrl(result.id)),
});
