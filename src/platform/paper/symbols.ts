import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';
import { code128 } from '../../pure/barcode/code128.ts';
import type { FormPicture } from './form-sheet.ts';

/** Modules of white that a reader wants around a code: four around QR (ISO/IEC 18004), ten beside bars (ISO/IEC 15417). */
const QUIET = { qr: 4, barcode: 10 } as const;

/** A code as rows of modules, true for dark, with the white around it; bars have one row. */
export function modulesOf({ symbol, holds }: FormPicture): boolean[][] {
  const quiet = QUIET[symbol];
  if (symbol === 'qr') return encodeQR(holds, 'raw', { ecc: 'medium', border: quiet });
  const white = Array.from({ length: quiet }, () => false);
  const bars = code128(holds).flatMap((width, at) => Array.from({ length: width }, () => at % 2 === 0));
  return [[...white, ...bars, ...white]];
}

/** A code as SVG, a module of it one unit; @param height of a row in modules */
export function symbolSvg(picture: FormPicture, height = 1): string {
  const rows = modulesOf(picture);
  const width = rows[0]?.length ?? 0;
  const marks = rows.flatMap((row, y) =>
    darkRuns(row).map(([x, length]) => `M${x} ${y * height}h${length}v${height}h-${length}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${rows.length * height}" shape-rendering="crispEdges"><path d="${marks.join('')}"/></svg>`;
}

/** Beginning and length of what is dark in a row. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}

/** A code as PNG of one bit a pixel. @param scale pixels a module is wide @param height pixels a row is high */
export function symbolPng(picture: FormPicture, scale: number, height: number): Uint8Array {
  const rows = modulesOf(picture);
  const width = (rows[0]?.length ?? 0) * scale;
  const line = 1 + Math.ceil(width / 8);
  // Each line begins with its filter, none; white is 1.
  const pixels = Buffer.alloc(line * rows.length * height, 0xff);
  for (const [y, row] of rows.entries()) {
    const first = Buffer.alloc(line, 0xff);
    first[0] = 0;
    for (const [x, length] of darkRuns(row))
      for (let at = x * scale; at < (x + length) * scale; at++)
        first[1 + (at >> 3)] = (first[1 + (at >> 3)] ?? 0) & ~(0x80 >> (at & 7));
    for (let copy = 0; copy < height; copy++) first.copy(pixels, line * (y * height + copy));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length * height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
