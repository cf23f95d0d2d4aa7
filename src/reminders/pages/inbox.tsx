import { tokensUrl } from '../../people/index.ts';
import { ActionButton } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { listPage } from '../../platform/lists/index.ts';
import { serverScope } from '../../platform/policy/policy.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button, ButtonRow } from '../../platform/view/index.ts';
import { countUnread, inboxList, MOST_UNREAD } from '../inbox.tsx';
import { markRead } from '../read.ts';
import { reminderUrl } from '../urls.ts';
import { reminderWords } from '../words.ts';

/** What one was reminded of. */
export const inboxPage = listPage(inboxList, async (visit) => {
  const say = reminderWords.in(visit.language);
  const { agencyId, personId } = visit.actor;
  const own = personId ?? '';
  const unread = await visit.read('inbox.use', (query) => countUnread(query, own));
  return {
    title:
      unread === 0
        ? say('inbox.title')
        : unread > MOST_UNREAD
          ? say('inbox.title.many', { count: MOST_UNREAD })
          : say('inbox.title.unread', { count: unread }),
    lead: say('inbox.lead'),
    act: (
      <ButtonRow>
        <Button href={tokensUrl()} variant="secondary">
          {say('inbox.calendar')}
        </Button>
        <ActionButton
          visit={visit}
          action="inbox.read"
          subject={{ agencyId, people: [own] }}
          refused={unread === 0 ? say('inbox.none-unread') : undefined}
          variant="secondary"
        >
          {visit.say('action.inbox.read')}
        </ActionButton>
      </ButtonRow>
    ),
  };
});

/** Leads on to what a reminder is about. Whoever goes there has read it: a mark of one's own, not a change of the office's. */
export const reminderPage = definePage(reminderUrl(':reminder'), async (visit) => {
  const id = visit.param('reminder');
  const { agencyId, personId } = visit.actor;
  if (personId === null) return refuse('unauthenticated:sign-in');
  if (!UUID.test(id)) return refuse('missing:thing');
  const reminder = await visit.house.database.write(serverScope([agencyId]), async (query) => {
    await markRead(query, visit.actor, visit.house.clock, id);
    return query
      .selectFrom('reminder')
      .select('href')
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', personId)
      .where('id', '=', id)
      .executeTakeFirst();
  });
  return reminder === undefined ? refuse('missing:thing') : { redirect: reminder.href };
});
