import type { Slice } from '../platform/slice.ts';
import { saveHours } from './actions/save-hours.ts';
import { saveNotice } from './actions/save-notice.ts';
import { approveNotice, declineNotice } from './actions/settle-notice.ts';
import { keepCalendarJob } from './keep-job.ts';
import { calendarPage } from './pages/calendar.tsx';
import { agencyHoursPage, officeHoursPage } from './pages/hours.tsx';
import { newNoticePage } from './pages/new-notice.tsx';
import { noticePage } from './pages/notice.tsx';
import { calendarGrants } from './policy.ts';
import { calendarUrl, officeHoursUrl } from './urls.ts';
import { calendarWords } from './words.ts';

export const calendar: Slice = {
  name: 'calendar',
  words: calendarWords,
  grants: calendarGrants,
  actions: [saveHours, saveNotice, approveNotice, declineNotice],
  jobs: [keepCalendarJob],
  pages: [calendarPage, newNoticePage, noticePage, officeHoursPage, agencyHoursPage],
  menu: [
    { group: 'organisation', label: 'calendar.menu', href: calendarUrl(), permission: 'calendar.read' },
    {
      group: 'organisation',
      label: 'office-hours.menu',
      href: officeHoursUrl(),
      permission: 'calendar.read',
    },
  ],
};
