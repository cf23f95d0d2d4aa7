export {
  formatDate,
  formatDocumentDate,
  formatLongDate,
  formatMonth,
  formatOfficialDate,
  parseDate,
} from './dates.ts';
export { fold } from './fold.ts';
export type { Ratio } from './numbers.ts';
export {
  formatNumber,
  formatPercentage,
  formatRatio,
  numberInWords,
  parseNumber,
  percentageOf,
} from './numbers.ts';
export { compareVietnamese, nfc } from './text.ts';
