import type { Visit } from '../../platform/http/visit.ts';
import { listPage } from '../../platform/lists/index.ts';
import { Button, ButtonRow } from '../../platform/view/index.ts';
import { partyList } from '../lists.tsx';
import { keepersSubject } from '../policy.ts';
import { duplicatesUrl, newPartyUrl } from '../urls.ts';
import { partyWords } from '../words.ts';

/** Why the visitor may not keep parties of the own agency, in words; undefined where it is allowed. */
export async function whyNotKeep(visit: Visit): Promise<string | undefined> {
  const subject = await visit.read('party.read', (query) => keepersSubject(query, visit.actor.agencyId));
  return visit.whyNot('party.keep', subject);
}

/** Whom dossiers concern, to search by a few letters or a number. */
export const partiesPage = listPage(partyList, async (visit) => {
  const say = partyWords.in(visit.language);
  const whyNot = await whyNotKeep(visit);
  return {
    lead: say('parties.lead'),
    act: (
      <ButtonRow>
        <Button href={newPartyUrl()} disabledReason={whyNot}>
          {say('party.add')}
        </Button>
        {whyNot === undefined ? (
          <Button href={duplicatesUrl()} variant="secondary">
            {say('parties.duplicates')}
          </Button>
        ) : null}
      </ButtonRow>
    ),
  };
});
