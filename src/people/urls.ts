export const signInUrl = () => '/sign-in';
export const setUpUrl = () => '/set-up';
export const setUpStepsUrl = () => '/set-up/steps';
export const accountUrl = () => '/account';
export const tokensUrl = (made?: string) => `/account/tokens${made === undefined ? '' : `?made=${made}`}`;
/** Where calendar programs read one's last days; the token is the last part of the address. */
export const calendarFeedUrl = (token: string) => `/calendar/${token}.ics`;
export const passwordUrl = () => '/password';
export const absencesUrl = () => '/absences';
export const newAbsenceUrl = (person?: string) =>
  person === undefined ? '/absences/new' : `/absences/new?person=${person}`;
export const peopleUrl = (agency?: string) =>
  agency === undefined ? '/people' : `/people?agency=${encodeURIComponent(agency)}`;
export const newPersonUrl = (agency?: string) =>
  agency === undefined ? '/people/new' : `/people/new?agency=${encodeURIComponent(agency)}`;
export const personUrl = (person: string) => `/people/${person}`;
export const importPeopleUrl = (file?: string) =>
  file === undefined ? '/people/import' : `/people/import/${file}`;
export const slipsUrl = (batch: string) => `/invitations/${batch}`;
