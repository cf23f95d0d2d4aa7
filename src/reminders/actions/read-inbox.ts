import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { markRead } from '../read.ts';
import { inboxUrl } from '../urls.ts';

/** Marks everything in one's inbox as read. */
export const readInbox = defineAction({
  name: 'inbox.read',
  path: '/inbox/reading',
  permission: 'inbox.use',
  sees: 'inbox.use',
  input: z.object({}),
  subject: async (_query, _input, actor) =>
    actor.personId === null ? undefined : { agencyId: actor.agencyId, people: [actor.personId] },
  async perform({ query, actor, clock }) {
    await markRead(query, actor, clock);
    return { id: actor.personId };
  },
  next: () => inboxUrl(),
});
