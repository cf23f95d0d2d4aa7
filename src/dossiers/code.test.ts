import { expect, test } from 'vitest';
import { codeRulesOn } from './code-rules.ts';
import { counterScope, dossierCode, isIdentifier, readDossierCode } from './domain/code.ts';

const of2018 = codeRulesOn('2019-01-28');
const of2025 = codeRulesOn('2026-09-17');

test.each([
  ['2019-01-28', 'tt01-2018'],
  ['2025-09-14', 'tt01-2018'],
  ['2025-09-15', 'tt03-2025'],
])('a dossier accepted on %s has a code of %s', (day, rules) => {
  expect(codeRulesOn(day).rules).toBe(rules);
});

test('the code says agency, day and running number', () => {
  expect(dossierCode(of2018, '000.00.01.H26', '2019-01-28', 7)).toBe('000.00.01.H26-190128-0007');
  expect(dossierCode(of2025, 'H26.03', '2026-09-17', 975)).toBe('H26.03-260917-0975');
  expect(dossierCode(of2025, 'H26.03', '2026-09-17', 12345)).toBe('H26.03-260917-12345');
});

test('the running number begins anew each day and under each rule set', () => {
  expect(counterScope(of2018, '2019-01-28')).not.toBe(counterScope(of2018, '2019-01-29'));
  expect(counterScope(of2018, '2019-01-28')).not.toBe(counterScope(of2025, '2019-01-28'));
});

test('a code is read by its own rule set alone', () => {
  expect(readDossierCode(of2018, '000.00.01.H26-190128-0007')).toEqual({
    identifier: '000.00.01.H26',
    day: '2019-01-28',
    number: 7,
  });
  expect(readDossierCode(of2018, 'H26.03-260917-0975')).toBeNull();
  expect(readDossierCode(of2025, '000.00.01.H26-190128-0007')).toBeNull();
  expect(readDossierCode(of2018, '000.00.01.H26-190128-07')).toBeNull();
});

test.each([
  ['2018', '000.00.01.H26', true],
  ['2018', 'H26.03', false],
  ['2025', 'H26.03', true],
  ['2025', 'H15.50.05.13', true],
  ['2025', '000.00.01.H26', false],
  ['2025', 'h26', false],
] as const)('an identifier of %s: %s is %s', (scheme, typed, is) => {
  expect(isIdentifier(scheme, typed)).toBe(is);
});
