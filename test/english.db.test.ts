import { readdirSync, readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoOffice, openDemoOffice } from './demo-office.ts';
import type { Office } from './office.ts';
import { addBackdrop, examplesOf } from './routes.ts';
import { type Sight, seeAll } from './sights.ts';

const PATIENCE = 240_000;
/** Who between them see every page. */
const READERS = ['chuyenvien.vp', 'quantri', 'canbo.thpt17', 'truongphong.khtc', null];
const VIETNAMESE = /[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]/i;
/** What is read of a page, beside its text. */
const SPOKEN = ['aria-label', 'placeholder', 'title', 'alt', 'data-label', 'data-done', 'data-show'];
/** What the interface itself says in Vietnamese to an English reader. */
const NAMES = [
  // Columns and rows of the lists that test/routes.ts uploads.
  'Phòng Mới',
  'Trường số 9',
  'Người A',
  'Minh Chứng',
  'Tiếng Việt',
  'Mật',
  'Tối mật',
  'Tuyệt mật',
];

let office: DemoOffice;
let sights: Sight[];
/** All that people have written, and the official calendar: an English page shows it as it was written. */
let written: string;

beforeAll(async () => {
  office = await openDemoOffice();
  const examples = await examplesOf(
    office,
    await addBackdrop(office),
    (route) => !/^\/api\/|\.(csv|xlsx|ics)$/.test(route),
  );
  ({ sights } = await seeAll(office, examples, { logins: READERS, language: 'en' }));
  const documents = sights.flatMap(({ html }) => markedIn(parse(html))).join('\n');
  written = plain(`${await everythingIn(office)} ${documents} ${officialDays()} ${NAMES.join(' ')}`);
}, PATIENCE);
afterAll(() => office?.close());

async function everythingIn(of: Office): Promise<string> {
  const client = new pg.Client(of.owner);
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace",
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ text: string | null }>(
      `SELECT DISTINCT t::text AS text FROM ${name} t`,
    );
    texts.push(...rows.map(({ text }) => text ?? ''));
  }
  await client.end();
  return texts.join('\n');
}

function officialDays(): string {
  const folder = new URL('../rules/calendar/', import.meta.url);
  return readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

/** Text as it can be compared: in one case, without what JSON and rows put around and into it. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/["'\\“”‘’]/g, '')
    .replaceAll(/\s+/g, ' ');
}

type Html = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** What a page says to its reader in the language of its own; what is marked as Vietnamese is left out. */
function saidBy(node: Html, parent = ''): string[] {
  if (node.nodeName === '#text') return 'value' in node && parent !== 'textarea' ? [node.value] : [];
  if (['script', 'style'].includes(node.nodeName) || !('childNodes' in node)) return [];
  const attributes = 'attrs' in node ? node.attrs : [];
  if (attributes.some(({ name, value }) => name === 'lang' && value === 'vi')) return [];
  return [
    ...attributes.filter(({ name }) => SPOKEN.includes(name)).map(({ value }) => value),
    ...node.childNodes.flatMap((child) => saidBy(child, node.nodeName)),
  ];
}

/** What of a page is marked as Vietnamese: documents. */
function markedIn(node: Html): string[] {
  if (node.nodeName === '#text' || !('childNodes' in node)) return [];
  const isMarked = 'attrs' in node && node.attrs.some(({ name, value }) => name === 'lang' && value === 'vi');
  return isMarked ? [textOf(node)] : node.childNodes.flatMap(markedIn);
}

function textOf(node: Html): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
}

const ENDS = /[·:;,()“”–=≥\n/]| (?:or|in|and|of|to) /;

/** What of a text is Vietnamese and was written by nobody, so that the interface must have said it. */
function vietnameseIn(text: string): string[] {
  const isWritten = (part: string) => written.includes(plain(vietnamesePart(part)));
  return isWritten(text) || text.split(ENDS).every(isWritten) ? [] : [text.trim()];
}

/** From the first word with Vietnamese letters to the last: English may stand around what somebody has written. */
function vietnamesePart(text: string): string {
  const words = text.trim().split(/\s+/);
  const isVietnamese = (word: string) => VIETNAMESE.test(word);
  const first = words.findIndex(isVietnamese);
  return words
    .slice(first < 0 ? words.length : first, words.findLastIndex(isVietnamese) + 1)
    .join(' ')
    .replace(/[….]+$/, '');
}

test('every page is in English for whom reads English, but for what people have written', () => {
  const found = new Map<string, string>();
  for (const { html, address } of sights) {
    expect(html).toContain('<html lang="en"');
    for (const text of saidBy(parse(html)).flatMap(vietnameseIn))
      if (!found.has(text)) found.set(text, address);
  }
  expect([...found].map(([text, address]) => `${address}: ${text}`)).toEqual([]);
});

test('Vietnamese that the interface says is told from what people have written', () => {
  for (const key of ['refusal.missing:thing', 'plans.empty', 'done.task.assign'])
    expect(vietnameseIn(office.house.lexicon.say(key))).toHaveLength(1);
});

test('no page lacks a word or leaves a parameter open', () => {
  // The page of the API shows addresses with their parameters.
  const open = sights
    .filter(({ route }) => route !== '/api')
    .flatMap(({ html, address }) =>
      saidBy(parse(html))
        .filter(
          (text) =>
            /\{\w+[|}]|^[a-z_-]+\.[a-z_.-]+$/.test(text.trim()) && !written.includes(plain(text).trim()),
        )
        .map((text) => `${address}: ${text.trim()}`),
    );
  expect(open).toEqual([]);
});
