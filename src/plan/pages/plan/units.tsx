import { listUnits } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, DataTable, EmptyState, Select, Tag } from '../../../platform/view/index.ts';
import { writtenUnits } from '../../domain/draft.ts';
import { suggestUnit } from '../../domain/suggest-unit.ts';
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
  const names = writtenUnits(drafted.draft)
    .map((written) => ({ written, unit: unitOf(written), suggested: suggestUnit(written, units)?.id }))
    .sort((one, other) => Number(one.unit !== undefined) - Number(other.unit !== undefined));
  const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
  const field = fieldsOf(visit, 'unit_name.remember');
  return {
    title: say('units.title'),
    lead:
      names.every(({ unit }) => unit !== undefined) && names.length > 0
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
        <ActionForm visit={visit} action="unit_name.remember" hidden={{ next: planUnitsUrl(plan) }}>
          <DataTable
            id="unit-names"
            caption={say('units.title')}
            captionHidden
            rows={names.map((name, index) => ({ ...name, index }))}
            empty={{ text: say('units.none') }}
            columns={[
              {
                key: 'written',
                label: say('units.written'),
                rowHeader: true,
                cell: ({ written, index }) => (
                  <>
                    {written}
                    <input type="hidden" name={`names.${index}.written`} value={written} />
                  </>
                ),
              },
              {
                key: 'unit',
                label: say('units.unit'),
                cell: ({ written, unit, suggested, index }) => (
                  <>
                    <Select
                      label={`${say('units.unit')}: ${written}`}
                      labelHidden
                      options={options}
                      empty={say('units.not-ours')}
                      {...field(`names.${index}.unit`, unit ?? suggested)}
                    />
                    {unit === undefined && suggested !== undefined ? (
                      <Tag tone="due-soon">{say('units.suggested')}</Tag>
                    ) : null}
                  </>
                ),
              },
            ]}
          />
          <Button>{say('units.save')}</Button>
        </ActionForm>
      ),
  };
});
