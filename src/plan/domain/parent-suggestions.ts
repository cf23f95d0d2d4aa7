import { fold } from '../../pure/vietnamese/index.ts';
import type { AnyFields } from './draft.ts';
import { type Given, mappedName } from './parent.ts';
import { likenessByWords, readAbbreviations } from './reader/linking.ts';

/** What an agency is called. */
interface Called {
  name: string;
  shortName: string;
  symbol: string;
}

/** Names that mean every agency of a level: "các sở, ban, ngành", "các cơ quan, đơn vị". */
const COLLECTIVE = /\bcac (so|co quan|don vi|ban)\b|\bso, (ban|nganh)\b/;

/**
 * How an item of a higher agency's plan seems to concern us, by the units that it names; null where it names none. A
 * drafter confirms it.
 */
export function suggestGiven(fields: AnyFields, agency: Called): Given | null {
  const lead = 'leadUnits' in fields ? fields.leadUnits : [];
  const support = 'supportUnits' in fields ? fields.supportUnits : [];
  if (lead.some((name) => means(name, agency))) return 'lead';
  if (support.some((name) => means(name, agency))) return 'support';
  return lead.length === 0 ? null : 'not_ours';
}

function means(written: string, { name, shortName, symbol }: Called): boolean {
  const folded = fold(written);
  if (COLLECTIVE.test(folded)) return true;
  if ([shortName, symbol].some((short) => ` ${folded} `.includes(` ${fold(short)} `))) return true;
  const own = fold(name);
  // Its level knows the agency without the place that its full name ends with.
  return folded.includes(own) || (folded.split(' ').length > 2 && own.startsWith(folded));
}

/** An item of ours that an item of the parent may mean. */
export interface Suggestion {
  /** By plan and key, as forms name it. */
  name: string;
  /** How alike the words are, up to 1. */
  likeness: number;
}

export interface OwnItem {
  plan: string;
  key: string;
  text: string;
}

/** For each text of the parent, the items of ours that share enough of its words, best first. */
export function suggestMappings(parent: readonly string[], ours: readonly OwnItem[]): Suggestion[][] {
  const texts = ours.map(({ text }) => text);
  const links = likenessByWords(parent, texts, readAbbreviations([...parent, ...texts].join('\n')));
  return links.map((found) =>
    found.flatMap(({ at, score }) => {
      const item = ours[at];
      return item === undefined
        ? []
        : [{ name: mappedName({ plan: item.plan, to: item.key }), likeness: Math.min(1, score) }];
    }),
  );
}
