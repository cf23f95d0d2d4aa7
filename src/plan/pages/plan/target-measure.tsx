import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, Facts, Select, TextInput } from '../../../platform/view/index.ts';
import type { TargetFields } from '../../domain/draft.ts';
import { suggestMeasure } from '../../domain/suggest-measure.ts';
import { isShare } from '../../domain/target-state.ts';
import { livingWords } from '../../living-words.ts';
import { findPlan, listPlanItems } from '../../queries.ts';
import { planPartUrl, plansUrl, planUrl, targetMeasureUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { SIGNS } from './describe.ts';
import { draftersOnly } from './drafters-only.ts';

/** What a target is measured by, with a suggestion; or why nothing measures it. */
export const targetMeasurePage = definePage('/plans/:plan/targets/:target/measure', async (visit) => {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const [id, key] = [visit.param('plan'), visit.param('target')];
  const found = await visit.read('plan.draft', async (query) => ({
    plan: await findPlan(query, id),
    rows: await listPlanItems(query, id, ['target']),
  }));
  const { plan } = found;
  const row = found.rows.find(({ item }) => item.key === key);
  if (
    plan === undefined ||
    row === undefined ||
    !visit.may('plan.draft', { agencyId: plan.agencyId }).allowed
  )
    return refuse('missing:thing');
  const say = livingWords.in(visit.language);
  const fields = row.item.fields as TargetFields;
  const measures = measuresFor(visit, fields);
  const suggested =
    row.unmeasured === null
      ? suggestMeasure({ text: fields.text, share: isShare(fields) }, measures)
      : undefined;
  const field = fieldsOf(visit, 'target.measure', { plan: id, target: key });
  const title = say('target.measure.title');
  return {
    title,
    kicker: plan.title,
    breadcrumbs: [
      { href: plansUrl(), label: planWords.in(visit.language)('plans.title') },
      { href: planUrl(id), label: plan.title ?? plan.fileName },
      { href: planPartUrl(id, 'targets'), label: planWords.in(visit.language)('plan.tab.targets') },
      { href: targetMeasureUrl(id, key), label: title, current: true },
    ],
    body: (
      <>
        <Facts
          facts={[
            { label: planWords.in(visit.language)('review.show.target'), value: fields.text },
            {
              label: planWords.in(visit.language)('field.threshold'),
              value: planWords.in(visit.language)('review.target', {
                comparator: SIGNS[fields.comparator],
                threshold: formatNumber(fields.threshold),
                unit: fields.measureUnit,
              }),
            },
          ]}
        />
        <ActionForm visit={visit} action="target.measure" params={{ plan: id, target: key }}>
          <Select
            label={say('target.measured-by')}
            empty={say('target.measure.none')}
            options={measures.map(({ id, name, definition }) => ({
              value: id,
              label:
                id === suggested?.id && row.measure === null
                  ? say('target.measure.suggested', { measure: name })
                  : name,
              hint: definition,
            }))}
            {...field('measure', row.measure ?? suggested?.id)}
          />
          <TextInput
            label={say('target.measure.reason')}
            hint={say('target.measure.reason.hint')}
            optional
            {...field('reason', row.unmeasured)}
          />
          <Button>{say('target.measure.save')}</Button>
        </ActionForm>
      </>
    ),
  };
});

/** What the target could be measured by: a share needs a measure that counts out of something. */
function measuresFor(visit: Visit, fields: TargetFields) {
  return visit.house.slices
    .flatMap((slice) => slice.measures ?? [])
    .filter((measure) => !isShare(fields) || measure.of !== undefined)
    .map(({ id, of }) => {
      const name = visit.say(`measure.${id}`);
      const definition = visit.say(`measure.${id}.definition`);
      return { id, name, definition, text: `${name} ${definition}`, ofSomething: of !== undefined };
    });
}
