import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, line, pdfOf, type TestPage } from '../testing.ts';
import type { Extracted } from '../types.ts';
import { readPdf } from './index.ts';

const read = (pages: readonly TestPage[]): Promise<Extracted> => readPdf(pdfOf(pages), () => undefined);
const textOf = async (...contents: string[]): Promise<string> =>
  (await read(contents.map((content) => ({ content })))).text;
const fixture = (name: string): Promise<Extracted> =>
  readPdf(new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url))), () => undefined);

/** A full line of the handmade pages, which ends near x = 500. */
const FULL = 'Doan van nay du dai de chiem het mot dong cua trang giay kho A4 khi in';

describe('running text', () => {
  test('lines that the margin broke are joined, others are paragraphs', async () => {
    const page = [
      at(110, 700, FULL),
      at(72, 680, 'va con tiep o dong sau voi mot phan con lai cua doan van cho den het day,'),
      at(72, 660, 'nghiemtuc.'),
      at(110, 640, 'Doan hai.'),
    ];
    expect(await textOf(page.join(''))).toBe(
      `${FULL} va con tiep o dong sau voi mot phan con lai cua doan van cho den het day, nghiemtuc.\n\nDoan hai.\n`,
    );
  });

  test('a list item begins a paragraph even behind a full line', async () => {
    const page = at(110, 700, `- ${FULL}`) + at(110, 680, '- muc hai;') + at(110, 660, 'a) muc ba.');
    expect(await textOf(page)).toBe(`- ${FULL}\n\n- muc hai;\n\na) muc ba.\n`);
  });

  test('a paragraph runs on over the page break; page numbers and headers are dropped', async () => {
    const furniture = (n: number) => at(295, 815, String(n)) + at(72, 30, `Ke hoach 2019, trang ${n}`);
    const { text, margins, pages } = await read([
      { content: furniture(1) + at(110, 100, FULL) },
      { content: furniture(2) + at(72, 780, 'va het.') + at(110, 700, FULL) },
      { content: furniture(3) + at(110, 780, '- Moi.') },
    ]);
    expect(text).toBe(`${FULL} va het.\n\n${FULL}\n\n- Moi.\n`);
    expect(pages).toBe(3);
    expect(margins).toBe('Ke hoach 2019, trang 1');
  });

  test('a word broken after its own hyphen or stroke is one word', async () => {
    const page = at(72, 700, `${FULL} so 12/KH-`) + at(72, 680, 'STN ngay 5.');
    expect(await textOf(page)).toBe(`${FULL} so 12/KH-STN ngay 5.\n`);
  });

  test('words are put together from where their letters stand, in whatever order they are drawn', async () => {
    expect(await textOf(at(79, 700, 'oi') + at(100, 700, 'truong') + at(72, 700, 'D'))).toBe('Doi truong\n');
  });

  test('a raised digit is the mark of a note, and notes go to the end', async () => {
    const one =
      at(72, 700, 'Chuong trinh') + at(141, 705, '1', 7) + at(72, 60, '1', 5) + at(76, 57, 'Ghi chu.', 8);
    expect(await textOf(one, at(72, 700, 'Trang sau.'))).toBe('Chuong trinh¹\n\nTrang sau.\n\n¹ Ghi chu.\n');
  });

  test('text set across the page, as a watermark, is not read', async () => {
    const watermark = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DU THAO) Tj ET\n';
    expect(await textOf(at(72, 700, 'Noi dung.') + watermark)).toBe('Noi dung.\n');
  });
});

describe('columns without lines', () => {
  test('two stand side by side as in a letterhead and read one after the other', async () => {
    const page =
      at(80, 780, 'SO THU NGHIEM') +
      at(330, 780, 'CONG HOA XA HOI') +
      at(90, 762, 'So: 12/KH-STN') +
      at(340, 762, 'Doc lap') +
      at(80, 730, 'KE HOACH') +
      at(72, 700, FULL);
    expect(await textOf(page)).toBe(
      `SO THU NGHIEM\n\nSo: 12/KH-STN\n\nCONG HOA XA HOI\n\nDoc lap\n\nKE HOACH\n\n${FULL}\n`,
    );
  });

  test('so they do at different heights, as in a signature block', async () => {
    const page =
      at(72, 400, `${FULL}.`) +
      at(340, 360, 'KT. GIAM DOC') +
      at(72, 353, 'Noi nhan:', 11) +
      at(340, 344, 'PHO GIAM DOC') +
      at(72, 340, '- UBND TP;', 11) +
      at(72, 327, '- Luu: VT.', 11) +
      at(350, 280, 'Ho Va Ten');
    expect(await textOf(page)).toBe(
      `${FULL}.\n\nNoi nhan:\n\n- UBND TP;\n\n- Luu: VT.\n\nKT. GIAM DOC\n\nPHO GIAM DOC\n\nHo Va Ten\n`,
    );
  });

  test('three and more are a table', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((cell, i) => at(72 + 130 * i, y, cell)).join('');
    const page = row(700, 'TT', 'Noi dung', 'Phong', 'Han') + row(680, '1', 'Viec mot', 'A', 'Quy I');
    const wrapped = at(202, 664, 'con tiep') + row(644, '2', 'Viec hai', 'B', 'Quy II');
    expect(await textOf(page + wrapped)).toBe(
      'TT\tNoi dung\tPhong\tHan\n1\tViec mot con tiep\tA\tQuy I\n2\tViec hai\tB\tQuy II\n',
    );
  });

  test('a list number set apart from its text is no column', async () => {
    expect(await textOf(at(72, 700, '1.') + at(110, 700, 'Muc dich'))).toBe('1. Muc dich\n');
  });
});

