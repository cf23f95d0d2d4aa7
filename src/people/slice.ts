import type { Slice } from '../platform/slice.ts';
import { changePassword } from './actions/change-password.ts';
import { setUp } from './actions/set-up.ts';
import { accountPage } from './pages/account.tsx';
import { passwordPage } from './pages/password.tsx';
import { setUpPage } from './pages/set-up.tsx';
import { signInPage } from './pages/sign-in.tsx';
import { peopleGrants } from './policy.ts';
import { addSignInRoutes } from './sign-in.ts';
import { peopleWords } from './words.ts';

export const people: Slice = {
  name: 'people',
  words: peopleWords.vi,
  grants: peopleGrants,
  actions: [setUp, changePassword],
  pages: [setUpPage, signInPage, passwordPage, accountPage],
  routes: addSignInRoutes,
};
