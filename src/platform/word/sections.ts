import type { Annex } from '../paper/document.ts';

type Orientation = Annex['orientation'];

/** A4 with the margins of the rules, for a template whose pages say nothing. */
const PLAIN =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

const LAST_SECTION = /<w:sectPr(?:\s[^>]*)?>(?:(?!<w:sectPr).)*<\/w:sectPr>(?=\s*<\/w:body>)/s;

/** How the pages of a template are made: the properties of its last section. */
export function pageProperties(documentXml: string): string {
  return LAST_SECTION.exec(documentXml)?.[0] ?? PLAIN;
}

/** The same pages upright or on their side; those of an annex count from 1. */
export function turned(properties: string, orientation: Orientation): string {
  const size = /<w:pgSz[^>]*\/>/.exec(properties)?.[0] ?? '';
  const [width, height] = [numberOf(size, 'w'), numberOf(size, 'h')];
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const pgSz =
    orientation === 'landscape'
      ? `<w:pgSz w:w="${long}" w:h="${short}" w:orient="landscape"/>`
      : `<w:pgSz w:w="${short}" w:h="${long}"/>`;
  const counted = '<w:pgNumType w:start="1"/>';
  const resized = properties.replace(/<w:pgSz[^>]*\/>/, pgSz);
  return /<w:pgNumType[^>]*\/>/.test(resized)
    ? resized.replace(/<w:pgNumType[^>]*\/>/, counted)
    : resized.replace(/<w:pgMar[^>]*\/>/, (margins) => margins + counted);
}

/** Twips between the margins. */
export function textWidth(properties: string): number {
  const size = /<w:pgSz[^>]*\/>/.exec(properties)?.[0] ?? '';
  const margins = /<w:pgMar[^>]*\/>/.exec(properties)?.[0] ?? '';
  return (
    numberOf(size, 'w') - numberOf(margins, 'left') - numberOf(margins, 'right') - numberOf(margins, 'gutter')
  );
}

function numberOf(element: string, attribute: string): number {
  return Number(new RegExp(`\\bw:${attribute}="(-?\\d+)"`).exec(element)?.[1] ?? 0);
}

/** A paragraph that ends a section of these pages. */
export function sectionEnd(properties: string, style: string | undefined): string {
  const named = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${properties}</w:pPr></w:p>`;
}

/** The document with other pages for its last section. */
export function withLastSection(documentXml: string, properties: string): string {
  return documentXml.replace(LAST_SECTION, () => properties);
}
