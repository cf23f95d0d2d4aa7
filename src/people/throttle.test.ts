import { expect, test } from 'vitest';
import { minutesToWait, placeOf } from './throttle.ts';

const nothing = { pair: 0, address: 0, login: 0, minutesSince: 0, minutesSinceFirst: 0 };

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [8, 8],
  [9, 15],
  [50, 15],
])('after %i failures of one login from one address the next attempt waits %i minutes', (pair, minutes) => {
  expect(minutesToWait({ ...nothing, pair })).toBe(minutes);
});

test('a wait runs off from the last failure', () => {
  expect(minutesToWait({ ...nothing, pair: 8, minutesSince: 7.5 })).toBe(1);
  expect(minutesToWait({ ...nothing, pair: 8, minutesSince: 8 })).toBe(0);
});

test('many failures from one address, or of one login from many, wait until the first of them is an hour ago', () => {
  expect(minutesToWait({ ...nothing, address: 60 })).toBe(60);
  expect(minutesToWait({ ...nothing, address: 60, minutesSinceFirst: 52.5 })).toBe(8);
  expect(minutesToWait({ ...nothing, login: 199 })).toBe(0);
  expect(minutesToWait({ ...nothing, login: 200 })).toBe(60);
});

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['', ''],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s stands at %s', (address, place) => expect(placeOf(address)).toBe(place));
