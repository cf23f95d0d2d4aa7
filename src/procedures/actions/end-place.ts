import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { findPlaces } from '../places.ts';
import { procedureUrl } from '../urls.ts';

/** Ends a place: from tomorrow on the procedure is neither made public nor handled there. */
export const endPlace = defineAction({
  name: 'place.end',
  path: '/procedure-places/:place/end',
  permission: 'place.keep',
  sees: 'publication.read',
  input: z.object({ place: id(), procedure: id() }),
  subject: async (query, { place }) => {
    const [row] = await findPlaces(query, [place]);
    return row && { agencyId: row.agency_id };
  },
  async perform({ query, clock, saveRow }, { place }) {
    const row = await query
      .selectFrom('procedure_place')
      .selectAll()
      .where('id', '=', place)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (row.valid_to !== null) throw new RefusalError(refuse('conflict:place-ended'));
    const { seq } = await saveRow(
      'procedure_place',
      row.agency_id,
      { ...row, valid_to: clock.today() },
      false,
    );
    return { id: row.id, seq };
  },
  next: ({ procedure }) => `${procedureUrl(procedure)}#places`,
});
