import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { optionalId, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { fold } from '../../pure/vietnamese/index.ts';
import { personUrl } from '../urls.ts';
import { optionalEmail, personSubject } from './common.ts';

/** Adds a person to an agency, the actor's own unless said otherwise, or changes one; every version is kept. */
export const savePerson = defineAction({
  name: 'person.save',
  path: '/people',
  permission: 'person.manage',
  sees: 'person.read',
  input: z.object({
    agency: optionalId(),
    person: optionalId(),
    name: text(120),
    position: text(120),
    email: optionalEmail(),
    telephone: optionalText(40),
  }),
  subject: async (query, input, actor) =>
    input.person === null ? { agencyId: input.agency ?? actor.agencyId } : personSubject(query, input.person),
  async perform({ query, actor, clock, saveRow }, input) {
    const before =
      input.person === null
        ? undefined
        : await query
            .selectFrom('person')
            .selectAll()
            .where('id', '=', input.person)
            .executeTakeFirstOrThrow();
    const agencyId = before?.agency_id ?? input.agency ?? actor.agencyId;
    const id = before?.id ?? uuid7();
    if (input.email !== null) {
      const same = await query
        .selectFrom('person')
        .select(['id', 'name'])
        .where('agency_id', '=', agencyId)
        .where('email', '=', input.email)
        .where('id', '!=', id)
        .executeTakeFirst();
      if (same !== undefined)
        throw new RefusalError(refuse('conflict:email', { name: same.name }, { field: 'email' }));
    }
    const { seq } = await saveRow('person', agencyId, {
      id,
      agency_id: agencyId,
      name: input.name,
      name_fold: fold(input.name),
      position: input.position,
      email: input.email,
      telephone: input.telephone,
      valid_from: before?.valid_from ?? clock.today(),
      valid_to: before?.valid_to ?? null,
    });
    return { id, seq };
  },
  next: (_input, result) => personUrl(result.id),
});
