import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { ListView } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Facts } from '../../platform/view/index.ts';
import { unitList } from '../lists.tsx';
import { findAgency } from '../queries.ts';
import { affiliatedUrl, agencyUrl, importUnitsUrl, unitsUrl } from '../urls.ts';
import { agencyWords } from '../words.ts';
import { UnitInputs } from './unit-inputs.tsx';

/** The agency with its units. */
export const agenciesPage = definePage(unitsUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  const seen = visit.may('agency.read', { agencyId });
  if (!seen.allowed) return seen.reason;
  const say = agencyWords.in(visit.language);
  const agency = await visit.read('agency.read', (query) => findAgency(query, agencyId));
  if (agency === undefined) return refuse('missing:thing');
  const mayNot = visit.whyNot('agency.manage', { agencyId });
  return {
    title: agency.name,
    act: (
      <Button href={affiliatedUrl()} variant="secondary">
        {say('agencies.affiliated')}
      </Button>
    ),
    body: (
      <>
        <Facts
          facts={[
            { label: say('agency.code'), value: agency.code },
            { label: say('agency.short-name'), value: agency.shortName },
            { label: say('agency.symbol'), value: agency.symbol },
            { label: say('agency.place'), value: agency.place },
          ]}
        />
        <ButtonRow>
          <Button href={agencyUrl(agencyId)} variant="secondary" disabledReason={mayNot}>
            {say('agency.edit')}
          </Button>
          <Button href={importUnitsUrl()} variant="secondary" disabledReason={mayNot}>
            {say('unit.import')}
          </Button>
        </ButtonRow>
        <ListView visit={visit} list={unitList} />
        {mayNot === undefined ? (
          <section>
            <h2>{say('unit.add')}</h2>
            <ActionForm visit={visit} action="unit.save">
              <UnitInputs visit={visit} field={fieldsOf(visit, 'unit.save')} />
              <Button>{say('unit.save')}</Button>
            </ActionForm>
          </section>
        ) : null}
      </>
    ),
  };
});
