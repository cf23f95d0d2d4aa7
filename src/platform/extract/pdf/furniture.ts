import type { PageItem } from './flow.ts';

/** How far from the edge, as a share of the page's height, headers and footers stand. */
const MARGIN = 0.12;
const PAGE_NUMBER = /^[-–\s]*(trang|page)?\s*\d{1,4}(\s*[/|]\s*\d{1,4})?[-–\s]*$/i;

export interface LaidPage {
  width: number;
  height: number;
  items: PageItem[];
}

/**
 * Takes page numbers and repeated headers and footers off the pages. Returns the words of the latter, each once, so that
 * what is looked for in them is not lost among hundreds of numbers.
 */
export function dropFurniture(pages: readonly LaidPage[]): string[] {
  const repeated = repeatedLines(pages);
  const dropped = new Map<string, string>();
  for (const page of pages) {
    const outer = new Set(outerLines(page));
    page.items = page.items.filter((item) => {
      if (item.kind !== 'line' || !outer.has(item)) return true;
      const text = textOf(item);
      if (PAGE_NUMBER.test(text)) return false;
      const key = keyOf(item, page);
      if (!repeated.has(key)) return true;
      if (!dropped.has(key)) dropped.set(key, text);
      return false;
    });
  }
  return [...dropped.values()];
}

function repeatedLines(pages: readonly LaidPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(outerLines(page).map((item) => keyOf(item, page)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, pages.length / 2);
  return new Set([...counts].flatMap(([key, count]) => (count >= enough ? [key] : [])));
}

/** The first and the last two lines of a page, where they stand in its margins. */
function outerLines(page: LaidPage): PageItem[] {
  const head = page.items.slice(0, 2).filter((item) => item.y < MARGIN * page.height);
  const foot = page.items.slice(-2).filter((item) => item.y > (1 - MARGIN) * page.height);
  return [...head, ...foot].filter((item) => item.kind === 'line');
}

function keyOf(item: PageItem, page: LaidPage): string {
  const side = item.y < page.height / 2 ? 'head' : 'foot';
  return `${side} ${textOf(item).replace(/\d+/g, '#')}`;
}

function textOf(item: PageItem): string {
  return item.kind === 'line' ? item.segments.map((segment) => segment.text).join(' ') : '';
}

/** Takes the notes at the foot of each page, set smaller than the body, off the pages. */
export function takeFootnotes(pages: readonly LaidPage[], bodySize: number): PageItem[][] {
  return pages.map((page) => {
    let from = page.items.length;
    let noted = from;
    while (from > 0) {
      const item = page.items[from - 1];
      if (item?.kind !== 'line' || item.segments.some((segment) => segment.size > 0.87 * bodySize)) break;
      from--;
      if (/^[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(textOf(item))) noted = from;
    }
    const notes = page.items.slice(noted);
    page.items = page.items.slice(0, noted);
    return notes;
  });
}
