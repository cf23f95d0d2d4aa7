export { chaseAnswered } from './answered.ts';
export { remind, type Telling } from './reminders.ts';
