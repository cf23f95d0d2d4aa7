import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../reader/index.ts';

const TEXT = readFileSync(new URL('../../../../examples/plan-375.txt', import.meta.url), 'utf8');

/** What is wrong in Plan 375, by rule, with the words that show it; a careful reader's list. */
const ERRORS: [rule: string, ...words: string[]][] = [
  ['citation-after-plan', 'Quyết định số 7028/QĐ-UBND ngày 28/12/2019'],
  ['same-act-two-numbers', 'Nghị định 61/2019/NĐ-CP', 'Nghị định 61/2018/NĐ-CP'],
  [
    'same-act-two-numbers',
    'Nghị định số 16/2016/NĐ-CP ngày 14/02/2015',
    'Nghị định số 16/2015/NĐ-CP ngày 14/02/2015',
  ],
  [
    'same-act-two-numbers',
    'Nghị định 108/NĐ-CP ngày 20/11/2014',
    'Nghị định số 108/2014/NĐ-CP ngày 20/11/2014',
  ],
  ['number-date-year', 'Nghị định số 16/2016/NĐ-CP ngày 14/02/2015'],
  ['serial-missing', 'Thông tư liên tịch số 2015/TTLT-BNV-BTC ngày 14/4/2015'],
  [
    'deadline-in-the-past',
    'thời hạn gửi Sở Tài chính báo cáo kết quả thực hiện là ngày 28/02/2018',
    'Đơn vị báo cáo đánh giá kết quả thực hiện năm 2017',
  ],
  ['deadline-in-the-past', 'thời hạn gửi dự toán ngân sách về Sở Tài chính trước ngày 20/7/2018'],
  ['deadline-in-the-past', 'chậm nhất là ngày 31/01/2017', 'Ban hành sau thời điểm 31/01/2017'],
  ['deadline-in-the-past', 'báo cáo năm gửi trước ngày 10/11/2018'],
  ['requirement-against-due', 'Ban hành trong tháng 1 của năm Kế hoạch là kịp thời'],
  [
    'requirement-against-due',
    'Thời điểm ban hành kế hoạch kiểm soát thủ tục hành chính (TTHC) năm chậm nhất là ngày 31/01/2017',
  ],
  [
    'requirement-against-due',
    'gửi trước ngày mùng 5 của tháng cuối kỳ báo cáo',
    'Ngày 5/4: BC quý I. 5/7 BC quý II. 5/10.BC quý III',
  ],
  ['input-after-report', 'cả năm trước ngày 05/12', 'Trước 10/11 BC năm'],
  ['data-cut-off', 'Số liệu tính đến hết ngày 31/10/2019'],
  ['truncated-cell', 'giải quyết thủ tục hành chính tối thiểu 6\t'],
  ['truncated-cell', 'Kế hoạch số 166/KH-UBND ngày 12/8/2015 của UBND\t'],
  ['truncated-cell', 'ngày 19/3/2014 của UBND thành phố Hà\t'],
  ['truncated-cell', 'thuộc thẩm quyền giải quyết của\tCông khai'],
  ['truncated-cell', 'thuộc thẩm quyền giải quyết của\t\t'],
  ['truncated-cell', 'ngày 08/3/2016 của UBND Thành\t'],
];

/** Each error's rule and the words that it marks, in one form for every form of the document. */
function errorsOf(text: string): { rule: string; words: string[] }[] {
  const letters = [...text];
  return readPlan(text)
    .remarks.filter(({ severity }) => severity === 'error')
    .map(({ rule, spans }) => ({
      rule,
      words: spans.map(([start, end]) => letters.slice(start, end).join('').normalize('NFC')),
    }));
}

/** Years moved by two keep every relation between the plan and what it cites, except the days of the week. */
function shifted(text: string): string {
  return text.replace(/(?<!\d)20([01]\d)(?!\d)/gu, (_, year: string) => `${2000 + Number(year) + 2}`);
}

