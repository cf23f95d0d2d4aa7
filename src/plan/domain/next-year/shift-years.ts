import { findCitations } from '../../../pure/law/index.ts';
import { fold } from '../../../pure/vietnamese/index.ts';

/** A year, or a span of years; "9001:2015" is the name of a standard. */
const YEARS = /(?<![\d:])((?:19|20)\d{2})(?:(\s*[-–]\s*)((?:19|20)\d{2}))?(?!\d)/g;

export interface ShiftedText {
  text: string;
  /** Passages that name the plan's year and keep it, because a cited document is called so. */
  kept: string[];
}

/** From a citation on: what the cited document is about, "của Bộ Tài chính về hướng dẫn …". */
const ABOUT = /^[^;.(]{0,60}\bve (?:viec )?[^;.]*$/;
/** Letters between a year and the citation of the document that it belongs to. */
const NEAR = 90;

/**
 * A text of this year's plan for the next one: where it says the plan's year, or a school year that touches it, it says
 * the one after. Numbers and dates of cited documents keep theirs, as do longer periods ("giai đoạn 2016-2020"), which
 * are not the plan's to move.
 * @param reaching of a due cell: a window that reaches into the year after moves too
 */
export function shiftYears(text: string, year: number, reaching = false): ShiftedText {
  // Most of a plan names no year at all.
  if (!text.includes(`${year}`) && !(reaching && text.includes(`${year + 1}`))) return { text, kept: [] };
  const citations = findCitations(text);
  const kept: string[] = [];
  const shifted = text.replaceAll(
    YEARS,
    (words: string, first: string, dash: string | undefined, last: string | undefined, at: number) => {
      if (citations.some(({ start, end }) => start <= at && at < end)) return words;
      const [from, to] = [Number(first), Number(last)];
      if (dash !== undefined) {
        const isSchoolYear =
          to === from + 1 && fold(text.slice(Math.max(0, at - 16), at)).endsWith('nam hoc');
        return isSchoolYear && (from === year || to === year) ? `${from + 1}${dash}${to + 1}` : words;
      }
      if (from !== year && !(reaching && from === year + 1)) return words;
      const before = citations.findLast(({ end }) => end <= at);
      if (before !== undefined && ABOUT.test(fold(text.slice(before.end, at)))) {
        kept.push(text.slice(before.start, at + words.length));
        return words;
      }
      const cited = citations.find(({ start }) => start >= at);
      const between = cited === undefined ? '' : text.slice(at, cited.start);
      if (cited !== undefined && between.length <= NEAR && /kem theo[^;.]*$/.test(fold(between))) {
        kept.push(text.slice(at, cited.end));
        return words;
      }
      return `${from + 1}`;
    },
  );
  return { text: shifted, kept };
}
