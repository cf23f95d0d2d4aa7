import type { Slice } from '../platform/slice.ts';
import { absenceList } from './absence-list.tsx';
import { endAbsence, saveAbsence } from './actions/absence.ts';
import { endToken, makeToken } from './actions/access-token.ts';
import { closeAccount, inviteAccounts, openAccount, reopenAccount } from './actions/account.ts';
import { changePassword } from './actions/change-password.ts';
import { chooseLanguage } from './actions/choose-language.ts';
import { chooseMail } from './actions/choose-mail.ts';
import { endPost } from './actions/end-post.ts';
import { grantPost } from './actions/grant-post.ts';
import { importPeople } from './actions/import-people.ts';
import { savePerson } from './actions/save-person.ts';
import { setUp } from './actions/set-up.ts';
import { addLanguageRoute } from './language.ts';
import { peopleList } from './lists.tsx';
import { absencesPage, newAbsencePage } from './pages/absences.tsx';
import { accountPage } from './pages/account.tsx';
import { peopleImportPages } from './pages/import.tsx';
import { passwordPage } from './pages/password.tsx';
import { newPersonPage, peoplePage } from './pages/people.tsx';
import { personPage } from './pages/person.tsx';
import { setUpPage } from './pages/set-up.tsx';
import { setUpStepsPage } from './pages/set-up-steps.tsx';
import { signInPage } from './pages/sign-in.tsx';
import { slipsPage } from './pages/slips.tsx';
import { tokensPage } from './pages/tokens.tsx';
import { peopleGrants } from './policy.ts';
import { peopleSearch } from './search.ts';
import { addSignInRoutes } from './sign-in.ts';
import { absencesUrl, peopleUrl, setUpStepsUrl } from './urls.ts';
import { peopleWords } from './words.ts';

export const people: Slice = {
  name: 'people',
  words: peopleWords,
  grants: peopleGrants,
  actions: [
    setUp,
    changePassword,
    chooseMail,
    makeToken,
    endToken,
    chooseLanguage,
    savePerson,
    grantPost,
    endPost,
    openAccount,
    inviteAccounts,
    closeAccount,
    reopenAccount,
    importPeople,
    saveAbsence,
    endAbsence,
  ],
  lists: [peopleList, absenceList],
  search: peopleSearch,
  // Addresses with a name of their own before those with an id.
  pages: [
    setUpPage,
    setUpStepsPage,
    signInPage,
    passwordPage,
    accountPage,
    tokensPage,
    peoplePage,
    newPersonPage,
    ...peopleImportPages,
    personPage,
    slipsPage,
    absencesPage,
    newAbsencePage,
  ],
  menu: [
    { group: 'organisation', label: 'people.title', href: peopleUrl(), permission: 'person.read' },
    { group: 'organisation', label: 'absences.title', href: absencesUrl(), permission: 'absence.read' },
    { group: 'organisation', label: 'steps.menu', href: setUpStepsUrl(), permission: 'agency.manage' },
  ],
  routes: (app, house) => {
    addSignInRoutes(app, house);
    addLanguageRoute(app, house);
  },
};
