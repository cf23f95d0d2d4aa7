import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { oneOf, optionalId, optionalText, text, whole } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { AFFILIATED_KINDS, findAgency } from '../queries.ts';
import { namesOf, newAgencyRow, shareWithParent } from '../rows.ts';
import { agencyUrl } from '../urls.ts';
import { agencySubject } from './common.ts';

/**
 * Adds an affiliated agency below the actor's own, which reads it whole from then on, or changes an agency; every
 * version is kept. What is left out follows from the rest.
 */
export const saveAgency = defineAction({
  name: 'agency.save',
  path: '/agencies',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({
    agency: optionalId(),
    code: text(40),
    name: text(200),
    shortName: optionalText(60),
    symbol: optionalText(40),
    place: optionalText(60),
    superior: optionalText(120),
    /** The agency at the top keeps its kind whatever is sent. */
    kind: oneOf(AFFILIATED_KINDS).optional(),
    position: whole(0, 9999).default(100),
  }),
  subject: async (query, input, actor) =>
    input.agency === null ? { agencyId: actor.agencyId } : agencySubject(query, input.agency, actor),
  async perform({ query, actor, clock, saveRow, reach }, input) {
    const taken = await query
      .selectFrom('agency')
      .select('id')
      .where('code', '=', input.code)
      .executeTakeFirst();
    if (taken !== undefined && taken.id !== input.agency)
      throw new RefusalError(refuse('conflict:agency-code', { code: input.code }, { field: 'code' }));
    if (input.agency === null) {
      if (input.kind === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'kind' }));
      const parent = await findAgency(query, actor.agencyId);
      if (parent === undefined) throw new RefusalError(refuse('missing:thing'));
      const row = newAgencyRow({ ...input, kind: input.kind }, parent, uuid7(), clock.today());
      await reach([row.id]);
      const { seq } = await saveRow('agency', row.id, row);
      await shareWithParent(query, [row.id], parent.id, clock.today());
      return { id: row.id, seq };
    }
    const { seq: _, ...before } = await query
      .selectFrom('agency')
      .selectAll()
      .where('id', '=', input.agency)
      .executeTakeFirstOrThrow();
    const { code, position, superior } = input;
    await reach([before.id]);
    const { seq } = await saveRow('agency', before.id, {
      ...before,
      code,
      position,
      superior,
      ...namesOf(input, before.place),
      kind: before.parent_id === null ? before.kind : (input.kind ?? before.kind),
    });
    return { id: before.id, seq };
  },
  next: (_input, result) => agencyUrl(result.id),
});
