import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ReadCitation } from '../read-plan.ts';
import type { Range, SourceText } from './source-text.ts';

/** A citation taken apart, and where it stands. */
export interface CitationFacts extends ReadCitation {
  range: Range;
  /** The words before the number, "thông tư"; empty where the citation begins with "số". */
  typeWord: string;
  /** "61" of 61/2018/NĐ-CP; null where the number has none. */
  serial: string | null;
  /** 2018 of 61/2018/NĐ-CP. */
  year: number | null;
  /** "NĐ-CP", "CTr-TU", "QH15". */
  symbol: string | null;
  /** Who issued it, as printed behind "của", up to the next stop; null where nobody is named. */
  issuer: string | null;
}

const NUMBER = /^(?:(\d+(?:\.\d+)?[a-z]?)(?=$|[/-]))?(?:[/-]((?:19|20)\d\d)(?=$|[/-]))?(?:[/-]?(\p{L}.*))?$/u;
/** "2015/TTLT-BNV-BTC": the four digits in the serial's place of a number that must hold a year are the year. */
const YEAR_FOR_SERIAL = /^\/?((?:19|20)\d\d)\/(\p{L}.*)$/u;
const ISSUER = /^[\s*_]*(?:\([^)]{0,40}\)\s*)?của\s+(?:liên bộ:?\s*)?([^,;.:()\n\t|“”"*]{2,70})/iu;

/** Symbols whose documents are numbered within a year, the year standing in the number. */
const NUMBERED_WITH_YEAR = /^(?:NĐ-CP|QĐ-TTg|NQ-HĐND|TTLT\b.*|TT-.*|UBTVQH\d+|QH\d+|L-CTN)$/u;

/** Symbols of one single issuer in the whole country: the same number is always the same document. */
const ONE_ISSUER = /(?:-CP|-TTg|-CTN|\/TW|-TW|QH\d+|TTLT.*|TT-B.*)$/u;

/** Whether a symbol belongs to documents that carry the year in their number, as legal documents do. */
export function carriesYear(symbol: string): boolean {
  return NUMBERED_WITH_YEAR.test(symbol);
}

/** Whether two citations can only mean the same issuer. */
export function sameIssuer(a: CitationFacts, b: CitationFacts): boolean {
  if (a.symbol !== null && ONE_ISSUER.test(a.symbol)) return true;
  if (a.issuer === null || b.issuer === null) return true;
  return issuerHead(a.issuer) === issuerHead(b.issuer);
}

function issuerHead(issuer: string): string {
  const folded = fold(issuer)
    .replace(/uy ban nhan dan/gu, 'ubnd')
    .replace(/hoi dong nhan dan/gu, 'hdnd');
  return folded.split(' ').slice(0, 2).join(' ');
}

/** Takes a citation apart. */
export function citationFacts(citation: ReadCitation, source: SourceText): CitationFacts {
  const range = source.range(citation.span);
  const number = citation.number ?? '';
  const yearFirst = YEAR_FOR_SERIAL.exec(number);
  const yearTaken = yearFirst !== null && carriesYear(yearFirst[2] ?? '');
  const parts = yearTaken ? null : NUMBER.exec(number);
  const after = source.text.slice(range.end, range.end + 120);
  return {
    ...citation,
    range,
    typeWord: typeWordOf(citation.raw),
    serial: parts?.[1] ?? null,
    year: yearTaken ? Number(yearFirst[1]) : parts?.[2] === undefined ? null : Number(parts[2]),
    symbol: (yearTaken ? yearFirst[2] : parts?.[3]) ?? null,
    issuer: ISSUER.exec(after)?.[1]?.replace(/\s+/gu, ' ').trim() ?? null,
  };
}

function typeWordOf(raw: string): string {
  const before = /^[^\d]*/u.exec(raw.normalize('NFC'))?.[0] ?? '';
  return before
    .replace(/[*_]/gu, '')
    .replace(/(?<!\p{L})số(?!\p{L}).*$/isu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s:]+$/u, '')
    .replace(/^các\s+/iu, '')
    .trim();
}