function expectErrors(found: { rule: string; words: string[] }[], expected: typeof ERRORS): void {
  const left = [...found];
  for (const [rule, ...words] of expected) {
    const at = left.findIndex(
      (error) =>
        error.rule === rule &&
        words.every((part) => error.words.some((marked) => marked.replaceAll('\r', '').includes(part))),
    );
    expect(at, `${rule}: ${words[0]}`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
  expect(left).toEqual([]);
}

describe('Plan 375', () => {
  test('every error is remarked as one, its words marked, and nothing else is', () => {
    expectErrors(errorsOf(TEXT), ERRORS);
  });

  test.each([
    ['in NFD', TEXT.normalize('NFD')],
    ['with CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['behind an emoji', `😀${TEXT}`],
  ])('reads alike %s', (_, text) => {
    expectErrors(errorsOf(text), ERRORS);
  });

  test('reads alike two years later', () => {
    expectErrors(
      errorsOf(shifted(TEXT)),
      ERRORS.map(([rule, ...words]) => [rule, ...words.map(shifted)]),
    );
  });

  test('rows that are gone take their errors with them', () => {
    const without = TEXT.split('\n')
      .filter((line) => !/^(?:38|44|66)\t/u.test(line))
      .join('\n');
    const gone = ['31/01/2017', '10/11/2018', '31/10/2019', 'mùng 5', 'Trước 10/11'];
    expectErrors(
      errorsOf(without),
      ERRORS.filter((error) => !gone.some((words) => error.some((part) => part.includes(words)))),
    );
  });

  test('no span is longer than a page can mark, and each lies in the text', () => {
    const plan = readPlan(TEXT);
    const length = [...TEXT].length;
    for (const { spans } of plan.remarks) {
      for (const [start, end] of spans) {
        expect(start).toBeLessThan(end);
        expect(end - start).toBeLessThanOrEqual(300);
        expect(end).toBeLessThanOrEqual(length);
      }
    }
  });

  test.each([
    ['type-word-against-symbol', 'Hướng dẫn số 4447/HĐ-STC ngày 02/7/2018'],
    ['symbol-against-issuer', 'văn bản số 2811/TTPP-TH ngày 28/10/2013 của Thanh tra Thành phố'],
    ['bare-citation', 'Quyết định 20, 21 và Nghị quyết 15'],
    ['stale-basis', 'Quyết định số 8956/QĐ-UBND ngày 28/12/2017'],
    ['input-on-report-day', 'Quý I trước ngày 05/3'],
    ['several-due-rules', 'trong vòng 01 tháng sau khi UBND Thành phố ban hành Kế hoạch'],
    ['due-day-off', 'trước ngày 10/02/2019'],
    ['unbalanced-brackets', 'chỉ tiêu trong Kế hoạch) và đối chiếu'],
    ['requirement-of-another-task', 'Ban hành Quy chế làm việc của cơ quan Sở GDĐT'],
    ['missing-word', 'kế hoạch thanh năm 2019'],
    ['unit-name-unmatched', 'Văn phòng (CNTT)'],
    ['unit-duty-mismatch', 'Tổ chức đối thoại với cá nhân, tổ chức về thủ tục hành chính'],
    ['target-without-task', 'được bồi dưỡng về chuyên môn nghiệp vụ và kỹ năng công vụ'],
    ['hosted-deliverable', 'Lồng ghép nội dung này trong báo cáo'],
    ['scan-error', 'bô trí'],
    ['signature-without-post', 'Chữ Xuân Dũng'],
  ])('warnings and remarks too: %s', (rule, words) => {
    const letters = [...TEXT];
    const marked = readPlan(TEXT)
      .remarks.filter((remark) => remark.rule === rule)
      .flatMap(({ spans }) => spans.map(([start, end]) => letters.slice(start, end).join('')));
    expect(marked.some((place) => place.includes(words))).toBe(true);
  });
});
