export { columnsOf as partyColumns, seal as sealParty } from './content.ts';
export type { PartyFacts, PartyInput, PartyKind } from './domain/facts.ts';
export { optionalPartyFields, partyFields } from './fields.ts';
export { type GivenParty, keepParties, keepParty } from './keep-party.ts';
export { PartyFieldset, type PartyFieldsetProps } from './pages/fieldset.tsx';
export { findParty, type Party, type PartyRef, partiesOf } from './queries.ts';
export { foundParties, type PartyHit, searchParties } from './search-parties.ts';
export { partyUrl } from './urls.ts';
