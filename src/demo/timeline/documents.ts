import { toDayNumber } from '../../pure/calendar/index.ts';

/** The register's number on 28 January, when Plan 375 took it, and how many numbers a day it gives out. */
const NUMBER_OF_PLAN = 375;
const DAY_OF_PLAN = '2019-01-28';
const NUMBERS_A_DAY = 13;

/** Codes by the words with which a task begins. */
const CODES: readonly (readonly [beginning: RegExp, code: string | null])[] = [
  [/^(công văn|cv) /i, null],
  [/^(ban hành )?kế hoạch/i, 'KH'],
  [/^báo cáo|mức độ|tỷ lệ|rà soát|xử lý|thanh tra |kiểm tra /i, 'BC'],
  [/^(quyết định|ban hành quy chế|ban hành đầy đủ|văn bản công bố)/i, 'QĐ'],
  [/^(thông báo)/i, 'TB'],
  [/^(chủ trì, xây dựng quy chế)/i, 'TTr'],
  [/^(hướng dẫn)/i, 'HD'],
];

/**
 * A number and symbol as the records clerk's register would have given it: numbers rise with the days, an official
 * letter names the drafting unit where others name their type (TT 01/2011/TT-BNV).
 * @param nth tells documents of one day apart
 */
export function numberOf(title: string, unit: string, dated: string, nth: number): string {
  const days = toDayNumber(dated) - toDayNumber(DAY_OF_PLAN);
  const number = NUMBER_OF_PLAN + days * NUMBERS_A_DAY + 1 + (nth % (NUMBERS_A_DAY - 1));
  const code = CODES.find(([beginning]) => beginning.test(title))?.[1] ?? null;
  return code === null ? `${number}/SGDĐT-${unit}` : `${number}/${code}-SGDĐT`;
}

/** The title of a task as the abstract of what it brought forth. */
export function abstractOf(title: string): string {
  const text = title.replace(/^Ban hành /, '').replace(/\s*\(.*$/, '');
  if (text.length <= 220) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 220))} …`;
}
