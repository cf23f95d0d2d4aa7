export {
  type AgencyDeadlines,
  agencyDeadlines,
  type DeadlinesAsked,
  deadlinesOf,
  deadlinesOfAll,
} from './deadlines.ts';
export { calendarUrl, officeHoursUrl } from './urls.ts';
