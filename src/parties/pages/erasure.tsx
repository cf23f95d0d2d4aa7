import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, Checkboxes, Notice, TextArea, TextInput } from '../../platform/view/index.ts';
import { findPartyIn } from '../queries.ts';
import { partiesUrl, partyErasureUrl, partyUrl } from '../urls.ts';
import { partyWords } from '../words.ts';

/** The form by which what is known of a party is erased for good. */
export const erasurePage = definePage(partyErasureUrl(':party'), async (visit) => {
  const party = await visit.read('party.read', (query, scope) =>
    findPartyIn(query, scope.agencies, visit.param('party')),
  );
  if (party === undefined || !visit.may('party.read', { agencyId: party.agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const verdict = visit.may('party.erase', { agencyId: party.agencyId });
  if (!verdict.allowed) return verdict.reason;
  if (party.facts === null || party.mergedInto !== null) return { redirect: partyUrl(party.id) };
  const say = partyWords.in(visit.language);
  const params = { party: party.id };
  const field = fieldsOf(visit, 'party.erase', params);
  const { value, ...sure } = field('sure');
  return {
    title: say('party.erase'),
    lead: <span lang="vi">{party.facts.name}</span>,
    breadcrumbs: [
      { href: partiesUrl(), label: say('parties.title') },
      { href: partyUrl(party.id), label: party.facts.name },
    ],
    body: (
      <>
        <Notice tone="warning">{say('party.erase.warning')}</Notice>
        <ActionForm visit={visit} action="party.erase" params={params}>
          <TextArea label={say('party.erase.reason')} rows={3} {...field('reason')} />
          <TextInput
            label={say('party.erase.legal-basis')}
            hint={say('party.erase.legal-basis.hint')}
            {...field('legalBasis')}
          />
          <Checkboxes
            label={say('party.erase.confirm')}
            options={[{ value: 'on', label: say('party.erase.sure') }]}
            values={value === undefined ? [] : [value]}
            {...sure}
          />
          <Button variant="danger">{say('party.erase')}</Button>
        </ActionForm>
      </>
    ),
  };
});
