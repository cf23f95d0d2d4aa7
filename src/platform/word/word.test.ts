import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../extract/docx/index.ts';
import { ZipReader } from '../extract/zip.ts';
import { examineTemplate, printWord } from '../paper/press.ts';
import { documentRuleSets } from '../paper/rules.ts';
import { sampleReport } from '../paper/sample.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './render.ts';
import { type Parts, templateWithParts } from './testing.ts';

const shipped = (code: string) => new Uint8Array(readFileSync(`templates/document-${code}.docx`));
const template = shipped('nd30-2020');

const changed = (change: Parts) => templateWithParts(template, change);
const inText = (edit: (text: string) => string) => changed({ 'word/document.xml': edit });

const textOf = (docx: Uint8Array) => readDocx(new ZipReader(docx)).text;
const xmlOf = (docx: Uint8Array) =>
  new TextDecoder().decode(new ZipReader(docx).read('word/document.xml') ?? new Uint8Array());

test.each(documentRuleSets)('the template of $code knows all blocks and no other', ({ code }) => {
  expect(checkTemplate(shipped(code), sampleReport())).toMatchObject({
    unknown: [],
    missing: [],
    missingStyles: [],
    broken: [],
  });
});

test.each(documentRuleSets)('a Word report of $code says all, and turns its annex', ({ code }) => {
  const docx = fillTemplate(shipped(code), sampleReport());
  const text = textOf(docx);
  for (const words of [
    'UBND THÀNH PHỐ HÀ NỘI',
    'Số: 05/BC-SGDĐT',
    'Hà Nội, ngày 05 tháng 4 năm 2019',
    'BÁO CÁO',
    'Kính gửi: Sở Nội vụ thành phố Hà Nội',
    'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
    'Đến hết quý I, trong 69 nhiệm vụ đã hoàn thành 21 nhiệm vụ',
    '- Lưu: VT, VP.',
    'KT. GIÁM ĐỐC',
    '(Kèm theo Báo cáo số 05/BC-SGDĐT ngày 05 tháng 4 năm 2019 của Sở Giáo dục và Đào tạo)',
    'Nhiệm vụ thứ 69',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/[{}]|DỰ THẢO|undefined|\[object/);
  const xml = xmlOf(docx);
  expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml.indexOf('w:orient="landscape"')).toBeGreaterThan(xml.indexOf('Nhiệm vụ thứ 69'));
});

test('upright and turned annexes follow one another, each with its own pages', () => {
  const { annexes } = sampleReport();
  const upright = annexes.map((annex) => ({ ...annex, orientation: 'portrait' as const }));
  const xml = xmlOf(fillTemplate(template, sampleReport({ annexes: [...annexes, ...upright, ...annexes] })));
  const sections = [...xml.matchAll(/<w:pgSz[^>]*>/g)].map(([size]) => size.includes('landscape'));
  expect(sections).toEqual([false, true, false, true]);
});

test('without annex there is one section, and a draft says that it is one', () => {
  const docx = fillTemplate(template, sampleReport({ annexes: [], draft: true, number: null, date: null }));
  expect(xmlOf(docx).match(/<w:sectPr/g)).toHaveLength(1);
  expect(textOf(docx)).toContain('DỰ THẢO');
});

test('what is typed stays text, whatever it would mean to Word or to the template', () => {
  const typed = '<w:p/> & "x" {số và ký hiệu} {#nơi nhận}';
  const docx = fillTemplate(
    template,
    sampleReport({ abstract: typed, body: [{ kind: 'paragraph', runs: [{ text: typed }] }] }),
  );
  expect(textOf(docx).split(typed)).toHaveLength(3);
});

test('what XML has no way to write spoils no document', () => {
  const docx = fillTemplate(template, sampleReport({ abstract: 'Kết\u0001 quả\uD800' }));
  expect(textOf(docx)).toContain('Kết\uFFFD quả\uFFFD');
});

test('the same report and template give the same bytes, in the thread as here', async () => {
  const here = fillTemplate(template, sampleReport());
  expect(Buffer.from(fillTemplate(template, sampleReport())).equals(here)).toBe(true);
  expect(Buffer.from(await printWord(sampleReport(), template)).equals(here)).toBe(true);
});

test('a block typed without diacritics, or in letters with separate marks, is the same block', () => {
  const docx = inText((text) =>
    text.replace('{số và ký hiệu}', '{so va ky hieu}').replace('{người ký}', '{Người ký}'.normalize('NFD')),
  );
  expect(checkTemplate(docx, sampleReport())).toMatchObject({ unknown: [], missing: [] });
  expect(textOf(fillTemplate(docx, sampleReport()))).toContain('Số: 05/BC-SGDĐT');
});

test('blocks that are unknown, missing or outside their loop are named with their place', async () => {
  const docx = inText((text) =>
    text.replace('{số và ký hiệu}', '{số}').replace('{cơ quan ban hành}', '{cơ quan ban hành} {kèm theo}'),
  );
  const report = await examineTemplate(docx, sampleReport());
  expect(report.unknown).toMatchObject([
    { block: '{kèm theo}', part: 'text', words: '{cơ quan ban hành} {kèm theo}' },
    { block: '{số}', part: 'text', words: '{số}' },
  ]);
  expect(report.missing.map(({ name }) => name)).toEqual(['số và ký hiệu']);
  expect(report.sample).not.toContain('Số: 05');
});

test('a template without our styles is filled all the same, and says so', () => {
  const docx = changed({ 'word/styles.xml': (text) => text.replace(/w:val="Đoạn văn"/, 'w:val="Khác"') });
  expect(checkTemplate(docx, sampleReport()).missingStyles).toEqual(['Đoạn văn']);
  expect(textOf(fillTemplate(docx, sampleReport()))).toContain('Nhiệm vụ thứ 69');
});

test.each([
  ['a loop that is not closed', '{/nơi nhận}', '', 'unclosed_loop'],
  ['a brace that is not closed', '{người ký}', '{người ký', 'unclosed_tag'],
  [
    'content that is not alone in its paragraph',
    '{@nội dung}',
    'xem {@nội dung}',
    'raw_xml_tag_should_be_only_text_in_paragraph',
  ],
])('%s is a mistake', (_, from, to, code) => {
  const report = checkTemplate(
    inText((text) => text.replace(from, to)),
    sampleReport(),
  );
  expect(report.broken.map((one) => one.code)).toContain(code);
  expect(report.sample).toBe('');
});

test.each([
  ['macros', changed({ 'word/vbaProject.bin': () => 'x' }), 'wrong-format'],
  [
    'a main part with macros',
    changed({ '[Content_Types].xml': (text) => text.replace('document.main+xml', 'template.macroEnabled') }),
    'wrong-format',
  ],
  [
    'a template attached from elsewhere',
    changed({
      'word/_rels/settings.xml.rels': () =>
        '<Relationships xmlns="x"><Relationship Id="rId1" Type="x/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>',
    }),
    'wrong-format',
  ],
  ['entities', inText((text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')), 'damaged'],
  ['a bomb', changed({ 'word/media/x.bin': () => '0'.repeat(31_000_000) }), 'bomb'],
  ['no archive', new TextEncoder().encode('PK'), 'damaged'],
  ['another archive', zipSync({ 'x.txt': new Uint8Array(1) }), 'wrong-format'],
])('%s is not opened', async (_, docx, code) => {
  await expect(examineTemplate(docx, sampleReport())).rejects.toMatchObject({ code });
});
