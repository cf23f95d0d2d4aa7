import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { code128 } from '../../pure/barcode/code128.ts';
import { modulesOf, symbolPng, symbolSvg } from './symbols.ts';

/** What a reader of QR codes makes of rows of modules, drawn at a size. */
function readQr(rows: readonly (readonly boolean[])[], scale = 4): string {
  const [width, height] = [(rows[0]?.length ?? 0) * scale, rows.length * scale];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data.set([0, 0, 0, 255], (y * width + x) * 4);
  return decodeQR({ width, height, data });
}

test.each([
  '000.00.01.H26-190130-0001',
  'https://example.vn/tra-cuu/000.00.01.H26-190130-0001',
  'Mã hồ sơ số 1',
])('the QR code of %s is read back', (holds) =>
  expect(readQr(modulesOf({ symbol: 'qr', holds }))).toBe(holds),
);

test('any dossier code is read back', () => {
  const code = fc.stringMatching(/^[A-Z0-9.]{3,20}-\d{6}-\d{4,7}$/);
  fc.assert(
    fc.property(code, (holds) => {
      expect(readQr(modulesOf({ symbol: 'qr', holds }))).toBe(holds);
    }),
    { numRuns: 25 },
  );
});

test('a barcode has ten modules of white on both sides, a QR code four around', () => {
  const [bars = []] = modulesOf({ symbol: 'barcode', holds: 'H26-1' });
  expect(bars.indexOf(true)).toBe(10);
  expect(bars.length - 1 - bars.lastIndexOf(true)).toBe(10);
  const rows = modulesOf({ symbol: 'qr', holds: 'H26-1' });
  expect(rows.findIndex((row) => row.includes(true))).toBe(4);
  expect(rows[4]?.indexOf(true)).toBe(4);
});

test('the picture has the bars of the code', () => {
  const scale = 3;
  const png = Buffer.from(symbolPng({ symbol: 'barcode', holds: '000.00.01.H26-190130-0001' }, scale, 5));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  const pixels = inflateSync(data);
  const line = 1 + Math.ceil(width / 8);
  expect(pixels).toHaveLength(line * height);
  const row = Array.from(
    { length: width },
    (_, x) => ((pixels[line + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1,
  );
  // Lengths of what is alike, without the white at both ends.
  const widths = (row.join('').match(/0+|1+/g) ?? []).map((alike) => alike.length / scale).slice(1, -1);
  expect(widths).toEqual(code128('000.00.01.H26-190130-0001'));
});

test('an SVG draws each dark module once', () => {
  const picture = { symbol: 'qr', holds: 'H26-190130-0001' } as const;
  const lengths = [...symbolSvg(picture).matchAll(/h(\d+)v/g)].map(([, length]) => Number(length));
  const dark = modulesOf(picture).flat().filter(Boolean);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(dark.length);
});
