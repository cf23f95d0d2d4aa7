/** A page of a handmade PDF: drawing instructions in points from the lower left corner of an A4 page. */
export interface TestPage {
  content: string;
  /** Quarter turns clockwise at which the page is shown. */
  turns?: number;
}

/** Text at a place; the built-in font holds no Vietnamese letters, so tests write without diacritics. */
export const at = (x: number, y: number, text: string, size = 12): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;

/** A drawn line. */
export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0} ${y0} m ${x1} ${y1} l S\n`;

/** A one-pixel picture over the whole page, as a scanner makes it. */
export const SCAN = 'q 595 0 0 842 0 0 cm /I1 Do Q\n';

/** Writes a PDF of the given pages. */
export function pdfOf(pages: readonly TestPage[]): Uint8Array {
  const first = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    ...pages.flatMap(({ content, turns = 0 }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${90 * turns} /Contents ${first + 2 * i + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(out, 'latin1'));
}
