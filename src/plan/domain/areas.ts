import { fold } from '../../pure/vietnamese/index.ts';
import type { CommitmentFields, Item } from './draft.ts';
import type { ReadSection } from './read-plan.ts';

/** A reform area of a plan's tasks and commitments. */
export interface Area {
  /** As its commitments name it, which is its number as printed: "3". */
  label: string;
  /** Its heading; the number where the plan prints none. */
  name: string;
}

/** The reform areas under which a plan's commitments stand, in the order of the plan, with the headings of the text. */
export function areasOf(items: readonly Item[], sections: readonly ReadSection[]): Area[] {
  const areas = new Map<string, Area>();
  for (const { kind, dropped, spans, ...item } of items) {
    if (kind !== 'commitment' || dropped) continue;
    const fields = item.fields as CommitmentFields;
    const known = areas.get(fields.area);
    if (known !== undefined && known.name !== known.label) continue;
    const title = headingOf(fields.area, spans, sections);
    areas.set(fields.area, { label: fields.area, name: title ?? fields.area });
  }
  return [...areas.values()];
}

/** The innermost heading of that number over a row. */
function headingOf(
  label: string,
  spans: Item['spans'],
  sections: readonly ReadSection[],
): string | undefined {
  const at = spans[0]?.[0];
  if (at === undefined) return undefined;
  const over = sections.filter(({ span: [start, end] }) => start <= at && at < end);
  return over.findLast((section) => section.label === label)?.title || undefined;
}

/** Who may be meant to answer for an area, for the drafter to confirm. */
export interface SuggestedOwner {
  unitId: string;
  /** By the words of a duty, or as the standing member for what nobody else answers for. */
  by: 'duty' | 'standing';
}

/** Phrases that areas and duties share, and so tell nothing of which. */
const COMMON =
  /cai cach|hanh chinh|cong tac|\bnen\b|nha nuoc|thuc hien|ket qua|hoat dong|chiu trach nhiem|\b(?:va|cua|ve|cac)\b/g;

/**
 * Owner units of areas by the words of duties: whoever is "chịu trách nhiệm về … kết quả" of what an area is called.
 * The standing member of the steering committee ("thường trực") is suggested for the rest.
 * @param unitOf the unit that a written name stands for
 */
export function suggestOwners(
  areas: readonly Area[],
  duties: readonly { unit: string; text: string }[],
  unitOf: (written: string) => string | undefined,
): ReadonlyMap<string, SuggestedOwner> {
  const claims = duties.flatMap(({ unit, text }) => {
    const unitId = unitOf(unit);
    return unitId === undefined ? [] : clausesOf(text).map((words) => ({ unitId, words }));
  });
  const standingMember = duties.flatMap(({ unit, text }) =>
    fold(text).includes('thuong truc') ? (unitOf(unit) ?? []) : [],
  )[0];
  const owners = new Map<string, SuggestedOwner>();
  for (const { label, name } of areas) {
    const words = new Set(tellingWords(name));
    const claim = claims.find(
      (one) => one.words.length > 1 && words.size > 0 && one.words.every((word) => words.has(word)),
    );
    if (claim !== undefined) owners.set(label, { unitId: claim.unitId, by: 'duty' });
    else if (standingMember !== undefined) owners.set(label, { unitId: standingMember, by: 'standing' });
  }
  return owners;
}

/** What a duty makes its unit answer for, each in its telling words; nothing where it makes nobody answer. */
function clausesOf(text: string): string[][] {
  const folded = fold(text);
  const from = folded.indexOf('chiu trach nhiem');
  return from < 0 ? [] : folded.slice(from).split(/[;.]/).map(tellingWords);
}

function tellingWords(text: string): string[] {
  return (
    fold(text)
      .replace(COMMON, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
