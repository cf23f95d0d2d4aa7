import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPerson, openDemoOffice } from './demo-office.ts';
import type { Office, Somebody } from './office.ts';
import { convert } from './soffice.ts';

/** CSV as LibreOffice writes it: comma, quotes, UTF-8, cells as they are shown. */
const AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

let office: Office;
let folder: string;
let readers: Somebody[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'minhchung-sheet-'));
  office = await openDemoOffice();
  readers = [await demoPerson(office, 'quantri'), await demoPerson(office, 'chuyenvien.vp')];
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office?.close();
});

/** The cells of a CSV file, without the byte order mark. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** What the administrator is given, or the Office's clerk of what is no business of an administrator. */
async function given(address: string): Promise<Response> {
  for (const reader of readers) {
    const response = await reader.get(address);
    if (response.status === 200) return response;
  }
  throw new Error(`nobody is given ${address}`);
}

async function workbookOf(address: string, name: string): Promise<string[][]> {
  const response = await given(address);
  writeFileSync(path.join(folder, `${name}.xlsx`), Buffer.from(await response.arrayBuffer()));
  const [csv = ''] = convert([path.join(folder, `${name}.xlsx`)], AS_SHOWN, folder);
  return cellsOf(readFileSync(csv, 'utf8'));
}

test('each list opens in a spreadsheet program with the rows, words and demo line of its CSV', async () => {
  const lists = office.house.slices.flatMap((slice) => slice.lists ?? []);
  const whole = lists.filter((list) => !list.path.includes(':'));
  expect(whole.length).toBeGreaterThan(5);
  for (const list of whole) {
    const shown = await workbookOf(`${list.path}.xlsx`, list.name);
    const csv = cellsOf(await (await given(`${list.path}.csv`)).text());
    expect([list.name, shown.length, shown[0]?.[0], shown[1]]).toEqual([
      list.name,
      csv.length,
      csv[0]?.[0],
      csv[1],
    ]);
    const texts = list.columns.flatMap(({ type }, at) => ((type ?? 'text') === 'text' ? [at] : []));
    const wordsOf = (rows: string[][]) =>
      rows.slice(2).map((row) => texts.map((at) => (row[at] ?? '').replace(/^'(?=[=+\-@])/, '')));
    expect(wordsOf(shown), list.name).toEqual(wordsOf(csv));
  }
});

test.each(['/units/import/template', '/agencies/import/template', '/people/import/template'])(
  'the template at %s opens with its headings',
  async (address) => {
    const [headings] = await workbookOf(address, address.replaceAll('/', '-'));
    expect(headings?.filter((heading) => heading !== '').length).toBeGreaterThan(1);
  },
);
