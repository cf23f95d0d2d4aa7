/**
 * Benchmark of the one-stop desk's forms: receipts a second as PDF and as Word file, a tracking book of 1,000 dossiers,
 * and what a QR code and a barcode cost.
 * Run: node bench/forms.ts
 */
import type { FormContent } from '../src/forms/domain/content.ts';
import { printForm } from '../src/forms/print.ts';
import { sampleForm } from '../src/forms/sample.ts';
import { formSheet } from '../src/forms/sheet.ts';
import { formPurpose } from '../src/forms/shelf.ts';
import { printFormWord } from '../src/platform/paper/press.ts';
import { symbolSvg } from '../src/platform/paper/symbols.ts';

const DAY = '2019-06-03';
const receipt = sampleForm('receipt', DAY);
const book = sampleForm('tracking-book', DAY);
const code = (round: number) => `000.00.01.H26-190603-${String(round).padStart(4, '0')}`;

/** A receipt of its own code: the typesetter knows again what it has just set. */
function receiptOf(round: number): FormContent {
  if (receipt.kind !== 'receipt') throw new Error('the sample is no receipt');
  return { ...receipt, code: code(round), publicAddress: `https://example.vn/tra-cuu/${code(round)}` };
}

function bookOf(rows: number, round: number): FormContent {
  if (book.kind !== 'tracking-book') throw new Error('the sample is no tracking book');
  const some = Array.from({ length: rows }, (_, at) => book.rows[at % book.rows.length]).flatMap((row, at) =>
    row === undefined ? [] : [{ ...row, entry: at + 1, code: code(at + round) }],
  );
  return { ...book, rows: some };
}

async function measured(what: string, print: (round: number) => unknown, rounds: number): Promise<void> {
  const start = performance.now();
  await print(0);
  const first = performance.now() - start;
  const times: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const begun = performance.now();
    await print(round);
    times.push(performance.now() - begun);
  }
  const all = times.reduce((sum, time) => sum + time, 0);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `${what}: first ${first.toFixed(0)} ms, then ${((rounds * 1000) / all).toFixed(0)} a second, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

const purpose = formPurpose('tt01-2018-01');
if (purpose === undefined) throw new Error('there is no receipt');
const { rules, form } = purpose;
const template = await purpose.shipped();
await measured('receipt as PDF', (round) => printForm(receiptOf(round), DAY), 200);
await measured(
  'receipt as Word file',
  (round) => printFormWord(formSheet(receiptOf(round), rules, form), template.bytes),
  200,
);
await measured('tracking book of 1,000 dossiers as PDF', (round) => printForm(bookOf(1_000, round), DAY), 5);
await measured('QR code', (round) => symbolSvg({ symbol: 'qr', holds: code(round) }), 2_000);
await measured('barcode', (round) => symbolSvg({ symbol: 'barcode', holds: code(round) }), 2_000);
