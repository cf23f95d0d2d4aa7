import type { Slice } from '../platform/slice.ts';
import { saveParty } from './actions/save-party.ts';
import { partyGrants } from './policy.ts';
import { partyWords } from './words.ts';

export const parties: Slice = {
  name: 'parties',
  words: partyWords,
  grants: partyGrants,
  actions: [saveParty],
};
