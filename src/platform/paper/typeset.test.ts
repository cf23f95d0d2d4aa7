import { expect, test } from 'vitest';
import { printPdf } from './press.ts';
import { documentRuleSets } from './rules.ts';
import { sampleReport } from './sample.ts';
import { numberOf, pagesOf, signedOn, words } from './testing.ts';
import { typeset } from './typeset.ts';

test.each(documentRuleSets)('a report is set as $code says', async (rules) => {
  const pages = await pagesOf(typeset(sampleReport(signedOn[rules.code])));
  const { margin, page } = rules;
  const [first, ...annex] = pages;
  if (first === undefined) throw new Error('nothing was set');
  expect([first.width, first.height].map(Math.round)).toEqual([page.width, page.height]);
  expect(words(first)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(words(first)).toContain('Nơi nhận:');
  expect(numberOf(first, margin.top.used, margin.bottom.used)).toEqual([]);
  expect(Math.min(...first.items.map(({ x }) => x))).toBeCloseTo(margin.left.used, 0);
  expect(Math.max(...first.items.map(({ right }) => right))).toBeLessThanOrEqual(
    page.width - margin.right.used + 0.1,
  );

  expect(annex.length).toBeGreaterThan(5);
  for (const [at, turned] of annex.entries()) {
    expect([turned.width, turned.height].map(Math.round)).toEqual([page.height, page.width]);
    expect(words(turned), 'the head of the table is repeated').toContain('Đơn vị chủ trì');
    // Numbered apart: the annex counts from 1, and shows no number on its first page.
    const numbers = numberOf(turned, margin.top.used, margin.bottom.used);
    expect(numbers.map(({ text }) => text)).toEqual(at === 0 ? [] : [String(at + 1)]);
    for (const { x, y, right } of numbers)
      if (rules.pageNumber.place === 'top-centre') {
        expect(y).toBeLessThan(margin.top.used);
        expect((x + right) / 2).toBeCloseTo((margin.left.used + page.height - margin.right.used) / 2, 0);
      } else {
        expect(y).toBeGreaterThan(page.width - margin.bottom.used);
        expect(right).toBeCloseTo(page.height - margin.right.used, 0);
      }
  }
  const rows = annex.flatMap(({ items }) => items.filter(({ text }) => /^Nhiệm vụ thứ \d+/.test(text)));
  expect(rows).toHaveLength(69);
});

test('a report without annex has no page of one, and a long text numbers its own pages', async () => {
  const long = Array.from({ length: 60 }, (_, at) => ({
    kind: 'paragraph' as const,
    runs: [{ text: `Đoạn ${at + 1}. ${'Nội dung được trình bày theo quy định. '.repeat(4)}` }],
  }));
  const pages = await pagesOf(typeset(sampleReport({ ...signedOn['nd30-2020'], body: long, annexes: [] })));
  expect(pages.length).toBeGreaterThan(3);
  expect(
    pages.map((page) =>
      numberOf(page, 20, 20)
        .map(({ text }) => text)
        .join(),
    ),
  ).toEqual(['', ...pages.slice(1).map((_, at) => String(at + 2))]);
});

test('an unsigned report says that it is a draft; a signed one does not', async () => {
  const [draft] = await pagesOf(typeset(sampleReport({ number: null, date: null, draft: true })));
  const [signed] = await pagesOf(typeset(sampleReport()));
  expect(draft && words(draft)).toContain('DỰ THẢO');
  expect(signed && words(signed)).not.toContain('DỰ THẢO');
});

test('what is typed is printed as typed, whatever it would mean to the typesetter', async () => {
  const typed = '#panic("x") $a$ *b* _c_ \\ @d <e> // f';
  const [page] = await pagesOf(
    typeset(sampleReport({ body: [{ kind: 'paragraph', runs: [{ text: typed }] }], annexes: [] })),
  );
  expect(page && words(page).replace(/\s+/g, ' ')).toContain('#panic("x") $a$ *b* _c_ \\ @d <e> // f');
});

test('the same report gives the same bytes, in the thread as here', async () => {
  const here = typeset(sampleReport());
  expect(Buffer.from(typeset(sampleReport())).equals(here)).toBe(true);
  const [one, two] = await Promise.all([printPdf(sampleReport()), printPdf(sampleReport())]);
  expect(Buffer.from(one).equals(here)).toBe(true);
  expect(Buffer.from(two).equals(here)).toBe(true);
});
