import type { Slice } from '../platform/slice.ts';
import { eraseParty } from './actions/erase-party.ts';
import { keepPartiesApart } from './actions/keep-apart.ts';
import { mergeParties, separateParty } from './actions/merge-parties.ts';
import { saveParty } from './actions/save-party.ts';
import { partyList } from './lists.tsx';
import { duplicatesPage } from './pages/duplicates.tsx';
import { erasurePage } from './pages/erasure.tsx';
import { newPartyPage, partyFormPage } from './pages/form.tsx';
import { partiesPage } from './pages/parties.tsx';
import { partyPage } from './pages/party.tsx';
import { partyGrants } from './policy.ts';
import { partySearch } from './search.ts';
import { partiesUrl } from './urls.ts';
import { verifyParties } from './verify-parties.ts';
import { partyWords } from './words.ts';

export const parties: Slice = {
  name: 'parties',
  words: partyWords,
  grants: partyGrants,
  actions: [saveParty, mergeParties, separateParty, keepPartiesApart, eraseParty],
  checks: [verifyParties],
  lists: [partyList],
  search: partySearch,
  // Addresses with a name of their own before those with an id.
  pages: [partiesPage, newPartyPage, duplicatesPage, partyPage, partyFormPage, erasurePage],
  menu: [{ group: 'dossiers', label: 'parties.menu', href: partiesUrl(), permission: 'party.read' }],
};
