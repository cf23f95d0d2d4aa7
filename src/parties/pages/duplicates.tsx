import { ActionButton } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { ButtonRow, DataTable } from '../../platform/view/index.ts';
import { type Duplicate, likelyDuplicates } from '../duplicates.ts';
import { keepersSubject } from '../policy.ts';
import type { Party } from '../queries.ts';
import { maskedNumber, partyName } from '../shown.ts';
import { duplicatesUrl, partiesUrl, partyUrl } from '../urls.ts';
import { partyWords } from '../words.ts';

/** Who among the newest is likely known already. */
export const duplicatesPage = definePage(duplicatesUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  const subject = await visit.read('party.read', (query) => keepersSubject(query, agencyId));
  const verdict = visit.may('party.keep', subject);
  if (!verdict.allowed) return verdict.reason;
  const say = partyWords.in(visit.language);
  const duplicates = await visit.read('party.read', (query) => likelyDuplicates(query, agencyId));
  return {
    title: say('duplicates.title'),
    lead: say('duplicates.lead'),
    width: 'wide',
    breadcrumbs: [{ href: partiesUrl(), label: say('parties.title') }],
    body: <DuplicateTable visit={visit} duplicates={duplicates} subject={subject} />,
  };
});

/** Pairs that are likely the same, why, and what can be done. */
export function DuplicateTable({
  visit,
  duplicates,
  subject,
}: {
  visit: Visit;
  duplicates: readonly Duplicate[];
  subject: Subject;
}) {
  const say = partyWords.in(visit.language);
  return (
    <DataTable
      id="duplicates"
      caption={say('duplicates.title')}
      captionHidden
      rows={duplicates}
      empty={{ text: say('duplicates.empty') }}
      columns={[
        {
          key: 'first',
          label: say('duplicates.first'),
          rowHeader: true,
          cell: ({ first }) => <Named visit={visit} party={first} />,
        },
        {
          key: 'second',
          label: say('duplicates.second'),
          cell: ({ second }) => <Named visit={visit} party={second} />,
        },
        {
          key: 'reasons',
          label: say('duplicates.reasons'),
          width: 'broad',
          cell: ({ reasons }) => reasons.map((reason) => visit.say(`party.likeness.${reason}`)).join('; '),
        },
        {
          key: 'acts',
          label: say('duplicates.acts'),
          cell: ({ first, second }) => (
            <ButtonRow>
              <ActionButton
                visit={visit}
                action="party.merge"
                params={{ party: second.id }}
                hidden={{ into: first.id }}
                subject={subject}
                small
                variant="secondary"
              >
                {say('party.merge')}
              </ActionButton>
              <ActionButton
                visit={visit}
                action="party.keep-apart"
                params={{ party: second.id }}
                hidden={{ other: first.id }}
                subject={subject}
                small
                variant="secondary"
              >
                {say('party.keep-apart')}
              </ActionButton>
            </ButtonRow>
          ),
        },
      ]}
    />
  );
}

function Named({ visit, party }: { visit: Visit; party: Party }) {
  const number = maskedNumber(party.facts);
  return (
    <>
      <a href={partyUrl(party.id)} lang="vi">
        {partyName(party, visit.language)}
      </a>
      {number === null ? null : <span class="hint">{` · ${number}`}</span>}
    </>
  );
}
