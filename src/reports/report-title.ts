import type { Language } from '../platform/i18n/language.ts';
import type { ReportState } from './domain/report.ts';
import { reportWords } from './words.ts';

/** The type of document that a report is. */
export const REPORT_TYPE = 'Báo cáo';

/** "BC-SGDĐT": the type's code and the agency's. */
export const symbolOf = (agency: string) => `BC-${agency}`;

/** What a report is about, as its document says: in the language of documents, whoever reads the page. */
export function abstractOf(
  { period, area }: Pick<ReportState, 'period' | 'area'>,
  year: number | null,
): string {
  const say = reportWords.in('vi');
  const when = periodName(period, year);
  return area === null
    ? say('report.abstract', { period: when })
    : say('report.abstract.area', { period: when, area });
}

/** "quý I năm 2019", "năm 2019"; in the language of documents unless somebody reads a page. */
export function periodName(
  period: ReportState['period'],
  year: number | null,
  language: Language = 'vi',
): string {
  const say = reportWords.in(language);
  const name = say(`period.in-text.${period}`);
  return year === null
    ? name
    : say(period === 'year' ? 'period.of-whole-year' : 'period.of-year', { period: name, year });
}
