import { z } from 'zod';
import type { Performing } from '../../../platform/actions/action.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { many, oneOf, optionalText } from '../../../platform/actions/fields.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../../../platform/refusal.ts';
import {
  GIVEN,
  givenItem,
  type ItemEvent,
  type Judgement,
  judge,
  judgedAs,
  mappedName,
  mappingsOf,
  type ParentState,
  parentItems,
  textOf,
} from '../../domain/parent.ts';
import { type PlanState, versionInForce } from '../../domain/plan.ts';
import { ownItems } from '../../parents.ts';
import { findPlan, planSubject } from '../../queries.ts';
import { parentItemUrl, parentUrl } from '../../urls.ts';
import { ofPlan, onPlan } from '../plan/common.ts';

const drafters = { permission: 'plan.draft', sees: 'plan.draft' } as const;
const itemKey = () => z.string().max(40);
/** An item of ours: its plan, and its key there. */
const mapped = () => z.string().regex(/^[0-9a-f-]{36}\/[a-z]+:\+?\d+$/, 'choose');

/** Says of one item of the parent whether it is given to us, and what of ours carries it out. */
export const mapItem = defineAction({
  name: 'parent_item.map',
  path: '/plans/:plan/parent-items/:item/mapping',
  ...drafters,
  input: ofPlan.extend({
    item: itemKey(),
    given: oneOf(GIVEN),
    reason: optionalText(500),
    to: many(mapped()),
    // How the item stood on the form; other items may be judged meanwhile.
    seen: z.string().max(20_000).optional(),
    go: z.enum(['next', 'list']).default('list'),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const texts = await textsOf(performing, input.plan);
    const { id, seq, state } = await onParent(performing, input.plan, (parent, plan) =>
      input.seen !== undefined && input.seen !== judgedAs(parent, input.item)
        ? refuse('conflict:changed')
        : judge(parent, input, { parent: parentTexts(plan), ours: texts }),
    );
    return { id, seq, next: nextUndecided(state, input.item) };
  },
  next: (input, { next }) =>
    input.go === 'next' && next !== null ? parentItemUrl(input.plan, next) : parentUrl(input.plan),
});

/** Confirms, of many items at once, what was suggested and not unticked. Items left open stay undecided. */
export const mapSuggested = defineAction({
  name: 'parent_item.map-suggested',
  path: '/plans/:plan/suggestions/confirmation',
  ...drafters,
  input: ofPlan.extend({
    rows: z
      .array(z.object({ item: itemKey(), given: z.enum(['', ...GIVEN], 'choose'), to: many(mapped()) }))
      .default([]),
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const texts = await textsOf(performing, input.plan);
    const { id, seq } = await onParent(performing, input.plan, (parent, plan) =>
      judgeAll(parent, plan, suggested(parent, plan, input.rows), texts),
    );
    return { id, seq };
  },
  next: (input) => parentUrl(input.plan),
});

type SuggestedRow = { item: string; given: (typeof GIVEN)[number] | ''; to: string[] };

/** What was left as suggested, as judgements; nothing that was mapped before is taken back. */
function suggested(parent: ParentState, plan: PlanState, rows: readonly SuggestedRow[]): Judgement[] {
  const leads = new Map(
    standingItems(plan).map(({ key, fields }) => [key, 'leadUnits' in fields ? fields.leadUnits : []]),
  );
  return rows.flatMap(({ item, given: suggestion, to }) => {
    const given = givenItem(parent, item)?.given ?? suggestion;
    // What somebody has said meanwhile stands.
    if (given === '' || suggestion === '' || (given === 'not_ours') !== (suggestion === 'not_ours'))
      return [];
    // To whom it is given says why it is not ours.
    const reason = given === 'not_ours' ? leads.get(item)?.join('; ') || null : null;
    return [{ item, given, reason, to: [...mappingsOf(parent, item).map(mappedName), ...to] }];
  });
}

function judgeAll(
  parent: ParentState,
  plan: PlanState,
  judgements: readonly Judgement[],
  ours: ReadonlyMap<string, string>,
): ItemEvent[] | Refusal {
  const events: ItemEvent[] = [];
  const texts = { parent: parentTexts(plan), ours };
  if (judgements.length === 0) return refuse('conflict:nothing-suggested', {}, { field: 'rows.0.given' });
  for (const judgement of judgements) {
    const judged = judge(parent, judgement, texts);
    if (isRefusal(judged)) return refuse(judged.code, judged.params);
    events.push(...judged);
  }
  return events;
}

/** Appends to the ledger of an adopted plan what concerns its items. They are judged one by one while others are. */
function onParent(
  performing: Performing,
  planId: string,
  decide: (parent: ParentState, plan: PlanState) => ItemEvent[] | Refusal,
) {
  return onPlan(
    performing,
    planId,
    (plan) => (plan?.parent ? decide(plan.parent, plan) : refuse('missing:thing')),
    false,
  );
}

const standingItems = (plan: PlanState) => parentItems(versionInForce(plan)?.items ?? []);

const parentTexts = (plan: PlanState) =>
  new Map(standingItems(plan).map(({ key, fields }) => [key, textOf(fields)]));

/** Words of our items, by plan and key. */
async function textsOf({ query }: Performing, planId: string): Promise<Map<string, string>> {
  const row = await findPlan(query, planId);
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  const items = await ownItems(query, row.agencyId, planId);
  return new Map(items.map(({ plan, key, text }) => [mappedName({ plan, to: key }), text]));
}

/** The next item of which nothing is said, in the order of the document and around its end. */
function nextUndecided(plan: PlanState, item: string): string | null {
  const keys = standingItems(plan).map(({ key }) => key);
  const at = keys.indexOf(item);
  const around = [...keys.slice(at + 1), ...keys.slice(0, Math.max(at, 0))];
  const { parent } = plan;
  return (parent && around.find((key) => givenItem(parent, key)?.given === null)) ?? null;
}
