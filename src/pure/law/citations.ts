import type { CivilDate } from '../calendar/civil-date.ts';
import { civilDate, dayWord, printedDateAt } from './dates.ts';
import { blankNumbers, type FoundNumber, namesAgency, numberAt } from './document-number.ts';
import { codesOf, type DocumentType, documentTypes, typeOfCode, typeOfWord } from './document-types.ts';
import { findLaws } from './laws-by-name.ts';
import { matchAt, type PlainText, plainText, sourceSpan, written } from './plain-text.ts';
import type { Citation } from './types.ts';

/** A type word before a number; null names stand for "văn bản", which may be of any type. */
interface TypeWord {
  from: number;
  to: number;
  type: DocumentType | null;
  short: boolean;
}

const spelled = documentTypes
  .map(({ name }) => plainText(name).text.replaceAll(' ', ' ?'))
  .sort((a, b) => b.length - a.length)
  .join('|');
const notInWord = '(?<![A-Za-z])';
const longWord = new RegExp(`${notInWord}(?<word>${spelled}|van ?ban) ?[:,]? ?$`, 'i');
const shortWord = new RegExp(
  `${notInWord}(?<word>TTLT|TTr|CTr|QD|ND|NQ|TT|KH|CV|CT|TB|BC|HD|VB|KL|PL) ?[:,]? ?$`,
);
const anyWord = new RegExp(`${notInWord}(?:${spelled})(?![A-Za-z])`, 'gi');
const numberSign = /(?<![A-Za-z])s[o0] ?[:.]? ?$/i;
/** "Mẫu số 02/…", "Phụ lục số …" number a form, not a document. */
const notADocument =
  /(?<![A-Za-z])(?:mau|bieu|phu luc|bang|muc|tieu chi|dien thoai|fax|tai khoan|ma)(?: bieu)? ?$/i;

/** "Số" before a number; "Sở. 2" is an agency and the next item. */
function signIn(plain: PlainText, before: string, at: number): RegExpExecArray | null {
  const sign = numberSign.exec(before);
  if (sign === null) return null;
  const from = at - (before.length - sign.index);
  return /^sở/iu.test(written(plain, from, from + 2).normalize('NFC')) ? null : sign;
}

/** How far back a type word, and how far on a date, can stand. */
const reach = 90;

function agrees(type: DocumentType, code: string): boolean {
  return codesOf(type).some((own) => own.replace('Đ', 'D') === code.replace('Đ', 'D'));
}

function typeWordBefore(
  plain: PlainText,
  at: number,
  signed: boolean,
  number: FoundNumber | null,
): TypeWord | null {
  const from = Math.max(0, at - reach);
  const before = plain.text.slice(from, at);
  const wordAt = (index: number, word: string, short: boolean): TypeWord => {
    const start = from + index;
    const asWritten = written(plain, start, start + word.length)
      .normalize('NFC')
      .replace(/Ð/g, 'Đ');
    const generic = /^(?:van ?ban|VB)$/i.test(word);
    return { from: start, to: start + word.length, type: generic ? null : typeOfWord(asWritten), short };
  };
  const long = longWord.exec(before);
  const near = long ?? shortWord.exec(before);
  const word = near?.groups?.word === undefined ? null : wordAt(near.index, near.groups.word, long === null);
  const code = number?.typeCode ?? null;
  if (!signed || (word !== null && (code === null || word.type === null || agrees(word.type, code))))
    return word;
  // "Chương trình hành động số …", "Thông báo kết luận số …": the type stands some words before the number.
  const farther = [...before.matchAll(anyWord)]
    .filter((match) => /^(?: [A-Za-z]+){1,4} ?:? ?$/.test(before.slice(match.index + match[0].length)))
    .map((match) => wordAt(match.index, match[0], false));
  const told =
    code === null ? undefined : farther.findLast(({ type }) => type !== null && agrees(type, code));
  return told ?? word ?? farther.at(-1) ?? null;
}

/** Codes that are also agencies' abbreviations (Cục Thuế, Thanh tra, Sở Tài chính): alone they prove no type. */
const doubtfulCodes = new Set([
  'CT',
  'TT',
  'TC',
  'PC',
  'PA',
  'BB',
  'DA',
  'ĐA',
  'GM',
  'L',
  'PL',
  'CN',
  'CK',
  'BN',
  'GN',
  'GT',
  'UQ',
  'NP',
  'HĐ',
  'QC',
  'PG',
  'PB',
]);

function typeBySymbol(number: FoundNumber): DocumentType | null {
  const { typeCode, symbol } = number;
  if (typeCode === null || symbol === null) return null;
  if (doubtfulCodes.has(typeCode) && !namesAgency(symbol.slice(typeCode.length + 1))) return null;
  return typeOfCode(typeCode)?.type ?? null;
}

