/** A number as Vietnamese write it: 1234.5 is "1.234,5". At most `decimals` decimals, none of them idle zeros. */
export function formatNumber(value: number, decimals = 2): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const decimal = fraction.replace(/0+$/, '');
  const digits = decimal ? `${grouped},${decimal}` : grouped;
  return value < 0 && digits !== '0' ? `-${digits}` : digits;
}

/**
 * Reads a number as people type it: "1.234,5", "1234,5", "1 234". A dot only groups thousands; a comma only
 * starts decimals. Null where that does not hold, because "1.5" may mean either.
 */
export function parseNumber(text: string): number | null {
  const typed = text.trim().replace(/^[-−–]/, '-');
  if (!/^-?(\d+|\d{1,3}([.\s]\d{3})+)(,\d+)?$/.test(typed)) return null;
  return Number(typed.replace(/[.\s]/g, '').replace(',', '.'));
}

/** A ratio is kept as its two counts and never as a quotient. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * A ratio with its percentage to one decimal: "96,8 % · 1.210/1.250"; without a percentage over nothing.
 * What is not all never reads 100 %, and what is not nothing never reads 0 %, however the rounding falls.
 */
export function formatRatio(ratio: Ratio): string {
  const counts = `${formatNumber(ratio.numerator)}/${formatNumber(ratio.denominator)}`;
  const percentage = formatPercentage(ratio);
  return percentage === null ? counts : `${percentage} · ${counts}`;
}

/** The percentage alone, "96,8 %", for where the counts stand beside it; null over nothing. */
export function formatPercentage(ratio: Ratio): string | null {
  const percentage = percentageOf(ratio);
  return percentage === null ? null : `${formatNumber(percentage, 1)} %`;
}

/** The percentage to one decimal, as it is shown; null over nothing. */
export function percentageOf({ numerator, denominator }: Ratio): number | null {
  if (denominator === 0) return null;
  let perMille = Math.round((numerator * 1000) / denominator);
  if (perMille === 1000 && numerator < denominator) perMille = 999;
  if (perMille === 0 && numerator > 0) perMille = 1;
  return perMille / 10;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const SCALES = ['', ' nghìn', ' triệu', ' tỷ'];

function digit(value: number): string {
  return DIGITS[value] ?? '';
}

function groupInWords(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor((group % 100) / 10);
  const units = group % 10;
  const words: string[] = [];
  if (full || hundreds > 0) words.push(`${digit(hundreds)} trăm`);
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(`${digit(tens)} mươi`);
  if (units === 1 && tens > 1) words.push('mốt');
  else if (units === 4 && tens > 1) words.push('tư');
  else if (units === 5 && tens > 0) words.push('lăm');
  else if (units > 0) words.push(digit(units));
  return words.join(' ');
}

/** A whole number from 0 to 999.999.999.999 in words, as on a receipt: "một nghìn không trăm linh năm". */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12)
    throw new RangeError(`No words for the number ${value}`);
  if (value === 0) return digit(0);
  const words: string[] = [];
  for (let power = SCALES.length - 1; power >= 0; power--) {
    const group = Math.floor(value / 1000 ** power) % 1000;
    if (group > 0) words.push(groupInWords(group, words.length > 0) + SCALES[power]);
  }
  return words.join(' ');
}
