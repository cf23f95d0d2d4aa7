import { agencyNames, VersionHistory } from '../../agencies/index.ts';
import { namesOfAccounts } from '../../people/index.ts';
import { ActionButton } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Facts, Notice } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { FACTS, FACTS_OF, type PartyFacts } from '../domain/facts.ts';
import { formatTaxCode, maskNumber } from '../domain/numbers.ts';
import { likelyDuplicates } from '../duplicates.ts';
import { keepersSubject } from '../policy.ts';
import {
  erasureOf,
  findPartyIn,
  mergedParties,
  newestParties,
  type Party,
  versionsOfParty,
} from '../queries.ts';
import { doubtsOf, partyName } from '../shown.ts';
import { partiesUrl, partyErasureUrl, partyFormUrl, partyUrl } from '../urls.ts';
import { partyWords } from '../words.ts';
import { DuplicateTable } from './duplicates.tsx';

/** A party: what is known of it, with whole numbers for those who keep it; its versions, and who is likely the same. */
export const partyPage = definePage(partyUrl(':party'), async (visit) => {
  const found = await visit.read('party.read', async (query, scope) => {
    const party = await findPartyIn(query, scope.agencies, visit.param('party'));
    return party && { party, subject: await keepersSubject(query, party.agencyId) };
  });
  if (found === undefined || !visit.may('party.read', found.subject).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { party, subject } = found;
  const keeps = visit.may('party.keep', subject).allowed;
  const say = partyWords.in(visit.language);
  const more = await visit.read('party.read', async (query) => ({
    agency: party.agencyOf && (await agencyNames(query, [party.agencyOf])).get(party.agencyOf),
    into:
      party.mergedInto === null
        ? []
        : await newestParties(query, [{ agency_id: party.agencyId, party_id: party.mergedInto }]),
    merged: await mergedParties(query, party.agencyId, party.id),
    erasure: party.facts === null ? await erasureOf(query, party) : undefined,
    versions: keeps ? await versionsOfParty(query, party.agencyId, party.id) : [],
    duplicates:
      keeps && party.facts !== null && party.mergedInto === null
        ? await likelyDuplicates(query, party.agencyId, { party: party.id })
        : [],
  }));
  return {
    title: partyName(party, visit.language),
    kicker: say(`party.kind.${party.kind}`),
    breadcrumbs: [{ href: partiesUrl(), label: say('parties.title') }],
    body: (
      <>
        <Merged visit={visit} party={party} into={more.into} subject={subject} />
        {more.erasure === undefined ? null : (
          <Notice tone="info" title={say('party.erased.notice')}>
            {say('party.erased.why', {
              when: formatShortInstant(more.erasure.officeTime),
              reason: more.erasure.reason,
              basis: more.erasure.legalBasis,
            })}
          </Notice>
        )}
        {party.facts === null ? null : (
          <>
            <KnownFacts
              visit={visit}
              party={party}
              facts={party.facts}
              keeps={keeps}
              agency={more.agency ?? null}
            />
            {party.mergedInto === null ? <Acts visit={visit} party={party} subject={subject} /> : null}
          </>
        )}
        {more.merged.length === 0 ? null : (
          <section>
            <h2>{say('party.merged-from')}</h2>
            <ul>
              {more.merged.map((one) => (
                <li>
                  <a href={partyUrl(one.id)} lang="vi">
                    {partyName(one, visit.language)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {more.duplicates.length === 0 ? null : (
          <section>
            <h2>{say('duplicates.title')}</h2>
            <DuplicateTable visit={visit} duplicates={more.duplicates} subject={subject} />
          </section>
        )}
        {keeps && party.facts !== null ? <Versions visit={visit} versions={more.versions} /> : null}
      </>
    ),
  };
});

function KnownFacts({
  visit,
  party,
  facts,
  keeps,
  agency,
}: {
  visit: Visit;
  party: Party;
  facts: PartyFacts;
  keeps: boolean;
  agency: string | null;
}) {
  const say = partyWords.in(visit.language);
  const others = FACTS_OF[party.kind === 'individual' ? 'organisation' : 'individual'];
  const shown = FACTS.filter(
    (fact) => fact !== 'name' && !others.includes(fact) && (keeps || !HIDDEN.includes(fact)),
  );
  const doubts = keeps ? doubtsOf(facts) : [];
  return (
    <>
      {doubts.map((doubt) => (
        <Notice tone="warning">{visit.say(`party.doubt.${doubt}`)}</Notice>
      ))}
      <Facts
        facts={[
          ...shown.map((fact) => ({
            label: visit.say(FACT_LABELS[fact]),
            value: written(fact, facts[fact], keeps),
          })),
          ...(agency === null
            ? []
            : [{ label: say('party.agency-of'), value: <span lang="vi">{agency}</span> }]),
        ]}
      />
      {keeps ? null : <p class="hint">{say('party.masked')}</p>}
    </>
  );
}

/** What only those who keep parties see. */
const HIDDEN: readonly (keyof PartyFacts)[] = ['dateOfBirth', 'email', 'address'];
const NUMBERS: readonly (keyof PartyFacts)[] = ['identityNumber', 'taxCode', 'telephone'];

const FACT_LABELS: Readonly<Record<keyof PartyFacts, string>> = {
  name: 'party.name',
  identityNumber: 'party.identity-number',
  dateOfBirth: 'party.date-of-birth',
  taxCode: 'party.tax-code',
  decisionNumber: 'party.decision-number',
  telephone: 'party.telephone',
  email: 'party.email',
  address: 'party.address',
  representativeName: 'party.representative-name',
  representativePosition: 'party.representative-position',
};

function written(fact: keyof PartyFacts, value: string | null, whole: boolean) {
  if (value === null) return null;
  if (fact === 'dateOfBirth') return formatDate(value);
  if (NUMBERS.includes(fact) && !whole) return maskNumber(value);
  if (fact === 'taxCode') return formatTaxCode(value);
  if (NUMBERS.includes(fact)) return value;
  return <span lang="vi">{value}</span>;
}

function Acts({ visit, party, subject }: { visit: Visit; party: Party; subject: Subject }) {
  const say = partyWords.in(visit.language);
  const mayErase = visit.may('party.erase', subject).allowed;
  return (
    <ButtonRow>
      <Button href={partyFormUrl(party.id)} disabledReason={visit.whyNot('party.keep', subject)}>
        {say('party.edit')}
      </Button>
      {mayErase ? (
        <Button href={partyErasureUrl(party.id)} variant="danger">
          {say('party.erase')}
        </Button>
      ) : null}
    </ButtonRow>
  );
}

function Merged({
  visit,
  party,
  into,
  subject,
}: {
  visit: Visit;
  party: Party;
  into: readonly Party[];
  subject: Subject;
}) {
  const say = partyWords.in(visit.language);
  return (
    <>
      {into.map((one) => (
        <Notice tone="info" title={say('party.merged')}>
          <p>
            <a href={partyUrl(one.id)} lang="vi">
              {partyName(one, visit.language)}
            </a>
          </p>
          {party.facts === null ? null : (
            <ActionButton
              visit={visit}
              action="party.separate"
              params={{ party: party.id }}
              subject={subject}
              variant="secondary"
              small
            >
              {say('party.separate')}
            </ActionButton>
          )}
        </Notice>
      ))}
    </>
  );
}

/** What a party was known by, from one version to the next. */
async function Versions({ visit, versions }: { visit: Visit; versions: readonly Party[] }) {
  const accounts = await visit.read('party.read', (query) =>
    namesOfAccounts(
      query,
      versions.flatMap((one) => one.account ?? []),
    ),
  );
  return (
    <VersionHistory
      visit={visit}
      versions={versions.map((one, at) => ({
        seq: one.version,
        recordedAt: one.recordedAt,
        who: one.account === null ? null : (accounts.get(one.account) ?? null),
        changes: changesBetween(versions[at + 1]?.facts, one.facts),
      }))}
      label={(fact) => visit.say(FACT_LABELS[fact as keyof PartyFacts])}
      show={(fact, value) => (fact === 'dateOfBirth' ? formatDate(value) : value)}
    />
  );
}

function changesBetween(before: PartyFacts | null | undefined, after: PartyFacts | null) {
  if (!before || !after) return [];
  return FACTS.filter((fact) => before[fact] !== after[fact]).map((fact) => ({
    column: fact,
    before: before[fact] ?? '',
    after: after[fact] ?? '',
  }));
}
