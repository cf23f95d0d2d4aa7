import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeDigest, invitationCode, readCode } from './invitation-code.ts';

test('a code follows from its secret and its invitation', () => {
  expect(invitationCode('bí mật', 'một')).toBe(invitationCode('bí mật', 'một'));
  expect(invitationCode('bí mật', 'một')).not.toBe(invitationCode('bí mật', 'hai'));
  expect(invitationCode('bí mật', 'một')).not.toBe(invitationCode('khác', 'một'));
});

test('a code is read however it is typed, and no Vietnamese keyboard changes it', () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), (secret, id) => {
      const code = invitationCode(secret, id);
      expect(code).toMatch(/^[2-9BCFGHJ-NP-TVXZ]{4}(-[2-9BCFGHJ-NP-TVXZ]{4}){3}$/);
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
      expect(readCode(typed)).toBe(code.replaceAll('-', ''));
      expect(codeDigest(typed)).toEqual(codeDigest(code));
    }),
  );
});

test.each(['', 'một mật khẩu', '2222-2222-2222', '2222-2222-2222-222A', '2222222222222222 2'])(
  '%s is no code',
  (typed) => expect(readCode(typed)).toBeNull(),
);
