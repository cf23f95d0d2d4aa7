import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readItems } from '../draft.ts';
import { readPlan } from '../reader/index.ts';
import type { LaidBlock, LaidOut } from './laid-out.ts';
import { layOut } from './lay-out.ts';
import { placeOf } from './place-of.ts';

const text = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');

function laidOf(words: string) {
  const reading = readPlan(words);
  const items = readItems(reading);
  return { reading, items, laid: layOut(reading, items) };
}

const placed = ({ blocks }: LaidOut) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.items) : block.items));

test('every item that was read stands once, in the order of the text', () => {
  const { items, laid } = laidOf(text);
  expect(placed(laid).sort()).toEqual(items.map(({ key }) => key).sort());
});

test('letterhead, title and foot are taken out of the running text', () => {
  const { laid } = laidOf(text);
  const [first, part, section] = laid.blocks;
  expect(first).toMatchObject({ kind: 'paragraph', manner: 'text' });
  expect((first as { text: string }).text).toMatch(/^Thực hiện Chương trình tổng thể/);
  expect(part).toMatchObject({ kind: 'heading', level: 1, label: 'I' });
  expect(section).toMatchObject({ kind: 'heading', level: 2, label: '1', title: 'Mục đích' });
  expect(laid.recipients[0]).toBe('UBND TP; (để b/cáo)');
  expect(laid.recipients.at(-1)).toBe('Lưu: VT-VP.');
  expect(laid.posts).toEqual([]);
  const words = laid.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text])).join('\n');
  expect(words).not.toMatch(/Nơi nhận|Chữ Xuân Dũng|Số: 375/);
});

test('the appendix is one table without the headers that its pages repeat, each row with its task', () => {
  const { laid } = laidOf(text);
  const [heading, title, note, table] = laid.blocks.slice(laid.appendix);
  expect(heading).toMatchObject({ kind: 'heading', level: 0 });
  expect(title).toMatchObject({ manner: 'centred' });
  expect(note).toMatchObject({ manner: 'note' });
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.roles).toEqual(['no', 'lead', 'title', 'requirement', 'due']);
  expect(table.rows.map((row) => row.cells[0])).toEqual(Array.from({ length: 69 }, (_, at) => `${at + 1}`));
  expect(table.rows.map((row) => row.items[0])).toEqual(Array.from({ length: 69 }, (_, at) => `task:${at}`));
});

test('several targets of one paragraph are told apart by their words, also where the text is decomposed', () => {
  for (const words of [text, text.normalize('NFD'), text.replaceAll('\n', '\r\n')]) {
    const { laid } = laidOf(words);
    const found = laid.blocks.find((block) => block.kind === 'paragraph' && block.items.includes('target:2'));
    if (found?.kind !== 'paragraph') throw new Error('no paragraph');
    expect(found.marks.map(({ start, end }) => found.text.slice(start, end))).toEqual([
      '100% các phòng ban cơ quan Sở đưa nội dung CCHC năm 2019 vào kế hoạch của phòng',
      expect.stringMatching(/^100% các đơn vị, cơ sở giáo dục trực thuộc Sở xây dựng .* đơn vị$/),
    ]);
  }
});

test('the letterhead of another agency and the posts of who signs are kept', () => {
  const { laid } = laidOf(`UBND THÀNH PHỐ HÀ NỘI
SỞ GIÁO DỤC VÀ ĐÀO TẠO

Số: 12/KH-SGDĐT

Hà Nội, ngày 03 tháng 02 năm 2020

KẾ HOẠCH
Cải cách hành chính năm 2020

I. MỤC ĐÍCH

Nâng cao chất lượng phục vụ.

Nơi nhận:
- UBND Thành phố;
- Lưu: VT.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
`);
  expect(laid.parent).toBe('UBND THÀNH PHỐ HÀ NỘI');
  expect(laid.blocks.map((block: LaidBlock) => (block.kind === 'table' ? '' : block.text))).toEqual([
    'I. MỤC ĐÍCH',
    'Nâng cao chất lượng phục vụ.',
  ]);
  expect(laid.recipients).toEqual(['UBND Thành phố;', 'Lưu: VT.']);
  expect(laid.posts).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
});

test('a place of the text is found again, in a table by its row', () => {
  const { reading, laid } = laidOf(text);
  const task = reading.tasks[15];
  const place = placeOf(laid, task?.span[0] ?? 0);
  const block = laid.blocks[place?.block ?? 0];
  expect(block?.kind === 'table' && block.rows[place?.row ?? -1]?.items[0]).toBe('task:15');
  expect(placeOf(laid, 3)).toBeNull();
});
