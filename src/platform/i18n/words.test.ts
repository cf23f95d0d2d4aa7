import { expect, test } from 'vitest';
import {
  formatDayOff,
  formatLongDate,
  formatMonth,
  formatNumber,
  formatPercentage,
  formatShortMonth,
  formatWeekday,
} from './format.ts';
import { inLanguage, keepLanguage, readersLanguage } from './language.ts';
import { catalogue, fill, Lexicon, readersWords } from './words.ts';

const vi = { 'task.count': '{count} nhiệm vụ', 'task.of': '{unit}: {count}' };
const en = { 'task.count': '{count} {count|task|tasks}', 'task.of': '{unit}: {count}' };

test.each([
  ['{count} {count|task|tasks}', { count: 1 }, '1 task'],
  ['{count} {count|task|tasks}', { count: 0 }, '0 tasks'],
  ['{count} {count|task|tasks}', { count: '1,200' }, '1,200 tasks'],
  ['{count|task is|tasks are} late', { count: '1' }, 'task is late'],
  ['{name} is {state}', { name: 'A' }, 'A is {state}'],
  ['{name}', { name: '{count|a|b}' }, '{count|a|b}'],
])('%s is filled', (sentence, params, filled) => {
  expect(fill(sentence, params)).toBe(filled);
});

test('words are said in the reader’s language, in Vietnamese where nobody has chosen', () => {
  const words = catalogue(vi, en);
  const lexicon = new Lexicon([words]);
  const kit = readersWords({ close: 'Đóng' }, { close: 'Close' });
  const said = () => [
    words.say('task.count', { count: 2 }),
    lexicon.say('task.count', { count: 2 }),
    kit.close,
  ];
  expect(said()).toEqual(['2 nhiệm vụ', '2 nhiệm vụ', 'Đóng']);
  expect(inLanguage('en', said)).toEqual(['2 tasks', '2 tasks', 'Close']);
  expect(words.in('en')('task.of', { unit: 'A', count: 3 })).toBe('A: 3');
});

test('the language goes along with what waits, and with what is called from elsewhere', async () => {
  const later = inLanguage('en', async () => {
    await new Promise((done) => setImmediate(done));
    return readersLanguage();
  });
  expect([await later, inLanguage('en', () => keepLanguage(readersLanguage))()]).toEqual(['en', 'en']);
  expect(readersLanguage()).toBe('vi');
});

test.each([
  [() => formatLongDate('2019-06-03'), 'thứ Hai, ngày 03/6/2019', 'Monday, 03/06/2019'],
  [() => formatWeekday('2019-06-09'), 'Chủ nhật', 'Sunday'],
  [() => formatMonth('2019-01'), 'tháng 01/2019', 'January 2019'],
  [() => formatShortMonth('2019-03'), 'T3', 'Mar'],
  [() => formatNumber(1234.5), '1.234,5', '1,234.5'],
  [() => formatNumber(-0.001), '0', '0'],
  [() => formatPercentage({ numerator: 1249, denominator: 1250 }), '99,9 %', '99.9%'],
  [() => formatPercentage({ numerator: 0, denominator: 0 }), null, null],
  [() => formatDayOff('2019-06-02'), 'Chủ nhật', 'Sunday'],
  [() => formatDayOff('2019-09-02'), 'Quốc khánh 2/9', 'Quốc khánh 2/9'],
])('numbers and days are written as the language does: %s', (format, vietnamese, english) => {
  expect([format(), inLanguage('en', format)]).toEqual([vietnamese, english]);
});
