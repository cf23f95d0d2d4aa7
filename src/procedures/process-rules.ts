import versions from '../../rules/processes/default.json' with { type: 'json' };
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { ProcessRules } from './domain/process/limits.ts';

/** The rules of a day; those known first hold for the days before. */
export function processRulesOn(day: CivilDate): ProcessRules {
  const rules = versions.findLast(({ from }) => from <= day) ?? versions[0];
  if (rules === undefined) throw new Error('No rules of internal processes are known');
  return rules;
}
