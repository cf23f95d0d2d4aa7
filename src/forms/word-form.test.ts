import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../platform/extract/docx/index.ts';
import { ZipReader } from '../platform/extract/zip.ts';
import { symbolPng } from '../platform/paper/symbols.ts';
import { checkFormTemplate } from '../platform/word/check-template.ts';
import { fillForm } from '../platform/word/fill-form.ts';
import { templateWith, templateWithParts } from '../platform/word/testing.ts';
import type { FormContent } from './domain/content.ts';
import { sampleForm } from './sample.ts';
import { formSheet } from './sheet.ts';
import { type FormPurpose, formPurpose, formPurposes } from './shelf.ts';
import { formTemplateBlocks } from './template-blocks.ts';
import { formWith } from './testing.ts';

const RECEIPT = 'tt01-2018-01';

function purposeAt(address: string): FormPurpose {
  const purpose = formPurpose(address);
  if (purpose === undefined) throw new Error(`no form ${address}`);
  return purpose;
}

const textOf = (docx: Uint8Array) => readDocx(new ZipReader(docx)).text.replace(/[^\S\n]+/g, ' ');
const { bytes: shipped } = await purposeAt(RECEIPT).shipped();

function filled(content: FormContent, template: Uint8Array, { rules, form } = purposeAt(RECEIPT)) {
  return fillForm(template, formSheet(content, rules, form));
}

const checked = (template: Uint8Array, { rules, form } = purposeAt(RECEIPT)) =>
  checkFormTemplate(
    template,
    formSheet(sampleForm(form.kind, rules.from), rules, form),
    formTemplateBlocks(form),
  );

test.each(formPurposes)(
  'the template of $code knows all its blocks and no other, and says all',
  async (purpose) => {
    const { bytes } = await purpose.shipped();
    const report = checked(bytes, purpose);
    expect(report).toMatchObject({ unknown: [], missing: [], missingStyles: [], broken: [] });
    expect(report.sample).toContain(purpose.form.title.toLocaleUpperCase('vi'));
    expect(report.sample).not.toMatch(/[{}]|undefined|\[object/);
  },
);

test.each(formPurposes)('Word and PDF of $code say the same lines', async (purpose) => {
  const { rules, form } = purpose;
  const { bytes } = await purpose.shipped();
  const sheet = formSheet(sampleForm(form.kind, rules.from), rules, form);
  const text = textOf(fillForm(bytes, sheet)).replace(/\s+/g, ' ');
  for (const line of sheet.body)
    for (const piece of line.kind === 'table' ? [] : line.pieces)
      expect(text).toContain(
        piece
          .map((run) => run.text)
          .join('')
          .replace(/\s+/g, ' '),
      );
  for (const line of sheet.body)
    for (const { cells } of line.kind === 'table' ? line.table.rows.filter((row) => 'cells' in row) : [])
      for (const cell of cells)
        if (typeof cell === 'string') expect(text).toContain(cell.replace(/\s+/g, ' ').trim());
});

test('a Word receipt has barcode and QR code as pictures of what they hold', () => {
  const content = formWith('receipt');
  const parts = unzipSync(filled(content, shipped));
  const read = (name: string) => new TextDecoder().decode(parts[name]);
  expect(Buffer.from(parts['word/media/ma-qr.png'] ?? [])).toEqual(
    Buffer.from(symbolPng({ symbol: 'qr', holds: content.publicAddress ?? '' }, 8, 8)),
  );
  expect(Buffer.from(parts['word/media/ma-vach.png'] ?? [])).toEqual(
    Buffer.from(symbolPng({ symbol: 'barcode', holds: content.code }, 8, 240)),
  );
  expect(read('[Content_Types].xml')).toContain('Extension="png"');
  for (const id of ['rIdMaQR', 'rIdMaVach']) {
    expect(read('word/document.xml')).toContain(`r:embed="${id}"`);
    expect(read('word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
  }
});

test('without a code no picture is added, and what is not known leaves its paragraph out', async () => {
  const purpose = purposeAt('tt01-2018-03');
  const { owner } = formWith('refusal');
  const { bytes } = await purpose.shipped();
  const docx = filled(formWith('refusal', { owner: { ...owner, address: null } }), bytes, purpose);
  expect(Object.keys(unzipSync(docx)).filter((name) => name.includes('media'))).toEqual([]);
  expect(textOf(docx)).not.toMatch(/Địa chỉ|Mã hồ sơ/);
});

test('Word leaves out what PDF leaves out', async () => {
  const purpose = purposeAt('tt01-2018-04');
  const { rules, form } = purpose;
  const content = formWith('apology', { contact: null, state: null, reasons: ['Một', 'Hai'] });
  const { bytes } = await purpose.shipped();
  const text = textOf(filled(content, bytes, purpose)).replace(/\s+/g, ' ');
  expect(text).not.toMatch(/liên hệ|Tình trạng/);
  expect(text).toContain('1. Một. 2. Hai.');
  const printed = formSheet(content, rules, form).body.map((line) =>
    line.kind === 'table'
      ? ''
      : line.pieces
          .flat()
          .map((run) => run.text)
          .join(''),
  );
  expect(text).toContain(printed.join(' ').replace(/\s+/g, ' '));
});

test('a code at the margin of the pages is shown there', () => {
  const template = templateWithParts(shipped, {
    'word/footer1.xml': (text) => text.replace('</w:p>', '</w:p><w:p><w:r><w:t>{@mã QR}</w:t></w:r></w:p>'),
  });
  expect(checked(template)).toMatchObject({ unknown: [], broken: [] });
  const parts = unzipSync(filled(formWith('receipt'), template));
  expect(new TextDecoder().decode(parts['word/_rels/footer1.xml.rels'])).toContain('rIdMaQR');
});

test('a template says which blocks it misspells, misses, or surrounds wrongly', () => {
  const misspelt = checked(templateWith(shipped, '{nơi tiếp nhận}', '{noi tiep nhan}'));
  expect(misspelt).toMatchObject({ unknown: [], missing: [] });
  const other = checked(templateWith(shipped, '{giờ nhận}', '{giờ hẹn lại} {.}'));
  expect(other.unknown.map(({ block }) => block)).toEqual(['{giờ hẹn lại}', '{.}']);
  const bare = checked(templateWith(shipped, '{cơ quan ban hành}', 'SỞ'));
  expect(bare.missing.map(({ name }) => name)).toEqual(['cơ quan ban hành']);
});

test('what is typed stays text, whatever it would mean to Word or to the template', () => {
  const request = '<w:p/> & "x" {số} {#lý do}';
  expect(textOf(filled(formWith('receipt', { request }), shipped))).toContain(request);
});

test('the same form and template give the same bytes, in the press as here', async () => {
  const purpose = purposeAt(RECEIPT);
  const here = filled(sampleForm('receipt', purpose.rules.from), shipped);
  expect(Buffer.from(await purpose.sample(shipped)).equals(here)).toBe(true);
});
