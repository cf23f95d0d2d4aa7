import { listUnits } from '../../../agencies/index.ts';
import { ActionForm, actionPath, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, DataTable, EmptyState, Select } from '../../../platform/view/index.ts';
import { writtenUnits } from '../../domain/draft.ts';
import { unitResolver } from '../../readings.ts';
import { plansUrl, planUnitsUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { draftOfVisit } from './drafters-only.ts';

/** Which unit each name in the plan stands for. */
export const planUnitsPage = definePage('/plans/:plan/units', async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const { units, unitOf } = await visit.read('plan.draft', async (query) => ({
    units: await listUnits(query, visit.actor.agencyId),
    unitOf: await unitResolver(query, visit.actor.agencyId),
  }));
  const names = writtenUnits(drafted.draft);
  const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
  return {
    title: say('units.title'),
    lead:
      names.every((name) => unitOf(name) !== undefined) && names.length > 0
        ? say('units.done')
        : say('units.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: reviewUrl(plan), label: say('item.back') },
      { href: planUnitsUrl(plan), label: say('units.title'), current: true },
    ],
    body:
      names.length === 0 ? (
        <EmptyState>{say('units.none')}</EmptyState>
      ) : (
        <DataTable
          id="unit-names"
          caption={say('units.title')}
          captionHidden
          rows={names.map((written, index) => ({ written, index }))}
          empty={{ text: say('units.none') }}
          columns={[
            { key: 'written', label: say('units.written'), rowHeader: true, cell: ({ written }) => written },
            {
              key: 'unit',
              label: say('units.unit'),
              cell: ({ written, index }) => (
                <ActionForm
                  visit={visit}
                  action="unit_name.remember"
                  hidden={{ written, next: planUnitsUrl(plan) }}
                  layout="inline"
                  keep={false}
                >
                  <Select
                    label={`${say('units.unit')}: ${written}`}
                    labelHidden
                    options={options}
                    {...unitField(visit, written, unitOf(written), index)}
                  />
                  <Button variant="secondary" small>
                    {say('units.save')}
                  </Button>
                </ActionForm>
              ),
            },
          ]}
        />
      ),
  };
});

/** Many forms of one action stand here; a refused one is told by the name that it maps. */
function unitField(visit: Visit, written: string, unit: string | undefined, index: number) {
  const failed = visit.failedForm('unit_name.remember', actionPath(visit, 'unit_name.remember'));
  const own = failed?.form.typed.get('written')?.[0] === written;
  return own
    ? fieldsOf(visit, 'unit_name.remember')('unit', unit)
    : { name: 'unit', value: unit, id: `unit-${index}` };
}
