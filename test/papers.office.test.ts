import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentRuleSets } from '../src/platform/paper/rules.ts';
import { sampleReport } from '../src/platform/paper/sample.ts';
import { numberOf, type PrintedPage, pagesOf, signedOn, words } from '../src/platform/paper/testing.ts';
import { fillTemplate } from '../src/platform/word/render.ts';
import { convert } from './soffice.ts';

const FONTS = fileURLToPath(new URL('../node_modules/@expo-google-fonts/tinos', import.meta.url));

let folder: string;
const pages = new Map<string, PrintedPage[]>();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-papers-'));
  const files = documentRuleSets.map(({ code }) => {
    const file = path.join(folder, `${code}.docx`);
    const template = new Uint8Array(readFileSync(`templates/document-${code}.docx`));
    writeFileSync(file, fillTemplate(template, sampleReport(signedOn[code])));
    return file;
  });
  for (const [at, pdf] of convert(files, 'pdf', folder, FONTS).entries())
    pages.set(documentRuleSets[at]?.code ?? '', await pagesOf(new Uint8Array(readFileSync(pdf))));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lineOf = (page: PrintedPage | undefined, text: string) =>
  page?.items.find((item) => item.text.includes(text))?.y ?? Number.NaN;

test.each(documentRuleSets)('a word processor lays the Word report out as $code says', (rules) => {
  const [first, ...annex] = pages.get(rules.code) ?? [];
  const { margin, page } = rules;
  if (first === undefined) throw new Error('nothing was printed');
  expect([first.width, first.height].map(Math.round)).toEqual([page.width, page.height]);
  expect(numberOf(first, margin.top.used - 2, margin.bottom.used - 2)).toEqual([]);
  expect(Math.min(...first.items.map(({ x }) => x))).toBeCloseTo(margin.left.used, 0);
  expect(Math.max(...first.items.map(({ right }) => right))).toBeLessThan(page.width - margin.right.used + 1);
  // Parent and title, issuer and motto, number and date stand on the same lines.
  expect(lineOf(first, 'UBND THÀNH PHỐ')).toBeCloseTo(lineOf(first, 'CỘNG HÒA'), 0);
  expect(Math.abs(lineOf(first, 'Số:') - lineOf(first, 'Hà Nội, ngày'))).toBeLessThan(1);
  expect(lineOf(first, 'CHỦ NGHĨA VIỆT NAM')).toBe(lineOf(first, 'CỘNG HÒA'));
  expect(Math.abs(lineOf(first, 'Nơi nhận:') - lineOf(first, 'KT. GIÁM ĐỐC'))).toBeLessThan(1.5);

  expect(annex.length).toBeGreaterThan(5);
  for (const [at, turned] of annex.entries()) {
    expect([turned.width, turned.height].map(Math.round)).toEqual([page.height, page.width]);
    expect(words(turned)).toContain('Đơn vị chủ trì');
    const numbers = numberOf(turned, margin.top.used - 2, margin.bottom.used - 2);
    expect(numbers.map(({ text }) => text.trim())).toEqual(at === 0 ? [] : [String(at + 1)]);
    for (const { x, right, y } of numbers)
      if (rules.pageNumber.place === 'top-centre') {
        expect(y).toBeLessThan(margin.top.used);
        expect((x + right) / 2).toBeCloseTo((margin.left.used + page.height - margin.right.used) / 2, 0);
      } else {
        expect(y).toBeGreaterThan(page.width - margin.bottom.used);
        expect(Math.abs(right - (page.height - margin.right.used))).toBeLessThan(1);
      }
  }
  const rows = annex.flatMap(({ items }) => items.filter(({ text }) => /^Nhiệm vụ thứ \d+/.test(text)));
  expect(rows).toHaveLength(69);
});
