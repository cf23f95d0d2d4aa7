import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ExtractError } from '../types.ts';
import { ZipReader } from '../zip.ts';
import { readDocx } from './index.ts';
import { formatNumber } from './numbering.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OTHERS =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
}

/** A document as Word lays it out, of which only the given parts exist. */
function docx(body: string, parts: Parts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W} ${OTHERS}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${Object.keys(parts)
        .map((name) => `<Relationship Type="${REL}/${name}" Target="${name}.xml"/>`)
        .join('')}</Relationships>`,
    ),
  };
  for (const [name, xml] of Object.entries(parts)) {
    files[`word/${name}.xml`] = strToU8(`<w:${name} ${W}>${xml}</w:${name}>`);
  }
  return zipSync(files);
}

const textOf = (body: string, parts: Parts = {}): string => readDocx(new ZipReader(docx(body, parts))).text;
const linesOf = (body: string, parts: Parts = {}): string[] =>
  textOf(body, parts)
    .split('\n')
    .filter((line) => line !== '');
const fixture = (name: string) =>
  readDocx(new ZipReader(readFileSync(new URL(`../fixtures/${name}`, import.meta.url))));

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const numbered = (text: string, level = 0, numId = '1'): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const lvl = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstractNum = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const DRAWN = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>';
const tbl = (...rows: string[]): string => `<w:tbl>${DRAWN}${rows.join('')}</w:tbl>`;

describe('generated numbers', () => {
  const levels =
    lvl(0, 'upperRoman', '%1.') +
    lvl(1, 'decimal', '%2.') +
    lvl(2, 'decimal', '%2.%3.') +
    lvl(3, 'lowerLetter', '%4)');

  test('are written out level by level and restart below a higher level', () => {
    const body = [0, 1, 2, 2, 1, 3, 3, 0, 1, 3].map((level) => numbered('x', level)).join('');
    expect(linesOf(body, { numbering: abstractNum(0, levels) + num(1, 0) })).toEqual([
      'I. x',
      '1. x',
      '1.1. x',
      '1.2. x',
      '2. x',
      'a) x',
      'b) x',
      'II. x',
      '1. x',
      'a) x',
    ]);
  });

  test('an instance shares the count of its list unless it overrides the start', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, override);
    const body = ['1', '2', '3', '3'].map((numId) => numbered('x', 0, numId)).join('');
    expect(linesOf(body, { numbering })).toEqual(['1. x', '2. x', '5. x', '6. x']);
  });

  test('lvlRestart 0 counts on, isLgl shows decimals, suff nothing sets no space', () => {
    const numbering =
      abstractNum(
        0,
        lvl(0, 'upperRoman', 'Điều %1') +
          lvl(1, 'decimal', '%1.%2.', '<w:lvlRestart w:val="0"/><w:isLgl/><w:suff w:val="nothing"/>'),
      ) + num(1, 0);
    const body = [0, 1, 0, 1].map((level) => numbered('x', level)).join('');
    expect(linesOf(body, { numbering })).toEqual(['Điều I x', '1.1.x', 'Điều II x', '2.2.x']);
  });

  test('come from the paragraph style, its ancestors and the level bound to it', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = abstractNum(0, lvl(0, 'upperRoman', '%1.') + lvl(1, 'decimal', '%2.')) + num(1, 0);
    const body =
      p('x', '<w:pStyle w:val="H1"/>') +
      p('x', '<w:pStyle w:val="H2"/>') +
      p('x', '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
    expect(linesOf(body, { styles, numbering })).toEqual(['I. x', '1. x', 'x']);
  });

  test('a list linked to a numbering style takes its levels from there', () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      abstractNum(0, '<w:numStyleLink w:val="L"/>') +
      abstractNum(1, lvl(0, 'upperLetter', '%1.')) +
      num(1, 0) +
      num(2, 1);
    expect(linesOf(numbered('x') + numbered('x'), { styles, numbering })).toEqual(['A. x', 'B. x']);
  });

  test('bullets are written as they look', () => {
    const numbering =
      abstractNum(0, lvl(0, 'bullet', '-') + lvl(1, 'bullet', '\uf0b7') + lvl(2, 'bullet', '+')) + num(1, 0);
    expect(linesOf([0, 1, 2].map((level) => numbered('x', level)).join(''), { numbering })).toEqual([
      '- x',
      '• x',
      '+ x',
    ]);
  });

  test('a numbered empty paragraph shows its number, as in the first column of a table; a bullet alone does not', () => {
    const numbering =
      abstractNum(0, lvl(0, 'decimal', '%1')) + abstractNum(1, lvl(0, 'bullet', '-')) + num(1, 0) + num(2, 1);
    const row = tr(tc(numbered('')), tc('Việc'), tc(numbered('', 0, '2')));
    expect(linesOf(tbl(row, row), { numbering })).toEqual(['1\tViệc\t', '2\tViệc\t']);
  });

  test.each([
    [4, 'upperRoman', 'IV'],
    [1949, 'upperRoman', 'MCMXLIX'],
    [27, 'lowerLetter', 'aa'],
    [3, 'decimalZero', '03'],
    [9, 'thaiNumbers', '9'],
  ])('%i in %s is %s', (value, format, expected) => {
    expect(formatNumber(value, format)).toBe(expected);
  });
});

describe('tables', () => {
  test('a row is a line; paragraphs, breaks and tabs inside a cell are one space', () => {
    const cell = tc(p('một') + p(`${run('hai')}<w:r><w:br/><w:t>ba</w:t><w:tab/><w:t>bốn</w:t></w:r>`));
    expect(linesOf(tbl(tr(tc('1'), cell)))).toEqual(['1\tmột hai ba bốn']);
  });

  test('merged downwards repeats, merged sideways leaves empty cells, over the full width too', () => {
    const body = tbl(
      tr(tc('Nhóm A', '<w:gridSpan w:val="3"/>')),
      tr(tc('1'), tc('Việc một'), tc('Phòng A', '<w:vMerge w:val="restart"/>')),
      tr(tc('2'), tc('Việc hai'), tc('<w:p/>', '<w:vMerge/>')),
      tr(tc('Cộng', '<w:gridSpan w:val="2"/>'), tc('hết')),
    );
    expect(linesOf(body)).toEqual([
      'Nhóm A\t\t',
      '1\tViệc một\tPhòng A',
      '2\tViệc hai\tPhòng A',
      'Cộng\t\thết',
    ]);
  });

  test('neighbouring tables are parted by a blank line, and a table inside a cell is its text', () => {
    const inner = tbl(tr(tc('a'), tc('b')));
    expect(textOf(tbl(tr(tc('1'), tc(inner + p('c')))) + tbl(tr(tc('2'), tc('d'))))).toBe(
      '1\ta b c\n\n2\td\n',
    );
  });

  test('a deleted row is gone', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${tc('x')}${tc('y')}</w:tr>`;
    expect(linesOf(tbl(tr(tc('1'), tc('a')), deleted))).toEqual(['1\ta']);
  });

  test('a borderless letterhead reads paragraph by paragraph', () => {
    const letterhead = `<w:tbl>${tr(tc(p('SỞ A') + p('Số: 1/KH')), tc(p('CỘNG HÒA') + p('Độc lập')))}</w:tbl>`;
    expect(linesOf(letterhead)).toEqual(['SỞ A', 'Số: 1/KH', 'CỘNG HÒA', 'Độc lập']);
  });
});

