import type { Slice } from '../platform/slice.ts';
import { closeAccount, inviteAccounts, openAccount, reopenAccount } from './actions/account.ts';
import { changePassword } from './actions/change-password.ts';
import { endPost } from './actions/end-post.ts';
import { grantPost } from './actions/grant-post.ts';
import { savePerson } from './actions/save-person.ts';
import { setUp } from './actions/set-up.ts';
import { accountPage } from './pages/account.tsx';
import { passwordPage } from './pages/password.tsx';
import { setUpPage } from './pages/set-up.tsx';
import { signInPage } from './pages/sign-in.tsx';
import { peopleGrants } from './policy.ts';
import { peopleSearch } from './search.ts';
import { addSignInRoutes } from './sign-in.ts';
import { peopleWords } from './words.ts';

export const people: Slice = {
  name: 'people',
  words: peopleWords.vi,
  grants: peopleGrants,
  actions: [
    setUp,
    changePassword,
    savePerson,
    grantPost,
    endPost,
    openAccount,
    inviteAccounts,
    closeAccount,
    reopenAccount,
  ],
  search: peopleSearch,
  pages: [setUpPage, signInPage, passwordPage, accountPage],
  routes: addSignInRoutes,
};
