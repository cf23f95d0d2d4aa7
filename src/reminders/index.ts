export { remind, type Telling } from './reminders.ts';