/** The word's type where the symbol agrees or says nothing; otherwise the symbol's: the number was registered so. */
function typeName(word: DocumentType | null, generic: boolean, number: FoundNumber): string | null {
  const told = typeBySymbol(number);
  if (word !== null && word.name !== 'Công văn') {
    const agreed = number.typeCode !== null && agrees(word, number.typeCode);
    return told === null || agreed ? word.name : told.name;
  }
  if (told !== null) return told.name;
  // "Số: 772/SGD&ĐT-VP": only letters are numbered without a type code (Nghị định 30/2020/NĐ-CP, annex I).
  const letter = number.symbol !== null && !/^QH\d|^UBTVQH/.test(number.symbol);
  return word !== null || generic || letter ? 'Công văn' : null;
}

const toDate = new RegExp(
  String.raw`(?: ?,)? ?\(?(?<issuer>(?:cua|do) (?:[A-Za-z&-]+,? ){1,10}?)?(?:ban hanh |ky )?(?:${dayWord})`,
  'iy',
);
/** With these words between, the date is not the document's; diacritics tell "tại" from "Tài chính". */
const notIssuer =
  /(?<!\p{L})(?:trước|đến|từ|sau|trong|về|tại|cho|hạn|vào|hết|gửi|báo cáo|công văn|văn bản|nghị|quyết định|thông tư|kế hoạch số)(?!\p{L})/iu;
