import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { listPage } from '../../platform/lists/index.ts';
import { Button, ButtonRow } from '../../platform/view/index.ts';
import { affiliatedList } from '../lists.tsx';
import { affiliatedUrl, importAgenciesUrl, newAgencyUrl, unitsUrl } from '../urls.ts';
import { agencyWords } from '../words.ts';
import { AgencyInputs } from './agency-inputs.tsx';

/** The agencies below the actor's own. */
export const affiliatedPage = listPage(affiliatedList, (visit) => {
  const say = agencyWords.in(visit.language);
  const mayNot = visit.whyNot('agency.manage', { agencyId: visit.actor.agencyId });
  return {
    breadcrumbs: [{ href: unitsUrl(), label: say('agencies.menu') }],
    act: (
      <ButtonRow>
        <Button href={newAgencyUrl()} disabledReason={mayNot}>
          {say('agency.add')}
        </Button>
        <Button href={importAgenciesUrl()} variant="secondary" disabledReason={mayNot}>
          {say('agency.import')}
        </Button>
      </ButtonRow>
    ),
  };
});

/** The form that adds an affiliated agency. */
export const newAgencyPage = definePage(newAgencyUrl(), async (visit) => {
  const verdict = visit.may('agency.manage', { agencyId: visit.actor.agencyId });
  if (!verdict.allowed) return verdict.reason;
  const say = agencyWords.in(visit.language);
  return {
    title: say('agency.add'),
    breadcrumbs: [
      { href: unitsUrl(), label: say('agencies.menu') },
      { href: affiliatedUrl(), label: say('agencies.affiliated') },
    ],
    body: (
      <ActionForm visit={visit} action="agency.save">
        <AgencyInputs visit={visit} field={fieldsOf(visit, 'agency.save')} />
        <Button>{say('unit.save')}</Button>
      </ActionForm>
    ),
  };
});
