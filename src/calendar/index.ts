export {
  type AgencyDeadlines,
  agencyDeadlines,
  type DeadlinesAsked,
  deadlinesOf,
  deadlinesOfAll,
} from './deadlines.ts';
export { type CalendarVersion, calendarInForce } from './in-force.ts';
export { hoursOn, officeHoursOf, type WrittenHours } from './office-hours.ts';
