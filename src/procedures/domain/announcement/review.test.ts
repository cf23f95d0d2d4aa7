import { describe, expect, test } from 'vitest';
import { TABBED } from './announcement.fixture.ts';
import { readAnnouncement } from './index.ts';
import {
  Catalogue,
  type CataloguedProcedure,
  entriesOf,
  type KeptRow,
  reviewed,
  standingOf,
  textOf,
} from './review.ts';

const read = readAnnouncement(TABBED).rows;
const kept = (at: number, changes: Partial<KeptRow> = {}): KeptRow => {
  const asRead = read[at];
  if (asRead === undefined) throw new Error(`no row ${at}`);
  return {
    no: at + 1,
    asRead,
    correction: null,
    treatment: 'enter',
    targetId: null,
    answer: null,
    ...changes,
  };
};
const review = (...rows: KeptRow[]) => reviewed(rows);
const rulesOf = (rows: ReturnType<typeof review>) =>
  rows.map(({ row }) => row.remarks.map(({ rule }) => rule));

/** A procedure of the catalogue that says what a row says. */
function known(at: number, changes: Partial<CataloguedProcedure> = {}): CataloguedProcedure {
  const { asRead } = kept(at);
  const [tier = 'commune'] = asRead.tiers;
  return {
    id: `p${at}`,
    nationalCode: asRead.nationalCode,
    name: asRead.name,
    tier,
    code: asRead.code,
    ownerUnitId: null,
    text: textOf(asRead, tier, null),
    announced: true,
    ...changes,
  };
}

const deeds = (rows: KeptRow[], ...procedures: CataloguedProcedure[]) =>
  review(...rows).map((row) => entriesOf(row, new Catalogue(procedures)).map(({ deed }) => deed));

describe('what comes of a row', () => {
  test.each<[string, KeptRow, CataloguedProcedure[], string[]]>([
    ['not in the catalogue', kept(0), [], ['new']],
    ['known, and says the same', kept(0), [known(0)], ['same']],
    ['known at another level', kept(0), [known(0, { tier: 'commune' })], ['new']],
    ['says the same, and is wanted all the same', kept(0, { treatment: 'version' }), [known(0)], ['version']],
    [
      'known, and says another limit',
      kept(0, { correction: { limits: '9 ngày làm việc' } }),
      [known(0)],
      ['version'],
    ],
    ['what is prepared says the same', kept(0), [known(0, { announced: false })], ['version']],
    ['left out', kept(0, { treatment: 'skip' }), [known(0)], ['left-out']],
    ['said to be the same', kept(0, { treatment: 'same' }), [], ['same']],
    [
      'for two levels',
      kept(0, { correction: { tiers: ['department', 'commune'] } }),
      [known(0)],
      ['same', 'new'],
    ],
    ['abolished', kept(0, { correction: { act: 'abolished' } }), [known(0)], ['abolish']],
    ['abolished, and unknown', kept(0, { correction: { act: 'abolished' } }), [], ['unknown']],
    [
      'abolished before it was announced',
      kept(0, { correction: { act: 'abolished' } }),
      [known(0, { announced: false })],
      ['unknown'],
    ],
    [
      'without a code, of a known name',
      kept(0, { correction: { code: '' } }),
      [known(0, { nationalCode: null })],
      ['same'],
    ],
    ['chosen by hand', kept(1, { targetId: 'p0' }), [known(0)], ['version']],
    ['chosen by hand for another level', kept(2, { targetId: 'p0' }), [known(0)], ['new']],
  ])('%s', (_name, row, procedures, expected) => {
    expect(deeds([row], ...procedures)).toEqual([expected]);
  });

  test('a version keeps what the decision does not say', () => {
    const before = {
      ...known(0).text,
      steps: 'Nộp hồ sơ.',
      components: [
        { key: 'c7', name: 'Đơn', form: null, originals: 1, copies: 0, required: true, case: null },
      ],
      onlineLevel: '3' as const,
    };
    const text = textOf({ ...kept(0).asRead, fees: [], name: 'Tên mới' }, 'department', before);
    expect(text).toMatchObject({
      name: 'Tên mới',
      steps: 'Nộp hồ sơ.',
      components: [{ key: 'c7' }],
      onlineLevel: '3',
    });
    expect(text.fees).toEqual(before.fees);
  });
});

describe('what is doubtful after a correction', () => {
  test('a code that was mended no longer is; one that was taken away is', () => {
    expect(rulesOf(review(kept(0, { correction: { code: '' } })))).toEqual([['code-missing']]);
    expect(rulesOf(review(kept(0, { correction: { code: '1.9 00 001' } })))).toEqual([['code-repaired']]);
    expect(rulesOf(review(kept(0)))).toEqual([[]]);
  });

  test('a code twice at a level counts only rows that are taken', () => {
    const twice = { correction: { code: '1.900001' } };
    expect(rulesOf(review(kept(0), kept(1, twice)))).toEqual([['code-twice'], ['code-twice']]);
    expect(rulesOf(review(kept(0), kept(1, { ...twice, treatment: 'skip' })))).toEqual([[], []]);
    expect(rulesOf(review(kept(0), kept(2, twice)))).toEqual([['code-at-two-tiers'], ['code-at-two-tiers']]);
  });

  test.each<[string, Partial<KeptRow>, string]>([
    ['nothing doubtful', {}, 'ready'],
    ['a warning', { correction: { code: '' } }, 'open'],
    ['a warning that was answered', { correction: { code: '' }, answer: 'Chưa có mã' }, 'ready'],
    ['an error, though answered', { correction: { tiers: [] }, answer: 'Không rõ' }, 'open'],
    ['an error in a row that is left out', { correction: { tiers: [] }, treatment: 'skip' }, 'left-out'],
    ['a note', { correction: { limits: 'Ngay khi nhận' } }, 'ready'],
    ['no field', { correction: { field: '' } }, 'open'],
    ['no name', { correction: { name: '' } }, 'open'],
  ])('%s', (_name, changes, standing) => {
    expect(review(kept(0, changes)).map(standingOf)).toEqual([standing]);
  });

  test('limits, fees and bases are read anew from the words that were typed', () => {
    const [row] = review(
      kept(0, {
        correction: { limits: '03 ngày làm việc', fees: 'Lệ phí: 5.000 đồng/hồ sơ', legalBases: ['Luật'] },
      }),
    );
    expect(row?.row).toMatchObject({
      limits: [{ budget: '3wd' }],
      fees: [{ name: 'Lệ phí', amount: 5000 }],
      legalBases: ['Luật'],
    });
  });
});
