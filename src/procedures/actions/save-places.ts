import { z } from 'zod';
import { findAgency } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { id, many, oneOf, optionalText, ticked } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { PLACE_KINDS } from '../domain/place.ts';
import { keepPlace } from '../places.ts';
import { aboveAgencies, findProcedure } from '../queries.ts';
import { procedureUrl } from '../urls.ts';

/** Says at which agencies a procedure is made public, and whether their desks take dossiers of it. */
export const savePlaces = defineAction({
  name: 'place.save',
  path: '/procedures/:procedure/places',
  permission: 'place.keep',
  sees: 'procedure.read',
  input: z.object({
    procedure: id(),
    agencies: many(id()).pipe(z.array(z.string()).min(1, 'choose').max(500, 'too-many')),
    kind: oneOf(PLACE_KINDS),
    handles: ticked(),
    where: optionalText(300),
  }),
  // Whoever sets places of several agencies must reach each; the farthest decides.
  subject: async (query, { procedure, agencies }, actor) => {
    const row = await findProcedure(query, procedure);
    if (row === undefined || row.state === 'draft') return undefined;
    const found = await Promise.all(agencies.map((agency) => findAgency(query, agency)));
    if (found.includes(undefined)) return undefined;
    return { agencyId: agencies.find((agency) => agency !== actor.agencyId) ?? actor.agencyId };
  },
  async perform(performing, { procedure, agencies, ...fields }) {
    const { query, post, clock, reach } = performing;
    const row = await findProcedure(query, procedure);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (row.state === 'abolished')
      throw new RefusalError(refuse('conflict:procedure-abolished', { day: row.abolished_from ?? '' }));
    const reached = [post.agencyId, ...post.lineage];
    if (agencies.some((agency) => !reached.includes(agency)))
      throw new RefusalError(refuse('forbidden:out-of-reach', { permission: 'place.keep' }));
    await refuseStrangers(performing, row.agency_id, agencies);
    await reach(agencies);
    for (const agency of new Set(agencies))
      await keepPlace(performing, agency, row, { ...fields, from: clock.today() });
    return { id: row.id };
  },
  next: ({ procedure }) => `${procedureUrl(procedure)}#places`,
});

/** A procedure is handled by the agency that keeps its catalogue, or by those below it. */
async function refuseStrangers(
  { query }: Parameters<typeof keepPlace>[0],
  keeper: string,
  agencies: readonly string[],
): Promise<void> {
  for (const agency of agencies) {
    const { rows } = await aboveAgencies([agency]).$castTo<{ id: string }>().execute(query);
    if (!rows.some(({ id: above }) => above === keeper))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'agencies' }));
  }
}
