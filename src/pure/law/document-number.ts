import { fold } from '../vietnamese/fold.ts';
import { typeOfCode } from './document-types.ts';
import { matchAt, type PlainText, plainText, written } from './plain-text.ts';
import type { DocumentNumber } from './types.ts';

/**
 * Numbers and symbols: "61/2018/NĐ-CP" (number/year/type-agency), "375/KH-SGDĐT" (number/type-agency),
 * "772/SGD&ĐT-VP" (a letter: number/agency-unit), "57-NQ/TW" (the Party), "217-HĐBT" (before 1992), and what
 * scanners make of them. Grammar: Nghị định 30/2020/NĐ-CP, annex I, and Hướng dẫn 36-HD/VPTW for the Party.
 */

const serial = String.raw`(?<serial>\d{1,6}(?:\.\d{1,2})?[A-Za-z]?)`;
const year = String.raw`(?<year>(?:19|20)\d{2})`;
const first = `[A-Z][A-Za-z0-9]{0,14}(?:&[A-Z][A-Za-z]{0,10}){0,3}`;
/** After a bare hyphen a part may begin with a digit; after a hyphen with spaces it must look like no word. */
const part = `[A-Z0-9][A-Za-z0-9]{0,14}(?:&[A-Z][A-Za-z]{0,10}){0,3}`;
const apart = `(?:TTg|[A-Z][A-Z0-9][A-Za-z0-9]{0,13}(?:&[A-Z][A-Za-z]{0,10}){0,3})(?![a-z])`;
const joined = `(?:(?:-${part})|(?: ?- ?${apart})){0,5}`;
const afterSpace = `(?<=(?:TT|TTLT|QD|ND|NQ)) ${apart}`;
const lower = `(?:nd|qd|ttlt|tt|nq|ct|kh|hd|tb|bc|ttr|ctr) ?- ?(?:cp|ttg|ubnd|hdnd|[bs][a-z]{1,8})(?![a-z])`;
const symbol = `(?<symbol>(?:TTLT|NQLT) ?/ ?${first}${joined}|${first}(?:${afterSpace})?${joined}|${lower})`;
const codeAhead = `(?=(?:TTLT|TT|QD|ND|NQ|CT|KH|VBHN) ?- ?[A-Z])`;

const legalForm = new RegExp(`${serial} ?[/-] ?${year}(?: ?[/-] ?| ?${codeAhead})${symbol}`, 'y');
const partyForm = new RegExp(`${serial} ?- ?(?<code>[A-Z][A-Za-z]{0,5}) ?/ ?(?<body>${first}${joined})`, 'y');
const plainForm = new RegExp(`${serial} ?/ ?${symbol}`, 'y');
const missingSlash = new RegExp(`${serial} ?${codeAhead}${symbol}`, 'y');
const oldForm = new RegExp(`${serial} ?- ?(?<symbol>(?:CP|TTg|HDBT|CT|TW|UB|UBND|CTN)(?![A-Za-z]))`, 'y');
const yearForm = new RegExp(`${serial} ?/ ?${year}(?![\\d/])`, 'y');
const bareForm = new RegExp(`${serial}(?![\\dA-Za-z/])`, 'y');

/** How a number was printed: `bare` and `year` forms need a type word before them. */
export type NumberForm = 'full' | 'old' | 'year' | 'bare';

/** A number standing in a text; `end` is a place of the plain text. */
export interface FoundNumber extends DocumentNumber {
  form: NumberForm;
  end: number;
}

const repairs: readonly (readonly [RegExp, string])[] = [
  [/HDND/g, 'HĐND'],
  [/HDBT/g, 'HĐBT'],
  [/GDDT/g, 'GDĐT'],
  [/GD&DT/g, 'GD&ĐT'],
  [/LDTBXH/g, 'LĐTBXH'],
];

const agency =
  /^(?:UBND|UBTVQH|H[ĐD]ND|TTg|CP|CTN|CTUBND|TW|TU|QH|VPCP|VPQH|VPTW|TANDTC|VKSNDTC|BCĐ|[BS][A-ZĐ&]{1,})/;

/** Whether a part of a symbol names an agency that issues, not a unit that drafts. */
export function namesAgency(symbolPart: string): boolean {
  return agency.test(symbolPart);
}

/** "TTBTC" as "TT-BTC", "QĐUBND" as "QĐ-UBND": a hyphen lost between a law's code and its issuer. */
function hyphenated(head: string, expectedCodes: readonly string[]): string {
  for (const code of ['TTLT', 'QĐ', 'QD', 'NĐ', 'ND', 'NQ', 'TT', 'CT', 'KH']) {
    if (!head.startsWith(code)) continue;
    const rest = head.slice(code.length);
    const told = expectedCodes.some((expected) => fold(expected) === fold(code));
    if ((told || /^[QN][ĐD]$|^NQ$/.test(code)) && rest.length > 1 && namesAgency(rest))
      return `${code}-${rest}`;
  }
  return head;
}

function normaliseSymbol(
  raw: string,
  expectedCodes: readonly string[],
): { symbol: string; typeCode: string | null } {
  const tight = raw
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u00ad\ufeff*]/g, '')
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/\s+/g, '-')
    .replace(/^(TTLT|NQLT)\//, '$1-');
  const upper = /[A-ZĐ]/.test(tight) ? tight : tight.toUpperCase().replace('TTG', 'TTg');
  const repaired = repairs.reduce((text, [pattern, right]) => text.replace(pattern, right), upper);
  const parts = repaired.split('-');
  const head = hyphenated(parts[0] ?? '', expectedCodes);
  const [code = '', ...issuers] = [...head.split('-'), ...parts.slice(1)];
  const known = typeOfCode(code);
  if (known === null || issuers.length === 0) return { symbol: [code, ...issuers].join('-'), typeCode: null };
  return { symbol: [known.code, ...issuers].join('-'), typeCode: known.code };
}

