import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formPurposes } from '../src/forms/shelf.ts';
import { type PrintedPage, pagesOf, words } from '../src/platform/paper/testing.ts';
import { convert } from './soffice.ts';

const FONTS = fileURLToPath(new URL('../node_modules/@expo-google-fonts/tinos', import.meta.url));

let folder: string;
const pages = new Map<string, PrintedPage[]>();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-forms-'));
  const files: string[] = [];
  for (const { address, shipped, sample } of formPurposes) {
    const file = path.join(folder, `${address}.docx`);
    writeFileSync(file, await sample((await shipped()).bytes));
    files.push(file);
  }
  for (const [at, pdf] of convert(files, 'pdf', folder, FONTS).entries())
    pages.set(formPurposes[at]?.address ?? '', await pagesOf(new Uint8Array(readFileSync(pdf))));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(formPurposes)(
  'a word processor lays $code out on one page of its paper',
  ({ address, rules, form }) => {
    const [first, ...others] = pages.get(address) ?? [];
    const { width, height, margin } = rules.layout[form.page];
    if (first === undefined) throw new Error('nothing was printed');
    expect(others).toEqual([]);
    expect([first.width, first.height].map(Math.round)).toEqual([width, height]);
    expect(Math.min(...first.items.map(({ x }) => x))).toBeGreaterThan(margin.left - 0.5);
    expect(Math.max(...first.items.map(({ right }) => right))).toBeLessThan(width - margin.right + 1);
    expect(words(first).replace(/\s+/g, ' ')).toContain(form.title.toLocaleUpperCase('vi'));
  },
);
