import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Absence, comesBack, lastDay, overlapping } from './absence.ts';

const away = (person: string, deputy: string, from: string, until: string): Absence => ({
  person,
  deputy,
  from,
  until,
});

test('the last day of an absence is the day before the person came back', () => {
  expect(lastDay('2019-06-30', null)).toBe('2019-06-30');
  expect(lastDay('2019-06-30', '2019-06-10')).toBe('2019-06-09');
  expect(lastDay('2019-06-30', '2019-03-01')).toBe('2019-02-28');
  expect(lastDay('2019-06-30', '2019-07-01')).toBe('2019-06-30');
});

test('two absences of one person overlap where they share a day', () => {
  const known = [away('a', 'b', '2019-06-10', '2019-06-20')];
  expect(overlapping(away('a', 'c', '2019-06-20', '2019-06-25'), known)).toBe(known[0]);
  expect(overlapping(away('a', 'c', '2019-06-21', '2019-06-25'), known)).toBeUndefined();
  expect(overlapping(away('b', 'c', '2019-06-10', '2019-06-20'), known)).toBeUndefined();
});

test('work comes back where deputies stand in for each other on one day', () => {
  const known = [away('b', 'c', '2019-06-10', '2019-06-20'), away('c', 'd', '2019-06-15', '2019-06-16')];
  expect(comesBack(away('a', 'b', '2019-06-01', '2019-06-30'), known)).toBe(false);
  expect(comesBack(away('d', 'b', '2019-06-01', '2019-06-30'), known)).toBe(true);
  expect(comesBack(away('d', 'b', '2019-06-17', '2019-06-30'), known)).toBe(false);
  expect(comesBack(away('c', 'b', '2019-06-20', '2019-06-22'), known)).toBe(true);
});

test('where no absence brings work back, every chain of deputies ends with somebody who is there', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `2019-06-0${number}`);
  const absence = fc
    .record({ person, deputy: person, one: day, two: day })
    .filter((drawn) => drawn.person !== drawn.deputy)
    .map(({ person: who, deputy, one, two }) => {
      const [from = one, until = two] = [one, two].sort();
      return away(who, deputy, from, until);
    });
  fc.assert(
    fc.property(fc.array(absence, { maxLength: 12 }), day, person, (drawn, today, who) => {
      const kept: Absence[] = [];
      for (const one of drawn)
        if (overlapping(one, kept) === undefined && !comesBack(one, kept)) kept.push(one);
      const deputyOf = (name: string) =>
        kept.find((one) => one.person === name && one.from <= today && today <= one.until)?.deputy;
      let at: string | undefined = who;
      for (let steps = 0; at !== undefined && steps <= 5; steps++) at = deputyOf(at);
      expect(at).toBeUndefined();
    }),
  );
});
