export { identifyToken } from './access-tokens.ts';
export {
  agencyAndPersonOf,
  listPeopleOfAgency,
  listPeopleOfUnits,
  namesOfAccounts,
  namesOfPeople,
  type PersonOfUnit,
} from './directory.ts';
export { EMAIL } from './domain/login.ts';
export { nameAndPosition } from './name-and-position.ts';
export { headsOfUnits, mailAddresses, peopleInCharge, peopleInOffice, standInsOn } from './on-duty.ts';
export { findActor, identify, lineageOf } from './sessions.ts';
export { accountUrl, calendarFeedUrl, signInUrl, tokensUrl } from './urls.ts';
export { visitorOf } from './visitor.ts';
