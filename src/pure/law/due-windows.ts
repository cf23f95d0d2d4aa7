import { findCitations } from './citations.ts';
import { type Phrase, phraseAt, phraseStart, type Reading } from './due-grammar.ts';
import { type PlainText, plainText, written } from './plain-text.ts';
import type { DateContext, DueWindow } from './types.ts';

/** A stretch of a cell that holds one due window, or several joined by "và". Places are of the plain text. */
interface Clause {
  from: number;
  to: number;
}

const named = String.raw`(?:lan|dot|moc|dip)(?: thu)? (?:\d{1,2}|[IVX]{1,4}|mot|hai|ba|tu|nhat)(?: ?[:(-]| (?:qu[iy]|thang|ngay|truoc|trong|tu|den|cham) )`;
const breaks = new RegExp(
  String.raw`[\n;]|(?<=[^\s.])\.+(?= |$)|(?<!(?:^|[^\d/])\d{1,2})(?= (?:${named}))`,
  'gi',
);

function clausesOf(plain: PlainText): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number, next: number): void => {
    const words = plain.text.slice(from, to);
    const lead = words.length - words.replace(/^[\s\-+•·,:]+/, '').length;
    const text = words.trim().replace(/[\s,;.]+$/, '');
    if (/[A-Za-z\d]/.test(text))
      clauses.push({ from: from + lead, to: from + words.trimEnd().replace(/[\s,;.]+$/, '').length });
    from = next;
  };
  for (const match of plain.text.matchAll(breaks))
    close(match.index, match.index + Math.max(1, match[0].length));
  close(plain.text.length, plain.text.length);
  return clauses;
}

function phrasesOf(
  plain: PlainText,
  clause: Clause,
  skipped: (place: number) => boolean,
  context: DateContext,
): Phrase[] {
  const words: PlainText = { ...plain, text: plain.text.slice(0, clause.to) };
  const phrases: Phrase[] = [];
  let done = clause.from;
  for (const { index } of words.text.slice(clause.from).matchAll(phraseStart)) {
    const at = clause.from + index;
    if (at < done || skipped(at)) continue;
    const phrase = phraseAt(words, at, { ...context, inText: false });
    if (phrase === null) continue;
    phrases.push(phrase);
    done = phrase.end;
  }
  return phrases;
}

interface Piece {
  from: number;
  to: number;
  reading: Reading;
  /** The words of time inside it. */
  core: Clause;
}

const guided = /^(?:thuc hien |hoan thanh |trien khai |thoi gian )?(?:theo|can cu)(?![A-Za-z])/i;
const joins = /^[\s,&+/-]*(?:va|hoac)?[\s,&+/-]*$/i;

/** The phrases that say when; the others ("BC quý I", "năm 2019" beside a quarter) name or date them. */
function deciding(plain: PlainText, phrases: readonly Phrase[]): Phrase[] {
  const exact = phrases.filter((phrase) => phrase.exact);
  if (exact.length > 0) {
    return phrases.filter((phrase, i) => {
      if (phrase.exact || phrase.sort === 'continuous' || phrase.sort === 'recurring') return true;
      const before = phrases[i - 1];
      const after = phrases[i + 1];
      const parted = (a: Phrase | undefined, b: Phrase | undefined): boolean =>
        a !== undefined &&
        b !== undefined &&
        /[,&+]|va/i.test(plain.text.slice(a.end, b.from)) &&
        joins.test(plain.text.slice(a.end, b.from));
      const alone = !phrase.limited && phrase.year === null;
      return phrase.sort === 'moment' && !alone && (parted(before, phrase) || parted(phrase, after));
    });
  }
  const moments = phrases.filter((phrase) => phrase.sort === 'moment');
  const finer = moments.filter((phrase) => phrase.unit !== 'year');
  // "Quý IV/2025 và năm 2026": a year that dates nothing else in the clause is a window of its own.
  const dates = new Set(finer.map((phrase) => phrase.year));
  const others = moments.filter(
    (phrase) => phrase.unit === 'year' && phrase.year !== null && !dates.has(null) && !dates.has(phrase.year),
  );
  if (moments.length > 0)
    return finer.length > 0
      ? moments.filter((phrase) => finer.includes(phrase) || others.includes(phrase))
      : moments;
  return phrases.slice(0, 1);
}

