import { findCitations } from './citations.ts';
import { type Phrase, phraseAt, phraseStart } from './due-grammar.ts';
import { plainText, sourceSpan } from './plain-text.ts';
import type { DateContext, FoundDate } from './types.ts';

/** Whether a phrase in running text is a date of its own, not a plan's year or a report's period. */
function counts(phrase: Phrase): boolean {
  if (phrase.sort === 'relative') return true;
  if (phrase.sort !== 'moment') return phrase.exact;
  if (phrase.unit === 'year') return false;
  if (phrase.exact) return phrase.year !== null || phrase.limited || phrase.named;
  return phrase.named ? phrase.limited || phrase.year !== null : phrase.limited && phrase.year !== null;
}

/**
 * Dates and limits standing in running text, a title or a requirement; offsets are half-open UTF-16 indexes. The
 * dates of citations are not among them.
 */
export function findDatesInText(text: string, context: DateContext): FoundDate[] {
  const plain = plainText(text);
  const citations = findCitations(text);
  const found: FoundDate[] = [];
  let done = 0;
  let next = 0;
  for (const { index: at } of plain.text.matchAll(phraseStart)) {
    if (at < done) continue;
    const offset = plain.starts[at] ?? 0;
    while ((citations[next]?.end ?? Infinity) <= offset) next += 1;
    if ((citations[next]?.start ?? Infinity) <= offset) continue;
    const phrase = phraseAt(plain, at, { ...context, inText: true });
    if (phrase === null) continue;
    done = phrase.end;
    if (!counts(phrase)) continue;
    for (const { reading, from, end } of phrase.readings) {
      const span = sourceSpan(plain, from, end);
      found.push({ ...span, window: { raw: text.slice(span.start, span.end), label: null, ...reading } });
    }
  }
  return found;
}
