import { expect, test } from 'vitest';
import { EMAIL, LOGIN, proposeLogin } from './login.ts';

test.each([
  ['Nguyễn Văn An', 'annv'],
  ['Nguyễn Văn An'.normalize('NFD'), 'annv'],
  ['Đỗ Thị Thuỳ-Dương', 'duongdtt'],
  ['An', 'an'],
  ['Ý', 'y0'],
])('%s is proposed as %s', (name, login) => {
  expect(proposeLogin(name, () => false)).toBe(login);
  expect(login).toMatch(LOGIN);
});

test('a taken login gets the next free number', () => {
  const taken = new Set(['annv', 'annv2']);
  expect(proposeLogin('Nguyễn Văn An', (login) => taken.has(login))).toBe('annv3');
});

test('a long list of one name is gone through once', () => {
  const taken = new Set<string>();
  const tried = new Map<string, number>();
  let asked = 0;
  for (let at = 0; at < 10_000; at++)
    taken.add(
      proposeLogin(
        'Nguyễn Văn An',
        (login) => {
          asked++;
          return taken.has(login);
        },
        tried,
      ),
    );
  expect(taken.size).toBe(10_000);
  expect(asked).toBeLessThan(20_001);
});

test.each(['an', 'a.n-v_2@so', '0an'])('%s can be a login', (login) => expect(login).toMatch(LOGIN));
test.each(['a', 'An', 'ăn', '.an', 'an.', 'a n', ''])('%s cannot be a login', (login) =>
  expect(login).not.toMatch(LOGIN),
);
test.each(['vanthu@hanoiedu.vn', 'a.b+c@d.e.vn'])('%s can be an address', (email) =>
  expect(email).toMatch(EMAIL),
);
test.each(['vanthu', 'a@b', 'a@@b.vn', 'a b@c.vn', 'a@b..vn', 'a@b.vn,c@d.vn'])(
  '%s cannot be an address',
  (email) => expect(email).not.toMatch(EMAIL),
);
