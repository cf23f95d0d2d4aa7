import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalDay } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { personUrl } from '../urls.ts';
import { keepAdministrator } from './common.ts';

/** Sets the last day of a post, today unless said otherwise; what was done under it stays as it is. */
export const endPost = defineAction({
  name: 'post.end',
  path: '/posts/:post/end',
  permission: 'person.manage',
  sees: 'person.read',
  input: z.object({ post: id(), day: optionalDay() }),
  async subject(query, input) {
    const post = await query
      .selectFrom('post')
      .select('agency_id')
      .where('id', '=', input.post)
      .executeTakeFirst();
    return post && { agencyId: post.agency_id };
  },
  async perform({ query, clock }, input) {
    const post = await query
      .selectFrom('post')
      .select(['agency_id', 'person_id', 'role', 'valid_from', 'valid_to'])
      .where('id', '=', input.post)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const day = input.day ?? clock.today();
    if (day < post.valid_from) throw new RefusalError(refuse('invalid:days-order', {}, { field: 'day' }));
    if (post.valid_to !== null && post.valid_to < clock.today())
      throw new RefusalError(refuse('conflict:post-ended'));
    if (post.role === 'administrator')
      await keepAdministrator(query, post.agency_id, day, { post: input.post });
    await query
      .updateTable('post')
      .set({ valid_to: day })
      .where('agency_id', '=', post.agency_id)
      .where('id', '=', input.post)
      .execute();
    return { id: input.post, person: post.person_id };
  },
  next: (_input, result) => personUrl(result.person),
});
