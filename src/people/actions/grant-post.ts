import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, oneOf, optionalDay, optionalId } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { personUrl } from '../urls.ts';
import { agencyOfPerson, HELD_ROLES, personSubject, UNIT_ROLES } from './common.ts';

/** Gives a person a role, in the whole agency or in one unit, from a day and perhaps to a day. */
export const grantPost = defineAction({
  name: 'post.grant',
  path: '/people/:person/posts',
  permission: 'person.manage',
  sees: 'person.read',
  input: z.object({
    person: id(),
    role: oneOf(HELD_ROLES as ['administrator', ...typeof HELD_ROLES]),
    unit: optionalId(),
    from: optionalDay(),
    to: optionalDay(),
  }),
  subject: (query, input) => personSubject(query, input.person),
  async perform({ query, clock }, input) {
    const agencyId = await agencyOfPerson(query, input.person);
    const from = input.from ?? clock.today();
    if (input.to !== null && input.to < from)
      throw new RefusalError(refuse('invalid:days-order', {}, { field: 'to' }));
    if (input.unit === null && UNIT_ROLES.includes(input.role))
      throw new RefusalError(refuse('invalid:role-needs-unit', {}, { field: 'unit' }));
    const unit =
      input.unit === null
        ? null
        : await query
            .selectFrom('unit')
            .select('id')
            .where('agency_id', '=', agencyId)
            .where('id', '=', input.unit)
            .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
            .executeTakeFirst();
    if (unit === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'unit' }));
    const held = await query
      .selectFrom('post')
      .select(['valid_from', 'valid_to'])
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', input.person)
      .where('role', '=', input.role)
      .where('unit_id', 'is not distinct from', input.unit)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
      .$if(input.to !== null, (held) => held.where('valid_from', '<=', input.to ?? from))
      .executeTakeFirst();
    if (held !== undefined)
      throw new RefusalError(
        refuse('conflict:post-held', { from: formatDate(held.valid_from) }, { field: 'role' }),
      );
    const id = uuid7();
    await query
      .insertInto('post')
      .values({
        agency_id: agencyId,
        id,
        person_id: input.person,
        role: input.role,
        unit_id: input.unit,
        valid_from: from,
        valid_to: input.to,
      })
      .execute();
    return { id };
  },
  next: (input) => personUrl(input.person),
});
