import { findAgency } from '../../agencies/index.ts';
import { ActionForm } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import { Button } from '../../platform/view/index.ts';
import { keepersSubject } from '../policy.ts';
import { findPartyIn } from '../queries.ts';
import { newPartyUrl, partiesUrl, partyFormUrl, partyUrl } from '../urls.ts';
import { partyWords } from '../words.ts';
import { PartyFieldset } from './fieldset.tsx';

/** The form that adds a party; one of an agency of the house where the address names it. */
export const newPartyPage = definePage(newPartyUrl(), async (visit) => {
  const subject = await visit.read('party.read', (query) => keepersSubject(query, visit.actor.agencyId));
  const verdict = visit.may('party.keep', subject);
  if (!verdict.allowed) return verdict.reason;
  const say = partyWords.in(visit.language);
  const wanted = visit.url.searchParams.get('agency') ?? '';
  const agency = UUID.test(wanted)
    ? await visit.read('party.read', (query) => findAgency(query, wanted))
    : undefined;
  return {
    title: say('party.add'),
    breadcrumbs: [{ href: partiesUrl(), label: say('parties.title') }],
    body: (
      <ActionForm visit={visit} action="party.save">
        <PartyFieldset
          visit={visit}
          action="party.save"
          prefix="party"
          legend={say('party.facts')}
          legendHidden
          party={agency && { agencyOf: agency.id, kind: 'organisation', facts: { name: agency.name } }}
        />
        <Button>{say('party.save')}</Button>
      </ActionForm>
    ),
  };
});

/** The form that changes what is known of a party. */
export const partyFormPage = definePage(partyFormUrl(':party'), async (visit) => {
  const found = await visit.read('party.read', async (query, scope) => {
    const party = await findPartyIn(query, scope.agencies, visit.param('party'));
    return party && { party, subject: await keepersSubject(query, party.agencyId) };
  });
  if (found === undefined || !visit.may('party.read', found.subject).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { party, subject } = found;
  const verdict = visit.may('party.keep', subject);
  if (!verdict.allowed) return verdict.reason;
  if (party.facts === null || party.mergedInto !== null) return { redirect: partyUrl(party.id) };
  const say = partyWords.in(visit.language);
  return {
    title: say('party.edit'),
    lead: <span lang="vi">{party.facts.name}</span>,
    breadcrumbs: [
      { href: partiesUrl(), label: say('parties.title') },
      { href: partyUrl(party.id), label: party.facts.name },
    ],
    body: (
      <ActionForm visit={visit} action="party.save" hidden={{ version: String(party.version) }}>
        <PartyFieldset
          visit={visit}
          action="party.save"
          prefix="party"
          legend={say('party.facts')}
          legendHidden
          party={party}
        />
        <Button>{say('party.save')}</Button>
      </ActionForm>
    ),
  };
});
