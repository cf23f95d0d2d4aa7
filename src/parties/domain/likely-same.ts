import type { PartyFacts, PartyKind } from './facts.ts';
import { foldName, foldNumber, namesAgree } from './name.ts';

/** Why two parties are likely one. */
export const LIKENESSES = [
  'identity-number',
  'tax-code',
  'decision-number',
  'name-and-birth',
  'name-and-telephone',
  'name',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

interface Compared {
  kind: PartyKind;
  facts: PartyFacts;
}

/** Why two parties are likely the same; empty where nothing says so, or a number of theirs says that they are not. */
export function likelySame(one: Compared, other: Compared): readonly Likeness[] {
  if (one.kind !== other.kind || contradict(one, other)) return [];
  const [a, b] = [one.facts, other.facts];
  const equal = (fact: keyof PartyFacts) => a[fact] !== null && a[fact] === b[fact];
  const agree = namesAgree(a.name, b.name);
  const sameName = foldName(a.name) === foldName(b.name);
  const found: Record<Likeness, boolean> = {
    'identity-number': equal('identityNumber'),
    'tax-code': equal('taxCode'),
    'decision-number':
      agree &&
      a.decisionNumber !== null &&
      b.decisionNumber !== null &&
      foldNumber(a.decisionNumber) === foldNumber(b.decisionNumber),
    'name-and-birth': sameName && equal('dateOfBirth'),
    'name-and-telephone': agree && equal('telephone'),
    // People of one name are many; organisations of one agency's dossiers are told apart by theirs.
    name: sameName && one.kind === 'organisation',
  };
  return LIKENESSES.filter((likeness) => found[likeness]);
}

/** A person has one number of each kind of card, and one day of birth; an organisation one tax code. */
function contradict({ kind, facts: a }: Compared, { facts: b }: Compared): boolean {
  const differ = (fact: keyof PartyFacts) => a[fact] !== null && b[fact] !== null && a[fact] !== b[fact];
  if (kind === 'organisation') return differ('taxCode');
  if (a.identityNumber !== null && a.identityNumber === b.identityNumber) return false;
  return differ('dateOfBirth') || (differ('identityNumber') && cardOf(a) === cardOf(b));
}

const cardOf = ({ identityNumber }: PartyFacts) =>
  identityNumber?.replace(/\d/g, '').concat(`${identityNumber.length}`);
