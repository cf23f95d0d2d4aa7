export { type AgencyDeadlines, agencyDeadlines, type DeadlinesAsked, deadlinesOf } from './deadlines.ts';
export { calendarUrl, officeHoursUrl } from './urls.ts';
