import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalDay, optionalId } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { agencyUrl } from '../urls.ts';

/**
 * Sets the last day of an affiliated agency, and which one succeeds it; without a day it takes that back. The agency at
 * the top of the installation cannot end.
 */
export const endAgency = defineAction({
  name: 'agency.end',
  path: '/agencies/:agency/end',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({ agency: id(), day: optionalDay(), successor: optionalId() }),
  async subject(query, input) {
    const agency = await query
      .selectFrom('agency')
      .select('parent_id')
      .where('id', '=', input.agency)
      .executeTakeFirst();
    return agency?.parent_id ? { agencyId: agency.parent_id } : undefined;
  },
  async perform({ query, saveRow, reach }, input) {
    const { seq: _, ...before } = await query
      .selectFrom('agency')
      .selectAll()
      .where('id', '=', input.agency)
      .executeTakeFirstOrThrow();
    if (input.day !== null && input.day < before.valid_from)
      throw new RefusalError(refuse('invalid:end-before-start', {}, { field: 'day' }));
    const successor =
      input.successor === null
        ? null
        : await query
            .selectFrom('agency')
            .select('id')
            .where('id', '=', input.successor)
            .where('id', '!=', input.agency)
            .executeTakeFirst();
    if (successor === undefined || (successor !== null && input.day === null))
      throw new RefusalError(refuse('invalid:choose', {}, { field: successor ? 'day' : 'successor' }));
    await reach([before.id]);
    const { seq } = await saveRow('agency', before.id, {
      ...before,
      valid_to: input.day,
      successor_id: successor?.id ?? null,
    });
    return { id: before.id, seq };
  },
  next: (input) => agencyUrl(input.agency),
});
