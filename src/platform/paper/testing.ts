import { getDocumentProxy } from 'unpdf';
import type { OfficialDocument } from './document.ts';

/** Words on a page of a PDF. */
export interface Printed {
  text: string;
  /** Millimetres from the left and the top edge of the page. */
  x: number;
  y: number;
  right: number;
}

export interface PrintedPage {
  width: number;
  height: number;
  items: Printed[];
}

const MILLIMETRE = 72 / 25.4;

/** What stands where in a PDF, in millimetres. */
export async function pagesOf(pdf: Uint8Array): Promise<PrintedPage[]> {
  const document = await getDocumentProxy(pdf);
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({
      width: width / MILLIMETRE,
      height: height / MILLIMETRE,
      items: items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [x = 0, y = 0] = item.transform.slice(4) as number[];
        return {
          text: item.str,
          x: x / MILLIMETRE,
          y: (height - y) / MILLIMETRE,
          right: (x + item.width) / MILLIMETRE,
        };
      }),
    });
  }
  return pages;
}

export const words = (page: PrintedPage) => page.items.map(({ text }) => text).join(' ');

/** What stands above or below the text of a page. */
export function numberOf(page: PrintedPage, top: number, bottom: number): Printed[] {
  return page.items.filter(({ y }) => y < top || y > page.height - bottom);
}

/** Days in the time of each rule set. */
export const signedOn: Readonly<Record<string, Partial<OfficialDocument>>> = {
  'tt01-2011': { date: '2019-04-05', draftedOn: '2019-04-02' },
  'nd30-2020': { date: '2026-04-06', draftedOn: '2026-04-02' },
};
