import { compilePdf } from './compiler.ts';
import type { FormSheet } from './form-sheet.ts';
import { modulesOf, symbolSvg } from './symbols.ts';
import { COUNTRY, MOTTO } from './wording.ts';

/** Sets a form on its pages, with its barcode and its QR code. The same form gives the same bytes. */
export function typesetForm({ blocks: _, ...sheet }: FormSheet): Uint8Array {
  const { barcode, qr } = sheet;
  const bars = barcode === '' ? null : ({ symbol: 'barcode', holds: barcode } as const);
  return compilePdf('form.typ', {
    ...sheet,
    country: COUNTRY,
    motto: MOTTO,
    barcodeSvg: bars && symbolSvg(bars),
    barcodeModules: bars && modulesOf(bars)[0]?.length,
    qrSvg: qr === '' ? null : symbolSvg({ symbol: 'qr', holds: qr }),
  });
}
