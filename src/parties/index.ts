export { PARTY_KINDS, type PartyFacts, type PartyInput, type PartyKind } from './domain/facts.ts';
export { maskNumber, normaliseTelephone } from './domain/numbers.ts';
export { optionalPartyFields, partyFields } from './fields.ts';
export { type GivenParty, keepParties, keepParty } from './keep-party.ts';
export { PartyFieldset, type PartyFieldsetProps } from './pages/fieldset.tsx';
export { findParty, type Party, type PartyRef, partiesOf } from './queries.ts';
export { validateIdentityNumber, validateTaxCode } from './rules.ts';
export { foundParties, type PartyHit, searchParties } from './search-parties.ts';
export { partyUrl } from './urls.ts';
