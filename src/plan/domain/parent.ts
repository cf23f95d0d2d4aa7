import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { AnyFields, DocumentFields } from './draft.ts';
import type { IssuedItem, PlanState } from './plan.ts';

/**
 * A plan of a higher agency that was adopted as parent of ours: which of its items are given to us, and which of our
 * items carry each of them out.
 */

/** How an item of the parent concerns us. */
export const GIVEN = ['lead', 'support', 'not_ours'] as const;
export type Given = (typeof GIVEN)[number];

/** One of our items that carries out an item of the parent, by plan and key, with the words on both sides as they were judged. */
export interface Mapping {
  item: string;
  plan: string;
  to: string;
  itemText: string;
  toText: string;
}

/** What happens between a parent and the plans that carry it out. */
export type ParentEvent =
  | { type: 'adopted'; version: 1; payload: { document: DocumentFields; items: IssuedItem[] } }
  | { type: 'parent-linked'; version: 1; payload: { parent: string | null } }
  | ItemEvent;

/** What is said of a parent's items. */
export type ItemEvent =
  | { type: 'item-given'; version: 1; payload: { item: string; given: Given; reason: string | null } }
  | { type: 'item-mapped'; version: 1; payload: Mapping }
  | { type: 'item-unmapped'; version: 1; payload: Pick<Mapping, 'item' | 'plan' | 'to'> };

interface Period {
  from: string;
  /** Null while it holds. */
  to: string | null;
}

/** What held of an item of the parent. */
export interface ParentPeriod extends Period {
  item: string;
  text: string;
  /** Null until a drafter has said so. */
  given: Given | null;
  reason: string | null;
  /** The parent's own last day for it. */
  end: CivilDate | null;
}

export interface MappingPeriod extends Period {
  mapping: Mapping;
}

export interface ParentState {
  items: readonly ParentPeriod[];
  mappings: readonly MappingPeriod[];
}

/** The items that a parent hands down: tasks and targets; of a plan without tasks its commitments instead. */
export function parentItems(items: readonly IssuedItem[]): IssuedItem[] {
  const kind = items.some((item) => item.kind === 'task') ? 'task' : 'commitment';
  return items.filter((item) => item.kind === kind || item.kind === 'target');
}

/** The words that name an item. */
export function textOf(fields: AnyFields): string {
  if ('title' in fields) return fields.title;
  return 'text' in fields ? fields.text : fields.raw;
}

/** What stands of a parent from a version on; what was said of items that the version keeps stays. */
export function parentOfVersion(
  state: ParentState | null,
  items: readonly IssuedItem[],
  at: string,
): ParentState {
  const wanted = new Map(
    parentItems(items).map(({ key, fields }) => [key, { text: textOf(fields), end: lastDay(fields) }]),
  );
  const known = (state?.items ?? []).map((period) => {
    if (period.to !== null) return period;
    const now = wanted.get(period.item);
    if (now === undefined || now.text !== period.text || now.end !== period.end) return { ...period, to: at };
    wanted.delete(period.item);
    return period;
  });
  const opened = [...wanted].map(([item, words]) => {
    const before = state && givenItem(state, item);
    const { given = null, reason = null } = before ?? {};
    return { item, ...words, given, reason, from: at, to: null };
  });
  return { items: [...known, ...opened], mappings: state?.mappings ?? [] };
}

