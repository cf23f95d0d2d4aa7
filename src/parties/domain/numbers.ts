import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** What is known of how numbers are made; data, since not all of it was compared with its source. */
export interface NumberParameters {
  identityNumber: { firstPlace: number; lastPlace: number; centuries: Readonly<Record<string, number>> };
  taxCode: { weights: readonly number[]; modulus: number; minuend: number };
}

/** A number that was read, with what is doubtful about it; or nothing that could be one. */
export type ReadNumber<Doubt extends string> =
  | { readable: true; number: string; doubts: readonly Doubt[] }
  | { readable: false };

export type IdentityDoubt = 'identity-place' | 'identity-year';
export type TaxDoubt = 'tax-check-digit' | 'tax-branch';

const UNREADABLE = { readable: false } as const;

/**
 * Reads the number of a citizen identity card (12 digits), of the older identity card (9), or of a passport (a letter
 * and 7 or 8 digits). Three digits of the twelve are the place, one century and sex, two the year of birth
 * (Nghị định 137/2015/NĐ-CP, điều 13).
 */
export function validateIdentityNumber(
  typed: string,
  { identityNumber: rules }: NumberParameters,
  dateOfBirth: CivilDate | null = null,
): ReadNumber<IdentityDoubt> {
  const number = compact(typed).toUpperCase();
  if (/^(\d{9}|[A-Z]\d{7,8})$/.test(number)) return { readable: true, number, doubts: [] };
  if (!/^\d{12}$/.test(number)) return UNREADABLE;
  const doubts: IdentityDoubt[] = [];
  const place = Number(number.slice(0, 3));
  if (place < rules.firstPlace || place > rules.lastPlace) doubts.push('identity-place');
  const year = (rules.centuries[number.charAt(3)] ?? 0) + Number(number.slice(4, 6));
  if (dateOfBirth !== null && Number(dateOfBirth.slice(0, 4)) !== year) doubts.push('identity-year');
  return { readable: true, number, doubts };
}

/**
 * Reads a tax code: ten digits, the last one a check digit, of a branch with three more ("0100109106-001"); twelve
 * where a person's identity number serves as one. It is kept as digits alone.
 */
export function validateTaxCode(typed: string, { taxCode: rules }: NumberParameters): ReadNumber<TaxDoubt> {
  const digits = compact(typed);
  // Half a branch is not a person's number of twelve.
  if (/\p{Pd}\s*\d{1,2}$/u.test(typed.trim())) return UNREADABLE;
  if (/^\d{12}$/.test(digits)) return { readable: true, number: digits, doubts: [] };
  if (!/^\d{10}(\d{3})?$/.test(digits)) return UNREADABLE;
  const sum = rules.weights.reduce(
    (total, weight, index) => total + weight * Number(digits.charAt(index)),
    0,
  );
  const doubts: TaxDoubt[] = [];
  if (rules.minuend - (sum % rules.modulus) !== Number(digits.charAt(9))) doubts.push('tax-check-digit');
  const branch = digits.slice(10);
  if (branch === '000') doubts.push('tax-branch');
  return { readable: true, number: digits, doubts };
}

/** A tax code as it is printed: the branch stands behind a dash. */
export function formatTaxCode(code: string): string {
  return code.length === 13 ? `${code.slice(0, 10)}-${code.slice(10)}` : code;
}

/**
 * A telephone number as it is kept: "024 3825 1234", "(+84) 912.345.678" and "0912345678" alike begin with 0; one of
 * another country with +. Null where it is none.
 */
export function normaliseTelephone(typed: string): string | null {
  const bare = compact(typed)
    .replaceAll(/[()]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+?84(?=[1-9]\d{8,9}$)/, '0')
    .replace(/^\+840/, '0');
  if (/^0[1-9]\d{8,9}$/.test(bare)) return bare;
  return /^\+(?!84)[1-9]\d{6,14}$/.test(bare) ? bare : null;
}

/** A number so far, as somebody types it into a search: "+84 912" and "0912" alike; empty where it is no number. */
export function numberBeginning(typed: string): string {
  const bare = compact(typed)
    .replaceAll(/[()]/g, '')
    .replace(/^(\+|00)84/, '0');
  return /^([A-Za-z]?|\+)\d{4,}$/.test(bare) ? bare.toUpperCase() : '';
}

/** "0010******12": enough to tell two people apart, too little to use; of a short one nothing. */
export function maskNumber(number: string): string {
  if (number.length < 9) return '*'.repeat(number.length);
  const [head, tail] = number.length < 12 ? [3, 2] : [4, 2];
  return number.slice(0, head) + '*'.repeat(number.length - head - tail) + number.slice(-tail);
}

function compact(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[\s.\p{Pd}\p{Cf}]/gu, '');
}
