import { findAgency } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, Checkboxes, DataTable, EmptyState, Form, Select } from '../../../platform/view/index.ts';
import { GIVEN, givenItem, mappedName, mappingsOf, parentItems, textOf } from '../../domain/parent.ts';
import { suggestGiven, suggestMappings } from '../../domain/parent-suggestions.ts';
import { versionInForce } from '../../domain/plan.ts';
import { parentWords } from '../../parent-words.ts';
import { ownItems } from '../../parents.ts';
import { findPlanState } from '../../queries.ts';
import { parentItemUrl, parentUrl, plansUrl, suggestionsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { draftersOnly } from '../plan/drafters-only.ts';
import { percentOf } from './parent-item.tsx';

/** From how alike on a suggestion is ticked beforehand, in hundredths. */
const LEAST = [90, 75, 60, 50, 35] as const;
const USUAL = 60;

/** Every item of which nothing, or too little, is said, with what its words suggest: to be confirmed in one go. */
export const suggestionsPage = definePage(suggestionsUrl(':plan'), async (visit) => {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const say = parentWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.draft', async (query) => {
    const known = await findPlanState(query, plan);
    if (known === undefined || !visit.may('plan.draft', { agencyId: known.row.agencyId }).allowed)
      return undefined;
    const agency = await findAgency(query, known.row.agencyId);
    return agency && { ...known, agency, ours: await ownItems(query, known.row.agencyId, plan) };
  });
  const parent = found?.state.parent;
  if (found === undefined || !parent) return refuse('missing:thing');
  const { state, row, agency, ours } = found;
  const items = parentItems(versionInForce(state)?.items ?? []);
  const likely = suggestMappings(
    items.map(({ fields }) => textOf(fields)),
    ours,
  );
  const texts = new Map(ours.map((own) => [mappedName({ plan: own.plan, to: own.key }), own.text]));
  const least = LEAST.find((one) => String(one) === visit.url.searchParams.get('least')) ?? USUAL;
  const rows = items
    .map((item, index) => ({
      item,
      likely: likely[index] ?? [],
      known: givenItem(parent, item.key)?.given ?? null,
    }))
    .filter(
      ({ item, known }) =>
        known === null || (known !== 'not_ours' && mappingsOf(parent, item.key).length === 0),
    )
    .map((one, index) => ({ ...one, name: (part: string) => `rows.${index}.${part}` }));
  const field = fieldsOf(visit, 'parent_item.map-suggested', { plan });
  return {
    title: say('suggestions.title'),
    kicker: row.title,
    lead: say('suggestions.lead'),
    width: 'wide',
    breadcrumbs: [
      { href: plansUrl(), label: planWords.in(visit.language)('plans.title') },
      { href: parentUrl(plan), label: say('parent.of') },
      { href: suggestionsUrl(plan), label: say('suggestions.title'), current: true },
    ],
    body:
      rows.length === 0 ? (
        <EmptyState>{say('suggestions.empty')}</EmptyState>
      ) : (
        <>
          <Form action={suggestionsUrl(plan)} method="get" layout="inline" keep={false}>
            <Select
              name="least"
              label={say('suggestions.least')}
              empty={null}
              value={String(least)}
              options={LEAST.map((one) => ({ value: String(one), label: percentOf(one / 100) }))}
            />
            <Button variant="secondary">{say('suggestions.least.submit')}</Button>
          </Form>
          <ActionForm visit={visit} action="parent_item.map-suggested" params={{ plan }}>
            <DataTable
              id="suggestions"
              caption={say('suggestions.caption')}
              rows={rows}
              empty={{ text: say('suggestions.empty') }}
              columns={[
                {
                  key: 'item',
                  label: say('parent.item'),
                  rowHeader: true,
                  width: 'broad',
                  cell: ({ item, name }) => (
                    <>
                      <input type="hidden" name={name('item')} value={item.key} />
                      <a href={parentItemUrl(plan, item.key)}>{textOf(item.fields)}</a>
                    </>
                  ),
                },
                {
                  key: 'written',
                  label: say('parent.written'),
                  cell: ({ item }) =>
                    'leadUnits' in item.fields ? item.fields.leadUnits.join('; ') || '–' : '–',
                },
                {
                  key: 'given',
                  nowrap: true,
                  label: say('parent.given'),
                  cell: ({ item, known, likely: found, name }) => (
                    <Select
                      label={say('parent.given')}
                      labelHidden
                      empty={say('suggestions.later')}
                      options={GIVEN.map((given) => ({ value: given, label: say(`parent.given.${given}`) }))}
                      {...field(
                        name('given'),
                        known ?? confident(suggestGiven(item.fields, agency), found, least),
                      )}
                    />
                  ),
                },
                {
                  key: 'to',
                  label: say('parent.ours'),
                  width: 'broad',
                  cell: ({ likely: found, name }) =>
                    found.length === 0 ? (
                      <span class="hint">{say('suggestions.to.none')}</span>
                    ) : (
                      <Checkboxes
                        label={say('parent.ours')}
                        labelHidden
                        options={found.map((one) => ({
                          value: one.name,
                          label: texts.get(one.name) ?? one.name,
                          hint: say('parent-item.likeness', { likeness: percentOf(one.likeness) }),
                        }))}
                        {...field.many(
                          name('to'),
                          found.filter((one) => one.likeness * 100 >= least).map((one) => one.name),
                        )}
                      />
                    ),
                },
              ]}
            />
            <Button>{say('suggestions.submit')}</Button>
          </ActionForm>
        </>
      ),
  };
});

/** What is chosen beforehand: what the written names say, but ours only where something of ours is alike enough. */
function confident(
  given: ReturnType<typeof suggestGiven>,
  found: readonly { likeness: number }[],
  least: number,
) {
  const alike = found.some((one) => one.likeness * 100 >= least);
  return given === 'not_ours' || alike ? given : null;
}