function lastDay(fields: AnyFields): CivilDate | null {
  if (!('due' in fields)) return null;
  return (
    fields.due
      .flatMap(({ end }) => end ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** The fold of what concerns a plan as parent, or as what carries one out. */
export function foldParentage(state: PlanState, event: ParentEvent, at: string): PlanState {
  switch (event.type) {
    case 'adopted': {
      const { document, items } = event.payload;
      const versions = [{ number: 1, document, items, at, by: null }];
      return { ...state, state: 'adopted', versions, parent: parentOfVersion(null, items, at) };
    }
    case 'parent-linked':
      return { ...state, parentId: event.payload.parent };
    default:
      return { ...state, parent: state.parent && foldItem(state.parent, event, at) };
  }
}

function foldItem(state: ParentState, event: ItemEvent, at: string): ParentState {
  switch (event.type) {
    case 'item-given': {
      const { item, given, reason } = event.payload;
      const before = givenItem(state, item);
      if (before === undefined) return state;
      // What came after stands after: the places of earlier periods never move.
      const closed = state.items.map((period) => (period === before ? { ...period, to: at } : period));
      return { ...state, items: [...closed, { ...before, given, reason, from: at }] };
    }
    case 'item-mapped':
      return {
        ...state,
        mappings: [
          ...ended(state.mappings, event.payload, at),
          { mapping: event.payload, from: at, to: null },
        ],
      };
    case 'item-unmapped':
      return { ...state, mappings: ended(state.mappings, event.payload, at) };
  }
}

function ended(
  mappings: readonly MappingPeriod[],
  { item, plan, to }: Pick<Mapping, 'item' | 'plan' | 'to'>,
  at: string,
): MappingPeriod[] {
  return mappings.map((one) =>
    one.to === null && one.mapping.item === item && one.mapping.plan === plan && one.mapping.to === to
      ? { ...one, to: at }
      : one,
  );
}

/** An item of the parent as it stands; undefined where the version in force has none of that key. */
export function givenItem(state: ParentState, item: string): ParentPeriod | undefined {
  return state.items.find((period) => period.item === item && period.to === null);
}

/** What carries an item out as it stands. */
export function mappingsOf(state: ParentState, item: string): Mapping[] {
  return state.mappings
    .filter(({ mapping, to }) => to === null && mapping.item === item)
    .map(({ mapping }) => mapping);
}

/** How an item of ours is named in a form: the plan, and its key there. */
export const mappedName = ({ plan, to }: Pick<Mapping, 'plan' | 'to'>) => `${plan}/${to}`;

/** What a drafter says of one item of the parent. */
export interface Judgement {
  item: string;
  given: Given;
  reason: string | null;
  /** Names of the items of ours that carry it out. */
  to: readonly string[];
}

/** How an item stood when it was judged: whoever judges it must have seen the last judgement. */
export function judgedAs(state: ParentState, item: string): string {
  return [givenItem(state, item)?.given ?? '', ...mappingsOf(state, item).map(mappedName).sort()].join(' ');
}

/**
 * Says of an item whether it is given to us, and by what of ours it is carried out: all of it at once, so that what is
 * not named any more is unmapped. What was mapped stays with the words that were judged, unless they have changed.
 * @param texts words of the parent's items by key, and of ours by plan and key
 */
export function judge(
  state: ParentState,
  judgement: Judgement,
  texts: { parent: ReadonlyMap<string, string>; ours: ReadonlyMap<string, string> },
): ItemEvent[] | Refusal {
  const { item, given, reason } = judgement;
  const before = givenItem(state, item);
  const itemText = texts.parent.get(item);
  if (before === undefined || itemText === undefined) return refuse('missing:thing');
  if (given === 'not_ours' && !reason) return refuse('invalid:not-ours-reason', {}, { field: 'reason' });
  const wanted = new Set(given === 'not_ours' ? [] : judgement.to);
  const events: ItemEvent[] = [];
  const kept = given === 'not_ours' ? reason : null;
  if (before.given !== given || before.reason !== kept)
    events.push({ type: 'item-given', version: 1, payload: { item, given, reason: kept } });
  const known = new Map(mappingsOf(state, item).map((mapping) => [mappedName(mapping), mapping]));
  for (const [name, { plan, to }] of known)
    if (!wanted.has(name)) events.push({ type: 'item-unmapped', version: 1, payload: { item, plan, to } });
  for (const name of wanted) {
    const old = known.get(name);
    const toText = texts.ours.get(name);
    // What an amendment took away may stay mapped as it was, so that one sees it; nothing is mapped to it anew.
    if (toText === undefined && old === undefined) return refuse('invalid:choose', {}, { field: 'to' });
    if (toText === undefined || (old?.itemText === itemText && old.toText === toText)) continue;
    const [plan = '', to = ''] = name.split('/');
    events.push({ type: 'item-mapped', version: 1, payload: { item, plan, to, itemText, toText } });
  }
  return events;
}