describe('what is on the page and what is not', () => {
  test('tracked insertions stay, deletions and the source of moves go', () => {
    const body = p(
      `${run('a ')}<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>${run('c ')}</w:ins>` +
        `<w:moveFrom>${run('d')}</w:moveFrom><w:moveTo>${run('e')}</w:moveTo>`,
    );
    expect(linesOf(body)).toEqual(['a c e']);
  });

  test('a deleted paragraph mark joins two paragraphs, and the number is that of the second', () => {
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0);
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = p('một ', `${numPr}<w:rPr><w:del/></w:rPr>`) + p('hai', numPr) + p('ba', numPr);
    expect(linesOf(body, { numbering })).toEqual(['1. một hai', '2. ba']);
  });

  test('hidden text is left out, directly or by character style', () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="T"><w:basedOn w:val="S"/></w:style>';
    const body = p(
      run('a') +
        run('b', '<w:vanish/>') +
        run('c', '<w:rStyle w:val="T"/>') +
        run('d', '<w:rStyle w:val="T"/><w:vanish w:val="0"/>'),
    );
    expect(linesOf(body, { styles })).toEqual(['ad']);
  });

  test('a field shows its result only; an instruction never closed swallows no more than its paragraph', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field =
      mark('begin') +
      '<w:r><w:instrText>PAGEREF x</w:instrText></w:r>' +
      mark('separate') +
      run('7') +
      mark('end');
    expect(linesOf(p(`${run('trang ')}${field}.`.replace(/\.$/, run('.'))))).toEqual(['trang 7.']);
    expect(linesOf(p(mark('begin') + run('x')) + p('sau'))).toEqual(['sau']);
  });

  test('special characters, links and content controls', () => {
    const body = p(
      '<w:r><w:t>61</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
        `<w:hyperlink>${run(' liên kết')}</w:hyperlink><w:sdt><w:sdtContent>${run(' chọn')}</w:sdtContent></w:sdt>`,
    );
    expect(linesOf(body)).toEqual(['61-NQ☑ liên kết chọn']);
  });

  test('a text box is read once, after its paragraph', () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('MẬT')}</wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox>${box('MẬT')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Số: 1')}`,
    );
    expect(linesOf(body)).toEqual(['Số: 1', 'MẬT']);
  });

  test('footnotes stand at the end under their mark; headers stand apart', () => {
    const bytes = docx(p(`${run('Một')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p('Hai'), {
      footnotes: `<w:footnote w:id="2">${p('Chú thích.')}</w:footnote>`,
      header: p('MẬT'),
    });
    const { text, margins } = readDocx(new ZipReader(bytes));
    expect(text).toBe('Một¹\n\nHai\n\n¹ Chú thích.\n');
    expect(margins).toBe('MẬT');
  });

  test('a table of contents is not read as headings', () => {
    const styles = '<w:style w:styleId="M"><w:name w:val="toc 1"/></w:style>';
    expect(linesOf(p('I. MỤC ĐÍCH 3', '<w:pStyle w:val="M"/>') + p('I. MỤC ĐÍCH'), { styles })).toEqual([
      'I. MỤC ĐÍCH',
    ]);
  });
});

describe('documents of a word processor', () => {
  test('the small plan reads as it is printed', () => {
    const lines = fixture('small-plan.docx')
      .text.split('\n')
      .filter((line) => line !== '');
    expect(lines.filter((line) => /^([IVX]+|\d(\.\d)?)\. /.test(line))).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      '2. Yêu cầu',
      'II. NHIỆM VỤ',
      '1. Công tác chỉ đạo',
      '2. Công tác tuyên truyền',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Các phòng',
      '1.1. Phòng số 1',
      '1.2. Phòng số 2',
    ]);
    expect(lines).toContain('TT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian hoàn thành');
    expect(lines).toContain('A. Cải cách thể chế\t\t\t\t');
    const task = 'Công việc 1.1.2 của lĩnh vực, viết đủ dài để ô này phải xuống dòng';
    expect(lines).toContain(`2\t${task}\tPhòng số 1\tVăn phòng; Thanh tra\tQuý II/2019`);
    expect(lines.slice(-6)).toEqual([
      'Nơi nhận:',
      '- UBND tỉnh (để báo cáo);',
      '- Các phòng thuộc Sở;',
      '- Lưu: VT.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
    ]);
  });

  test('tracked changes, hidden text, comments, notes and frames', () => {
    expect(fixture('changes.docx').text).toBe(
      'Giải quyết tối thiểu 95% hồ sơ đúng hạn.\n\nĐoạn có chữ ẩn và ghi chú.\n\n' +
        'Đoạn có chú thích¹ ở chân trang.\n\nĐoạn có khung chữ.\n\nDỰ THẢO\n\n¹ Nội dung chú thích.\n',
    );
  });

  test('every row of Plan 375 is there, in the words of its text', () => {
    const rows = (text: string) =>
      text
        .split('\n')
        .filter((line) => /^\d+\t/.test(line))
        .map((line) =>
          line.split('\t').map((cell) =>
            cell
              .replace(/<\/?i>|\*/g, '')
              .replace(/\s+/g, ' ')
              .trim(),
          ),
        );
    const original = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');
    const read = rows(fixture('plan-375.docx').text);
    expect(read).toHaveLength(69);
    expect(read).toEqual(rows(original));
  });
});

describe('broken documents', () => {
  const codeOf = (bytes: Uint8Array): string => {
    try {
      readDocx(new ZipReader(bytes));
    } catch (error) {
      if (error instanceof ExtractError) return error.code;
      throw error;
    }
    return 'read';
  };

  test('no main part, broken markup, entities', () => {
    expect(codeOf(zipSync({ 'x.xml': strToU8('<a/>') }))).toBe('damaged');
    expect(codeOf(docx('<w:p>'))).toBe('damaged');
    const entity = strToU8('<!DOCTYPE d [<!ENTITY a "b">]><w:document><w:body/></w:document>');
    expect(codeOf(zipSync({ 'word/document.xml': entity }))).toBe('damaged');
  });

  test('a part that inflates beyond measure stops while inflating', () => {
    const zeros = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 });
    expect(zeros.length).toBeLessThan(100_000);
    expect(codeOf(zeros)).toBe('bomb');
    // The same, but declaring itself small in the archive's directory.
    const lying = zeros.slice();
    const at = lying.findLastIndex(
      (_, i) => lying[i] === 0x50 && lying[i + 1] === 0x4b && lying[i + 2] === 1,
    );
    new DataView(lying.buffer).setUint32(at + 24, 1_000, true);
    expect(codeOf(lying)).toBe('bomb');
  });

  test('too many parts', () => {
    const parts = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`x/${i}`, new Uint8Array()]));
    expect(codeOf(zipSync(parts))).toBe('bomb');
  });
});