const dateDirectly = /(?: |,|, | ?\()(?=\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d{2}(?!\d))/y;
const blankDate = /[./… ]{0,12}(?:(?:thang|\/)[./… ]{0,12}){1,2}(?:nam )?(?:\d{4})?(?!\d)/iy;
const badDate = /\d{1,3} ?[/.-] ?\d{1,3}(?: ?[/.-] ?\d{1,6})?/y;
const inYearOnly = / ?,? nam (?:19|20)\d{2}(?!\d)/iy;

/** The date after a number. `date` is null where it is impossible, blank or without a year. */
function dateAfter(
  plain: PlainText,
  at: number,
): { end: number; date: CivilDate | null; dateRaw: string | null } {
  const lead = matchAt(toDate, plain.text, at) ?? matchAt(dateDirectly, plain.text, at);
  const between =
    lead?.groups?.issuer === undefined ? '' : written(plain, at, at + lead[0].length).normalize('NFC');
  if (lead && !notIssuer.test(between)) {
    const from = at + lead[0].length;
    const printed = printedDateAt(plain, from);
    if (printed) {
      const date = printed.year === null ? null : civilDate(printed.year, printed.month, printed.day);
      return { end: printed.end, date, dateRaw: written(plain, from, printed.end) };
    }
    const odd = matchAt(badDate, plain.text, from) ?? matchAt(blankDate, plain.text, from);
    if (odd) {
      const end = from + odd[0].trimEnd().length;
      return { end, date: null, dateRaw: written(plain, from, end) };
    }
  }
  const year = matchAt(inYearOnly, plain.text, at);
  return { end: year ? at + year[0].length : at, date: null, dateRaw: null };
}

/** What may stand after a bare number, "Quyết định 20": punctuation or a word that goes on about the document. */
const afterBare =
  / ?(?:[,;:.)\]”"\n/]|$)|(?: (?:va|cua|ve|ngay|hoac|nay|quy dinh|huong dan|ban hanh|cho|tai|theo|do|duoc|dong thoi|-)(?![A-Za-z]))/iy;
const counted =
  / ?(?:%|,\d|\.\d|- ?\d|(?:nam|thang|ngay(?! \d)|gio|lan|don vi|nguoi|truong|tinh|xa|noi dung|nhiem vu|chi tieu|diem|trieu|ty|dong|buoi|cuoc|cap|bo|ban|trang)(?![A-Za-z]))/iy;
/** Types that are cited by a bare number in speech; a bare "Kế hoạch 5" or "Chương trình 135" is something else. */
const citedBare = new Set([
  'Nghị quyết',
  'Quyết định',
  'Nghị định',
  'Thông tư',
  'Thông tư liên tịch',
  'Chỉ thị',
  'Công văn',
  'Kết luận',
]);
const countable = new Set([
  'Hợp đồng',
  'Dự án',
  'Phương án',
  'Quy định',
  'Quy chế',
  'Luật',
  'Bộ luật',
  'Hiến pháp',
]);

function mayBeBare(plain: PlainText, number: FoundNumber, word: TypeWord, signed: boolean): boolean {
  if (matchAt(counted, plain.text, number.end)) return false;
  const name = word.type?.name;
  if (signed) return name !== undefined && !countable.has(name);
  if (name === undefined || !citedBare.has(name)) return false;
  if (word.short && name === 'Thông tư' && number.form === 'bare') return false;
  if (!/^[A-Z]/.test(plain.text.slice(word.from, word.to))) return false;
  if (number.form === 'bare' && /^(?:19|20)\d{2}$/.test(number.serial ?? '')) return false;
  // A line's end between word and number is more often a new item's number.
  if (/\n/.test(written(plain, word.to, number.end))) return false;
  return matchAt(afterBare, plain.text, number.end) !== null;
}

interface Previous {
  /** Place of the plain text behind the citation. */
  end: number;
  form: FoundNumber['form'];
  type: string | null;
}

/** The place behind the citation before, where only a comma or "và" parts it from `at`. */
function continues(plain: PlainText, previous: Previous | null, at: number): previous is Previous {
  if (previous === null || at < previous.end || at - previous.end > 6) return false;
  return /^(?: ?[,;] ?(?:va )?| va )$/i.test(plain.text.slice(previous.end, at));
}

/** All citations of a text, in order of position. Linear in its length. */
export function findCitations(text: string): Citation[] {
  const plain = plainText(text);
  const laws = findLaws(plain);
  const blanks = new Map(blankNumbers(plain).map((blank) => [blank.start, blank]));
  const found: Citation[] = [];
  const last: { citation: Previous | null } = { citation: null };
  let nextLaw = 0;
  let done = 0;

  const add = (
    from: number,
    number: FoundNumber | null,
    numberEnd: number,
    type: string | null,
    word: { from: number; to: number } | null,
  ): void => {
    const after = dateAfter(plain, numberEnd);
    const span = sourceSpan(plain, from, after.end);
    found.push({
      raw: text.slice(span.start, span.end),
      type,
      number: number?.normalised ?? null,
      date: after.date,
      ...span,
      typeWord: word && written(plain, word.from, word.to),
      serial: number?.serial ?? null,
      year: number?.year ?? null,
      symbol: number?.symbol ?? null,
      typeCode: number?.typeCode ?? null,
      dateRaw: after.dateRaw,
    });
    done = after.end;
    last.citation = { end: after.end, form: number?.form ?? 'full', type };
  };

  const addLawsBefore = (at: number): void => {
    for (let law = laws[nextLaw]; law !== undefined && law.from <= at; law = laws[nextLaw]) {
      nextLaw += 1;
      if (law.from >= done) add(law.from, law.number, law.end, law.type, { from: law.from, to: law.wordEnd });
    }
  };

  for (const { index: at } of plain.text.matchAll(
    /(?<![\w/])(?<!\d[.,])\d+|(?<![A-Za-z])so(?= ?:? ?[._… ]{0,20}\/)/gi,
  )) {
    addLawsBefore(at);
    const previous = last.citation;
    if (at < done) continue;
    const blank = blanks.get(at);
    if (blank) {
      const word = typeWordBefore(plain, at, true, blank);
      add(
        word?.from ?? at,
        blank,
        blank.end,
        typeName(word?.type ?? null, word !== null && word.type === null, blank),
        word,
      );
      continue;
    }
    if (!/\d/.test(plain.text.charAt(at))) continue;
    const before = plain.text.slice(Math.max(0, at - 8), at);
    const sign = signIn(plain, before, at);
    const signAt = sign ? at - (before.length - sign.index) : at;
    const printed = numberAt(plain, at);
    const word = typeWordBefore(plain, signAt, sign !== null, printed);
    // The type word tells a lost hyphen: "TTBTC" after "Thông tư".
    const number =
      printed?.typeCode === null && word?.type ? numberAt(plain, at, codesOf(word.type)) : printed;
    if (number === null) continue;
    const generic = word !== null && word.type === null;
    if (number.form === 'full') {
      if (
        word === null &&
        sign !== null &&
        notADocument.test(plain.text.slice(Math.max(0, signAt - 20), signAt))
      )
        continue;
      if (word === null && typeBySymbol(number) === null) {
        if (sign === null || !/[A-ZĐ]{2}|^QH\d/.test(number.symbol ?? '')) continue;
      }
      const inherited: string | null =
        word === null && continues(plain, previous, signAt) ? previous.type : null;
      const type =
        inherited !== null && number.typeCode === null
          ? inherited
          : typeName(word?.type ?? null, generic, number);
      add(word?.from ?? signAt, number, number.end, type, word);
    } else if (word !== null && word.type !== null) {
      if (number.form === 'old' || mayBeBare(plain, number, word, sign !== null))
        add(word.from, number, number.end, word.type.name, word);
    } else if (
      generic &&
      sign !== null &&
      number.form === 'bare' &&
      dateAfter(plain, number.end).date !== null
    ) {
      add(word.from, number, number.end, null, word);
    } else if (continues(plain, previous, signAt) && (sign !== null || previous.form === number.form)) {
      if (matchAt(counted, plain.text, number.end) || !matchAt(afterBare, plain.text, number.end)) continue;
      add(signAt, number, number.end, previous.type, null);
    }
  }
  addLawsBefore(plain.text.length);
  return found.sort((a, b) => a.start - b.start);
}
