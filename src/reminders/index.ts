export { letAnsweredPass, remind, type Telling } from './reminders.ts';
