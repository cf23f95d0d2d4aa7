import { createHash, createHmac } from 'node:crypto';

/**
 * Signs of a code: no vowel, no D and no W, which Vietnamese keyboards turn into other letters while one types; no 0
 * and no 1, which read like letters.
 */
const SIGNS = '23456789BCFGHJKLMNPQRSTVXZ';
/** 16 of 26 signs are 75 bits: beyond guessing, so a fast digest keeps them as well as a slow one would. */
const LENGTH = 16;

/** The one-time code of an invitation, made anew from a secret that the database does not hold: "7KQB-9MXC-…". */
export function invitationCode(secret: string, invitationId: string): string {
  let number = BigInt(`0x${createHmac('sha256', secret).update(invitationId).digest('hex')}`);
  let code = '';
  for (let at = 0; at < LENGTH; at++) {
    code += SIGNS[Number(number % BigInt(SIGNS.length))];
    number /= BigInt(SIGNS.length);
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed as a code, without the dashes and spaces between the groups; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–]/g, '');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** What the database keeps of a code. */
export function codeDigest(code: string): Buffer {
  return createHash('sha256')
    .update(readCode(code) ?? code)
    .digest();
}