function readClause(
  plain: PlainText,
  clause: Clause,
  phrases: readonly Phrase[],
  _context: DateContext,
): Piece[] {
  const whole = (reading: Reading, core: Clause = clause): Piece[] => [{ ...clause, reading, core }];
  const timeless = (kind: 'as_guided' | 'recurring' | 'continuous'): Reading => {
    const moments = phrases.filter((phrase) => phrase.sort === 'moment' && !phrase.exact);
    const only = moments.length === 1 ? moments[0]?.readings[0]?.reading : undefined;
    if (kind === 'recurring' || only === undefined) return { kind, start: null, end: null };
    return { ...only, kind };
  };
  const exact = phrases.some((phrase) => phrase.exact && phrase.sort === 'moment');
  const rhythm = phrases.some((phrase) => phrase.sort === 'recurring');
  const byQuarter = phrases[0]?.sort === 'recurring' && phrases[0].from === clause.from;
  if (guided.test(plain.text.slice(clause.from, clause.to)) && !exact && !byQuarter)
    return whole(timeless('as_guided'));
  if (phrases.length === 0) return whole({ kind: null, start: null, end: null });
  const printedDay = phrases.some((phrase) => phrase.exact && phrase.year !== null);
  if (rhythm && !printedDay) return whole(timeless('recurring'));
  if (!exact && phrases.some((phrase) => phrase.sort === 'continuous')) return whole(timeless('continuous'));

  const chosen = deciding(plain, phrases);
  const yearBeside = phrases.find(
    (phrase) => phrase.unit === 'year' && phrase.year !== null && !chosen.includes(phrase),
  )?.year;
  const parts = chosen.flatMap((phrase) => {
    const again =
      yearBeside != null && phrase.year === null
        ? phraseAt({ ...plain, text: plain.text.slice(0, clause.to) }, phrase.from, {
            planYear: yearBeside,
            inText: false,
          })
        : null;
    return (again ?? phrase).readings.map((part) => {
      const { yearInferred: _, ...printed } = part.reading;
      return again ? { ...part, reading: printed } : part;
    });
  });
  const [only] = parts;
  if (parts.length === 1 && only) return whole(only.reading, { from: only.from, to: only.end });
  const leads = /[A-Za-z\d]/.test(plain.text.slice(clause.from, parts[0]?.from ?? clause.from));
  // Words between two windows go with the side that names come on; behind a comma or "và", with the second.
  const cut = (left: { end: number }, right: { from: number }): number =>
    leads || /^(?: ?[,;&+]| va )/i.test(plain.text.slice(left.end, right.from)) ? left.end : right.from;
  return parts.map((part, i) => {
    const next = parts[i + 1];
    const before = parts[i - 1];
    const from = before === undefined ? clause.from : cut(before, part);
    const to = next === undefined ? clause.to : cut(part, next);
    return { ...tight(plain, from, to), reading: part.reading, core: { from: part.from, to: part.end } };
  });
}

/** Without the commas, "và" and colons that only join. */
function tight(plain: PlainText, from: number, to: number): Clause {
  const words = plain.text.slice(from, to);
  const lead = /^(?:[\s,;:&+/-]|va(?= ))*/i.exec(words)?.[0].length ?? 0;
  const kept = words.slice(lead).replace(/(?:[\s,;:&+/-]| va(?= ?$))*$/i, '');
  return { from: from + lead, to: from + lead + kept.length };
}

const heading = /^(?:thoi (?:gian|han|diem)|tien do|hoan thanh|han)(?![A-Za-z])/i;
const noName =
  /^(?:thoi (?:gian|han|diem)|tien do|hoan thanh|xong|du kien|ket thuc|thuc hien|trien khai|trong|vao|gui|nop|ban hanh|to chuc|cham nhat|han|la|dip|nhan dip|ky niem)(?![A-Za-z])/i;

/** The name of a window: what stands beside its words of time. */
function labelOf(plain: PlainText, piece: Piece, several: boolean): string | null {
  const before = tight(plain, piece.from, Math.max(piece.from, piece.core.from));
  const after = tight(plain, Math.min(piece.core.to, piece.to), piece.to);
  const colonBefore = /: ?$/.test(plain.text.slice(piece.from, piece.core.from));
  const colonAfter = /^ ?:/.test(plain.text.slice(piece.core.to, piece.to));
  const name = [before, after]
    .map(({ from, to }) => ({ from, text: plain.text.slice(from, to), raw: written(plain, from, to) }))
    .map(({ from, text, raw }) => ({
      named: /[A-Za-z]/.test(text) && !noName.test(text),
      titled: /[A-Za-z]/.test(text) && !heading.test(text),
      raw,
      from,
    }));
  const [first, second] = name;
  const strip = (raw: string): string => raw.replace(/^[\s.:(–—-]+|[\s.:)(–—-]+$/g, '');
  if (first && (colonBefore ? first.titled : several && first.named)) return strip(first.raw);
  if (second && (colonAfter ? second.titled : several && second.named)) return strip(second.raw);
  return null;
}

/**
 * The windows of a due cell, in order: one or several. What is not understood stays as written, with nulls. A window
 * is read as printed: never moved for a day off, never mended.
 */
export function readDueWindows(cell: string, context: DateContext): DueWindow[] {
  const plain = plainText(cell);
  const skipped = citationsIn(plain);
  const clauses = clausesOf(plain);
  const read = clauses.map((clause) => ({ clause, phrases: phrasesOf(plain, clause, skipped, context) }));
  const pieces: Piece[] = [];
  let waiting: Clause | null = null;
  for (const { clause, phrases } of read) {
    const words = plain.text.slice(clause.from, clause.to);
    const silent = phrases.length === 0 && !guided.test(words);
    const last = pieces.at(-1);
    // A clause without a word of time belongs to its neighbour: kept in its raw, it changes nothing.
    if (
      silent &&
      read.length > 1 &&
      !/\d|(?<![A-Za-z])(?:ngay|thang|quy|tuan|nam)(?![A-Za-z])/i.test(words)
    ) {
      if (last) last.to = clause.to;
      else waiting = waiting ?? clause;
      continue;
    }
    const own = readClause(plain, clause, phrases, context);
    const first = own[0];
    if (waiting && first) first.from = waiting.from;
    waiting = null;
    pieces.push(...own);
  }
  if (waiting)
    pieces.push({
      ...waiting,
      to: clauses.at(-1)?.to ?? waiting.to,
      reading: { kind: null, start: null, end: null },
      core: waiting,
    });
  return pieces.map((piece) => ({
    raw: written(plain, piece.from, piece.to),
    label: labelOf(plain, piece, pieces.length > 1),
    ...piece.reading,
  }));
}

/** Tells whether a place stands inside a citation: its date is no due date. Places must be asked in order. */
function citationsIn(plain: PlainText): (place: number) => boolean {
  const citations = findCitations(plain.source);
  let next = 0;
  return (place) => {
    const offset = plain.starts[place] ?? 0;
    while ((citations[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    return (citations[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}
