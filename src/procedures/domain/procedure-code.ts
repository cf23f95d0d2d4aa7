/**
 * The national part of a procedure's code, by which other systems know it: "3.000181" of "3.000181.000.00.00.H22". A
 * code that was broken in typesetting ("2.000 815") is read too.
 * @returns null where there is none, as in codes of before 2019 ("B-BGD-285195-TT")
 */
export function nationalPart(code: string): string | null {
  const found = /^(\d)\.(\d{6})(?!\d)/.exec(code.replace(/\s+/gu, ''));
  return found === null ? null : `${found[1]}.${found[2]}`;
}
