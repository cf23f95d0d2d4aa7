import type { Slice } from '../platform/slice.ts';
import { readInbox } from './actions/read-inbox.ts';
import { addCalendarFeed } from './calendar-feed.ts';
import { countUnread, inboxList } from './inbox.tsx';
import { mailJob } from './mail/mail-job.ts';
import { mailList, mailsPage } from './mail/mail-list.tsx';
import { inboxPage, reminderPage } from './pages/inbox.tsx';
import { reminderGrants } from './policy.ts';
import { remindJob } from './remind-job.ts';
import { inboxUrl, mailsUrl } from './urls.ts';
import { reminderWords } from './words.ts';

export const reminders: Slice = {
  name: 'reminders',
  words: reminderWords,
  grants: reminderGrants,
  actions: [readInbox],
  lists: [inboxList, mailList],
  pages: [inboxPage, reminderPage, mailsPage],
  jobs: [remindJob, mailJob],
  menu: [{ group: 'organisation', label: 'mails.title', href: mailsUrl(), permission: 'mail.read' }],
  routes: addCalendarFeed,
  inbox: { href: inboxUrl(), permission: 'inbox.use', unread: countUnread },
};
