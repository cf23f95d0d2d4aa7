import { expect, test } from 'vitest';
import { inLanguage } from '../../../platform/i18n/language.ts';
import { RULES } from '../../domain/remarks/index.ts';
import { ENGLISH_TITLES, ruleTitle } from './rule-title.ts';

test('each remark rule has its title in English, and no title is of a rule that is none', () => {
  expect(Object.keys(ENGLISH_TITLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('a rule is called in the reader’s language', () => {
  expect(ruleTitle('due-day-off')).toBe('Hạn hoàn thành rơi vào ngày nghỉ');
  expect(inLanguage('en', () => ruleTitle('due-day-off'))).toBe('Due on a day off');
});
