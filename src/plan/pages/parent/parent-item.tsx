import { findAgency } from '../../../agencies/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatPercentage } from '../../../platform/i18n/format.ts';
import { refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  Facts,
  Notice,
  type Option,
  Radios,
  TextInput,
} from '../../../platform/view/index.ts';
import type { TaskFields } from '../../domain/draft.ts';
import {
  GIVEN,
  givenItem,
  judgedAs,
  mappedName,
  mappingsOf,
  type ParentState,
  parentItems,
  textOf,
} from '../../domain/parent.ts';
import { type OwnItem, suggestGiven, suggestMappings } from '../../domain/parent-suggestions.ts';
import { type IssuedItem, versionInForce } from '../../domain/plan.ts';
import { parentWords } from '../../parent-words.ts';
import { MAPPED_KINDS, ownItems } from '../../parents.ts';
import { findPlanState, type PlanRow } from '../../queries.ts';
import { parentItemUrl, parentUrl, plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { describeWindow } from '../plan/describe.ts';
import { scopeSees } from '../plan/recipients.tsx';

/** One item of a higher agency's plan beside ours: what of ours carries it out, suggested by words and confirmed. */
export const parentItemPage = definePage('/plans/:plan/parent-items/:item', async (visit) => {
  const say = parentWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const known = await findPlanState(query, plan);
    if (known === undefined || !scopeSees(visit, known.row.agencyId)) return undefined;
    const agency = await findAgency(query, known.row.agencyId);
    return agency && { ...known, agency, ours: await ownItems(query, known.row.agencyId, plan) };
  });
  const items = parentItems((found && versionInForce(found.state)?.items) ?? []);
  const at = items.findIndex(({ key }) => key === visit.param('item'));
  const item = items[at];
  if (found === undefined || item === undefined || found.state.parent === null)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { row, agency, ours } = found;
  const [previous, next] = [items[at - 1], items[at + 1]];
  return {
    title: say('parent-item.title', { title: textOf(item.fields) }),
    kicker: [row.title, say('parent-item.place', { number: at + 1, all: items.length })].join(' · '),
    breadcrumbs: [
      { href: plansUrl(), label: planWords.in(visit.language)('plans.title') },
      { href: parentUrl(plan), label: say('parent.of') },
      { href: parentItemUrl(plan, item.key), label: textOf(item.fields), current: true },
    ],
    body: (
      <>
        <Written visit={visit} item={item} />
        <Judge
          visit={visit}
          row={row}
          item={item}
          parent={found.state.parent}
          items={items}
          ours={ours}
          suggestion={suggestGiven(item.fields, agency)}
        />
        <nav class="pager" aria-label={say('parent-item.pager')}>
          <ul>
            {previous === undefined ? null : (
              <li>
                <a href={parentItemUrl(row.id, previous.key)} rel="prev">
                  {say('parent-item.previous')}
                </a>
              </li>
            )}
            {next === undefined ? null : (
              <li>
                <a href={parentItemUrl(row.id, next.key)} rel="next">
                  {say('parent-item.next')}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </>
    ),
  };
});

/** The item as the higher agency wrote it. */
function Written({ visit, item }: { visit: Visit; item: IssuedItem }) {
  const say = parentWords.in(visit.language);
  const fields = item.fields as Partial<TaskFields>;
  return (
    <section>
      <h2>{say('parent-item.words')}</h2>
      <blockquote class="quotation">{textOf(item.fields)}</blockquote>
      <Facts
        facts={[
          { label: say('parent-item.lead'), value: fields.leadUnits?.join('; ') },
          { label: say('parent-item.support'), value: fields.supportUnits?.join('; ') },
          {
            label: say('parent-item.due'),
            value: fields.due?.map((window) => describeWindow(visit, window)).join('; '),
          },
          { label: say('parent-item.requirement'), value: fields.requirement },
          { label: say('parent-item.deliverable'), value: fields.deliverable },
        ]}
      />
    </section>
  );
}

interface JudgeProps {
  visit: Visit;
  row: PlanRow;
  item: IssuedItem;
  parent: ParentState;
  items: readonly IssuedItem[];
  ours: readonly OwnItem[];
  suggestion: ReturnType<typeof suggestGiven>;
}

/** Whether the item is given to us, and what of ours carries it out; for readers, what drafters said. */
function Judge({ visit, row, item, parent, items, ours, suggestion }: JudgeProps) {
  const say = parentWords.in(visit.language);
  const params = { plan: row.id, item: item.key };
  const field = fieldsOf(visit, 'parent_item.map', params);
  const known = givenItem(parent, item.key);
  const mappings = mappingsOf(parent, item.key);
  const why = visit.whyNot('plan.draft', { agencyId: row.agencyId });
  const text = textOf(item.fields);
  const at = items.indexOf(item);
  // Compared among all items of the parent, for a word that they all share says nothing.
  const likely =
    suggestMappings(
      items.map(({ fields }) => textOf(fields)),
      ours,
    )[at] ?? [];
  const byName = new Map(ours.map((own) => [mappedName({ plan: own.plan, to: own.key }), own]));
  const names = mappings.map(mappedName);
  const mapped = mappings.map((mapping): Option => {
    const own = byName.get(mappedName(mapping));
    return {
      value: mappedName(mapping),
      label: own?.text ?? mapping.toText,
      hint: say(own === undefined ? 'parent-item.withdrawn' : 'parent-item.mapped'),
    };
  });
  const suggested = likely
    .filter(({ name }) => !names.includes(name))
    .map(
      ({ name, likeness }): Option => ({
        value: name,
        label: byName.get(name)?.text ?? name,
        hint: say('parent-item.likeness', { likeness: percentOf(likeness) }),
      }),
    );
  const changed = mappings.filter(
    (one) => one.itemText !== text || byName.get(mappedName(one))?.text !== one.toText,
  );
  const shown = new Set([...mapped, ...suggested].map(({ value }) => value));
  const others = [...byName].filter(([name]) => !shown.has(name));
  const ticked = field.many('to', names);
  return (
    <section>
      <h2>{say('parent-item.to')}</h2>
      {changed.length === 0 ? null : (
        <Notice tone="warning" title={say('parent-item.changed')}>
          <ul>
            {changed.map((one) => (
              <li>{say('parent-item.changed.was', { item: one.itemText, to: one.toText })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ActionForm
        visit={visit}
        action="parent_item.map"
        params={params}
        hidden={{ seen: judgedAs(parent, item.key) }}
      >
        <Radios
          label={say('parent-item.given')}
          hint={
            suggestion === null
              ? undefined
              : say('parent-item.given.hint', { given: say(`parent.given.${suggestion}`) })
          }
          options={GIVEN.map((given) => ({ value: given, label: say(`parent.given.${given}`) }))}
          {...field('given', known?.given ?? suggestion)}
        />
        <TextInput
          label={say('parent-item.reason')}
          hint={say('parent-item.reason.hint')}
          optional
          {...field('reason', known?.reason)}
        />
        {mapped.length + suggested.length === 0 ? (
          <p class="hint">{say('parent-item.to.none')}</p>
        ) : (
          <Checkboxes
            label={say('parent-item.to')}
            hint={say('parent-item.to.hint')}
            options={[...mapped, ...suggested]}
            {...ticked}
          />
        )}
        {others.length === 0 ? null : (
          <details class="link-group" open={others.some(([name]) => ticked.values.includes(name))}>
            <summary>{say('parent-item.others', { count: others.length })}</summary>
            {MAPPED_KINDS.map((kind) => {
              const options = others
                .filter(([, own]) => own.key.startsWith(`${kind}:`))
                .map(([value, own]) => ({ value, label: own.text }));
              return options.length === 0 ? null : (
                <Checkboxes
                  id={`to-${kind}`}
                  name="to"
                  label={say(`parent-item.kind.${kind}`)}
                  options={options}
                  values={ticked.values}
                />
              );
            })}
          </details>
        )}
        <ButtonRow>
          <Button name="go" value="next" disabledReason={why}>
            {say('parent-item.save-next')}
          </Button>
          {why === undefined ? (
            <Button name="go" value="list" variant="secondary">
              {say('parent-item.save')}
            </Button>
          ) : null}
        </ButtonRow>
      </ActionForm>
    </section>
  );
}

/** How alike two texts are, as people read it. */
export function percentOf(likeness: number): string {
  return formatPercentage({ numerator: Math.round(likeness * 100), denominator: 100 }) ?? '';
}
