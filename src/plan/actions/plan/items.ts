import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { oneOf } from '../../../platform/actions/fields.ts';
import { ITEM_KINDS } from '../../domain/draft.ts';
import * as decide from '../../domain/plan-decisions.ts';
import { fieldsOfTyped, kindOfKey, readTyped } from '../../item-fields.ts';
import { planSubject } from '../../queries.ts';
import { itemUrl, reviewUrl } from '../../urls.ts';
import { draftForDecision, ofPlan, onPlan } from './common.ts';

const ofItem = ofPlan.extend({ item: z.string().max(40) });
const draftersOnly = { permission: 'plan.draft', sees: 'plan.draft' } as const;

/** Puts other fields in the place of those read; what was written stays beside them. */
export const correctItem = defineAction({
  name: 'plan_item.correct',
  path: '/plans/:plan/items/:item',
  ...draftersOnly,
  input: ofItem.extend({ fields: z.unknown() }).transform((input, context) => {
    const kind = kindOfKey(input.item);
    if (kind !== undefined) return { ...input, kind, typed: readTyped(kind, input.fields, context) };
    context.addIssue({ code: 'custom', message: 'choose', path: ['item'] });
    return z.NEVER;
  }),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const draft = await draftForDecision(performing, input.plan);
    const before = draft.items.find((item) => item.key === input.item)?.fields ?? null;
    const fields = fieldsOfTyped(input.typed, before, draft.document.planYear);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide.correctItem(state, draft, input.item, fields),
    );
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan, input.kind, input.item),
});

/** Adds a row that the reader did not find. */
export const addItem = defineAction({
  name: 'plan_item.add',
  path: '/plans/:plan/items',
  ...draftersOnly,
  input: ofPlan.extend({ kind: oneOf(ITEM_KINDS), fields: z.unknown() }).transform((input, context) => ({
    ...input,
    typed: readTyped(input.kind, input.fields, context),
  })),
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const draft = await draftForDecision(performing, input.plan);
    const fields = fieldsOfTyped(input.typed, null, draft.document.planYear);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide.addItem(state, input.kind, fields),
    );
    return { id, seq };
  },
  next: (input) => reviewUrl(input.plan, input.kind),
});

/** Takes a row out of the plan; it can be put back. */
export const dropItem = defineAction({
  name: 'plan_item.drop',
  path: '/plans/:plan/items/:item/removal',
  ...draftersOnly,
  input: ofItem,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const draft = await draftForDecision(performing, input.plan);
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide.dropItem(state, draft, input.item),
    );
    return { id, seq };
  },
  next: (input) => itemUrl(input.plan, input.item),
});

export const restoreItem = defineAction({
  name: 'plan_item.restore',
  path: '/plans/:plan/items/:item/restoration',
  ...draftersOnly,
  input: ofItem,
  subject: (query, input) => planSubject(query, input.plan),
  async perform(performing, input) {
    const { id, seq } = await onPlan(performing, input.plan, (state) =>
      decide.restoreItem(state, input.item),
    );
    return { id, seq };
  },
  next: (input) => itemUrl(input.plan, input.item),
});
