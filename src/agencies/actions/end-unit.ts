import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalDay } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { unitUrl } from '../urls.ts';
import { unitSubject } from './common.ts';

/** Sets the last day of a unit, or takes it back where no day is given; what it has done keeps its name. */
export const endUnit = defineAction({
  name: 'unit.end',
  path: '/units/:unit/end',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({ unit: id(), day: optionalDay() }),
  subject: (query, input) => unitSubject(query, input.unit),
  async perform({ query, saveRow }, input) {
    const { seq: _, ...before } = await query
      .selectFrom('unit')
      .selectAll()
      .where('id', '=', input.unit)
      .executeTakeFirstOrThrow();
    if (input.day !== null && input.day < before.valid_from)
      throw new RefusalError(refuse('invalid:end-before-start', {}, { field: 'day' }));
    return {
      id: input.unit,
      ...(await saveRow('unit', before.agency_id, { ...before, valid_to: input.day })),
    };
  },
  next: (input) => unitUrl(input.unit),
});
