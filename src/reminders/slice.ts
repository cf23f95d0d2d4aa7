import type { Slice } from '../platform/slice.ts';
import { readInbox } from './actions/read-inbox.ts';
import { countUnread, inboxList } from './inbox.tsx';
import { inboxPage, reminderPage } from './pages/inbox.tsx';
import { reminderGrants } from './policy.ts';
import { remindJob } from './remind-job.ts';
import { inboxUrl } from './urls.ts';
import { reminderWords } from './words.ts';

export const reminders: Slice = {
  name: 'reminders',
  words: reminderWords,
  grants: reminderGrants,
  actions: [readInbox],
  lists: [inboxList],
  pages: [inboxPage, reminderPage],
  jobs: [remindJob],
  inbox: { href: inboxUrl(), permission: 'inbox.use', unread: countUnread },
};