/** These are numbered by year (Luật Ban hành VBQPPL): a number without one has lost its serial, not its year. */
const numberedByYear = new Set(['TTLT', 'TT', 'NĐ', 'PL', 'VBHN']);

function legalOrPlain(
  plain: PlainText,
  match: RegExpExecArray,
  at: number,
  expectedCodes: readonly string[],
): FoundNumber {
  const groups = match.groups ?? {};
  const end = at + match[0].length;
  const { symbol: sign, typeCode } = normaliseSymbol(
    written(plain, end - (groups.symbol ?? '').length, end),
    expectedCodes,
  );
  const printed = groups.serial ?? '';
  const inYear = groups.year === undefined ? null : Number(groups.year);
  if (
    inYear === null &&
    /^(?:19|20)\d{2}$/.test(printed) &&
    typeCode !== null &&
    numberedByYear.has(typeCode)
  )
    return {
      serial: null,
      year: Number(printed),
      symbol: sign,
      typeCode,
      normalised: `${printed}/${sign}`,
      form: 'full',
      end,
    };
  const normalised = [printed, ...(inYear === null ? [] : [String(inYear)]), sign].join('/');
  return { serial: printed, year: inYear, symbol: sign, typeCode, normalised, form: 'full', end };
}

/**
 * The number that begins at a place of a plain text, or null. `expectedCodes` are the codes of the type word before
 * it: they tell a lost hyphen ("TTBTC" after "Thông tư") from an agency's name.
 */
export function numberAt(
  plain: PlainText,
  at: number,
  expectedCodes: readonly string[] = [],
): FoundNumber | null {
  const legal = matchAt(legalForm, plain.text, at);
  if (legal) return legalOrPlain(plain, legal, at, expectedCodes);
  const party = matchAt(partyForm, plain.text, at);
  if (party?.groups) {
    const end = at + party[0].length;
    const code = party.groups.code ?? '';
    const body = party.groups.body ?? '';
    const codeStart = at + party[0].indexOf(code, (party.groups.serial ?? '').length);
    const known = typeOfCode(
      written(plain, codeStart, codeStart + code.length)
        .normalize('NFC')
        .replace(/Ð/g, 'Đ'),
    );
    if (known) {
      const organ = normaliseSymbol(written(plain, end - body.length, end), []).symbol;
      const sign = `${known.code}/${organ}`;
      const printed = party.groups.serial ?? '';
      return {
        serial: printed,
        year: null,
        symbol: sign,
        typeCode: known.code,
        normalised: `${printed}-${sign}`,
        form: 'full',
        end,
      };
    }
  }
  const state = matchAt(plainForm, plain.text, at) ?? matchAt(missingSlash, plain.text, at);
  if (state) return legalOrPlain(plain, state, at, expectedCodes);
  const old = matchAt(oldForm, plain.text, at);
  if (old?.groups) {
    const end = at + old[0].length;
    const printed = old.groups.serial ?? '';
    const sign = normaliseSymbol(old.groups.symbol ?? '', []).symbol;
    return {
      serial: printed,
      year: null,
      symbol: sign,
      typeCode: null,
      normalised: `${printed}-${sign}`,
      form: 'old',
      end,
    };
  }
  const dated = matchAt(yearForm, plain.text, at);
  if (dated?.groups) {
    const printed = dated.groups.serial ?? '';
    const inYear = Number(dated.groups.year);
    return {
      serial: printed,
      year: inYear,
      symbol: null,
      typeCode: null,
      normalised: `${printed}/${inYear}`,
      form: 'year',
      end: at + dated[0].length,
    };
  }
  const bare = matchAt(bareForm, plain.text, at);
  if (bare?.groups) {
    const printed = bare.groups.serial ?? '';
    return {
      serial: printed,
      year: null,
      symbol: null,
      typeCode: null,
      normalised: printed,
      form: 'bare',
      end: at + bare[0].length,
    };
  }
  return null;
}

const blankSerial = new RegExp(`(?<![A-Za-z])[Ss][Oo] ?:? ?[._… ]{0,20}/ ?(?:${year} ?/ ?)?${symbol}`, 'g');

/** A number whose serial is left blank, "số …/KH-UBND", from a place on. */
export function blankNumbers(plain: PlainText): (FoundNumber & { start: number })[] {
  return [...plain.text.matchAll(blankSerial)].map((match) => {
    const end = match.index + match[0].length;
    const sign = match.groups?.symbol ?? '';
    const { symbol: normal, typeCode } = normaliseSymbol(written(plain, end - sign.length, end), []);
    const inYear = match.groups?.year === undefined ? null : Number(match.groups.year);
    return {
      serial: null,
      year: inYear,
      symbol: normal,
      typeCode,
      normalised: `${inYear === null ? '' : `/${inYear}`}/${normal}`,
      form: 'full',
      start: match.index,
      end,
    };
  });
}

/** Takes a document number apart: "375 /KH-SGDĐT", "Số: 57-NQ/TW", "20/2010/TT – BTP". Null where there is none. */
export function parseDocumentNumber(raw: string): DocumentNumber | null {
  const plain = plainText(raw);
  const blank = blankNumbers(plain)[0];
  if (blank) return strip(blank);
  const begin = plain.text.search(/\d/);
  const found = begin < 0 ? null : numberAt(plain, begin);
  return found && strip(found);
}

function strip({ serial: s, year: y, symbol: g, typeCode, normalised }: DocumentNumber): DocumentNumber {
  return { serial: s, year: y, symbol: g, typeCode, normalised };
}
