import data from '../../rules/dossier-codes.json' with { type: 'json' };
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { DossierCodeRules } from './domain/code.ts';

const sets: readonly DossierCodeRules[] = data.map(({ rules, from, identifier, digits }) => ({
  rules,
  from,
  identifier: identifier === '2018' ? '2018' : '2025',
  digits,
}));

/** The rules by which dossiers of a day get their code; before the first known ones, those. */
export function codeRulesOn(day: CivilDate): DossierCodeRules {
  const set = sets.findLast(({ from }) => from <= day) ?? sets[0];
  if (set === undefined) throw new Error('rules/dossier-codes.json has no rules');
  return set;
}
