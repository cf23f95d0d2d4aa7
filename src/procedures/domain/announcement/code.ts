/** A procedure's code as read: "2.000908.000.00.00.H61". */
export interface ReadCode {
  asWritten: string;
  /** Put right where only blanks or look-alike signs had come into it; null where it is no code. */
  code: string | null;
  /** "2.000908": what other systems match on; null of a code from before the national catalogue. */
  nationalCode: string | null;
  /** Signs were taken out or put right. */
  repaired: boolean;
}

/** "d.dddddd", with the agency appended in local catalogues: ".000.00.00.H61" or ".H61". */
const NATIONAL = /^(\d\.\d{6})((?:\.\d{2,3}){0,3}\.[A-Z]\d{2})?$/;
/** Codes of local catalogues of before: "T-HNO-123456-TT", "B-BGD-285432-TT". */
const LOCAL = /^[A-Z]{1,3}(?:-[A-Z]{2,6})?-\d{4,6}(?:-[A-Z]{2})?$/;

/** Signs that a scan or a typist sets for digits and dots. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\d.][oO]*)[oO](?=[oO]*(?:[\d.]|$))/gu, '0'],
  [/(?<=[\d.])[lI|](?=[\d.]|$)/gu, '1'],
  [/^[lI|](?=\.\d)/u, '1'],
  [/[,·•:]/gu, '.'],
];

/** Reads the code of a procedure; null where the words hold nothing but a dash. */
export function readProcedureCode(text: string): ReadCode | null {
  const asWritten = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (/^[-–—_.…*\s]*$/u.test(asWritten)) return null;
  const tight = asWritten.replace(/\s/gu, '').replace(/[‐-―]/gu, '-');
  const direct = codeOf(tight);
  if (direct !== null) return { asWritten, ...direct, repaired: tight !== asWritten };
  let mended = tight.replace(/^[([]|[)\].;,]+$/gu, '');
  for (const [signs, right] of LOOK_ALIKES) mended = mended.replace(signs, right);
  // The dot after the first digit is lost, or stands twice.
  mended = mended.replace(/\.{2,}/gu, '.').replace(/^(\d)(?=\d{6}(?:\.|$))/u, '$1.');
  const found = codeOf(mended);
  return found === null
    ? { asWritten, code: null, nationalCode: null, repaired: false }
    : { asWritten, ...found, repaired: true };
}

function codeOf(text: string): { code: string; nationalCode: string | null } | null {
  const national = NATIONAL.exec(text);
  if (national !== null) return { code: text, nationalCode: national[1] ?? null };
  return LOCAL.test(text) ? { code: text, nationalCode: null } : null;
}

/** Whether the words of a cell look like a code, broken or not, and like no name. */
export function looksLikeCode(text: string): boolean {
  return /^[\d\s.,oOlI|-]{4,}(?:[A-Z][\d\s]{0,4})?$/u.test(text.trim()) || LOCAL.test(text.trim());
}
