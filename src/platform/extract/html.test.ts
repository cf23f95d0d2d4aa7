import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';

const textOf = (html: string): string => readHtml(new TextEncoder().encode(html)).text;

describe('a page', () => {
  test('paragraphs, headings, breaks and inline marks', () => {
    expect(textOf('<h1>KẾ  HOẠCH</h1><p>Một <b>hai</b><br>ba&nbsp;bốn</p>năm')).toBe(
      'KẾ HOẠCH\n\nMột hai\nba bốn\n\nnăm\n',
    );
  });

  test('lists with their numbers', () => {
    expect(textOf('<ol type=I start=2><li>a<ul><li>b</ul><li value=7>c</ol>')).toBe(
      'II. a\n\n- b\n\nVII. c\n',
    );
    expect(
      textOf('<table><tr><td><ol start=7><li><p><br></p></li></ol><td>a<tr><td>b<td>c</table>'),
    ).toContain('7.');
  });

  test('what is not shown is not read', () => {
    expect(
      textOf(
        '<title>t</title><style>s</style><p>a<script>x</script><del>b</del><span style="display:none">c</span>',
      ),
    ).toBe('a\n');
  });

  test('tables with merged cells', () => {
    const html =
      '<table><caption>Phụ lục</caption><thead><tr><th>TT<th>Việc<th>Phòng</thead>' +
      '<tr><td colspan=3>Nhóm A<tr><td>1<td><p>a</p><p>b</p><td rowspan=2>P<tr><td>2<td>c</table>';
    expect(textOf(html)).toBe('Phụ lục\n\nTT\tViệc\tPhòng\nNhóm A\t\t\n1\ta b\tP\n2\tc\tP\n');
  });

  test('a letterhead reads cell by cell', () => {
    const html = '<table><tr><td>SỞ A<p>Số: 1<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</table>';
    expect(textOf(html)).toBe('SỞ A\n\nSố: 1\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n');
  });

  test('in the encoding that it declares', () => {
    const page = Buffer.from('<meta charset="windows-1258"><p>cu\xd2a', 'latin1');
    expect(readHtml(page).text.normalize('NFC')).toBe('của\n');
  });

  test('nested without end, it is still read', () => {
    expect(textOf(`${'<div>'.repeat(20_000)}sâu`).length).toBeLessThan(10);
  });
});