describe('drawn tables', () => {
  const grid =
    [500, 540, 580, 620].map((y) => line(72, y, 472, y)).join('') +
    [72, 122, 322, 472].map((x) => line(x, 500, x, 620)).join('');
  const cells = at(80, 600, 'TT') + at(130, 600, 'Viec') + at(330, 600, 'Phong');

  test('by strokes, by thin filled boxes, and by boxes around cells', async () => {
    const rows =
      cells + at(80, 560, '1') + at(130, 565, 'Dong mot') + at(130, 550, 'dong hai') + at(330, 520, 'B');
    const expected = 'TT\tViec\tPhong\n1\tDong mot dong hai\t\n\t\tB\n';
    expect(await textOf(grid + rows)).toBe(expected);
    const thin = [500, 540, 580, 620].map((y) => `72 ${y} 400 0.5 re f\n`).join('');
    const thinUpright = [72, 122, 322, 472].map((x) => `${x} 500 0.5 120 re f\n`).join('');
    expect(await textOf(thin + thinUpright + rows)).toBe(expected);
    const boxes = [500, 540, 580]
      .map((y) => `72 ${y} 50 40 re 122 ${y} 200 40 re 322 ${y} 150 40 re S\n`)
      .join('');
    expect(await textOf(boxes + rows)).toBe(expected);
  });

  test.each([1, 2, 3])('on a page shown after %i quarter turns', async (turns) => {
    // Text is set so that it reads upright on the turned page.
    const matrix = ['', '0 1 -1 0 595 0 cm\n', '-1 0 0 -1 595 842 cm\n', '0 -1 1 0 0 842 cm\n'][turns] ?? '';
    const content = matrix + grid + cells + at(80, 560, '1');
    const expected = 'TT\tViec\tPhong\n1\t\t\n';
    expect((await read([{ content, turns }])).text.trimEnd()).toBe(expected.trimEnd());
    // The same set sideways on a page that is not turned.
    expect((await read([{ content }])).text.trimEnd()).toBe(expected.trimEnd());
  });

  test('open at its sides and at the foot of the page', async () => {
    const lines =
      [540, 580].map((y) => line(72, y, 472, y)).join('') +
      [122, 322].map((x) => line(x, 500, x, 620)).join('');
    const rows = cells + at(80, 560, '1') + at(130, 560, 'Mot') + at(130, 520, 'hai') + at(330, 520, 'B');
    expect(await textOf(lines + rows)).toBe('TT\tViec\tPhong\n1\tMot\t\n\thai\tB\n');
  });

  test('a frame around a text is no table', async () => {
    expect(await textOf(`60 60 475 722 re S\n${at(72, 700, 'MAT')}`)).toBe('MAT\n');
  });

  test('a row that the page break cut is whole again, a cell merged over it keeps its value', async () => {
    const { text } = await fixture('small-plan.pdf');
    const task = (n: string) => `Công việc ${n} của lĩnh vực, viết đủ dài để ô này phải xuống dòng`;
    expect(text).toContain(
      `4\t${task('1.2.1')}\tPhòng số 2\tCác phòng\tQuý I/2019\n` +
        'TT\tNội dung công việc\tĐơn vị\t\tThời gian hoàn thành\n' +
        'TT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian hoàn thành\n' +
        `5\t${task('1.2.2')}\tPhòng số 2\tVăn phòng; Thanh tra\tQuý II/2019\n` +
        `6\t${task('1.2.3')}\tPhòng số 2\tCác phòng\tQuý III/2019\n` +
        'B. Cải cách thủ tục hành chính\t\t\t\t\n',
    );
  });
});

describe('documents of a word processor', () => {
  const wordsOf = (text: string) =>
    text.split('\n').filter((each) => each !== '' && !each.startsWith('TT\t'));

  test('letters that the font lacks are put back where they belong', async () => {
    const { text } = await fixture('small-plan.pdf');
    expect(text.startsWith('UBND TỈNH VÍ DỤ\n\nSỞ THỬ NGHIỆM\n\nSố: 12/KH-STN\n\nCỘNG HÒA XÃ HỘI')).toBe(
      true,
    );
  });

  test('Plan 375 reads as its .docx does, page by page header rows aside', async () => {
    const { readDocx } = await import('../docx/index.ts');
    const { ZipReader } = await import('../zip.ts');
    const docx = readDocx(new ZipReader(readFileSync(new URL('../fixtures/plan-375.docx', import.meta.url))));
    const pdf = await fixture('plan-375.pdf');
    expect(wordsOf(pdf.text)).toEqual(wordsOf(docx.text));
    expect(pdf.pages).toBe(18);
  });
});
