/** Report periods of a year, in the order of their ends. */
export const REPORT_PERIODS = ['q1', 'm6', 'q2', 'm9', 'q3', 'q4', 'year'] as const;
export type ReportPeriodCode = (typeof REPORT_PERIODS)[number];

/** The code of a period as a plan names it: "Quý I", "6 tháng", "Năm"; null for what is no period of a year. */
export function periodCode(name: string): ReportPeriodCode | null {
  const words = name.normalize('NFC').trim().toLowerCase();
  const quarter = /^quý\s+(iv|iii|ii|i|0?[1-4])$/u.exec(words)?.[1];
  if (quarter !== undefined)
    return (
      (['q1', 'q2', 'q3', 'q4'] as const)[
        /\d/.test(quarter) ? Number(quarter) - 1 : ['i', 'ii', 'iii', 'iv'].indexOf(quarter)
      ] ?? null
    );
  if (/^(?:0?6|sáu)\s+tháng(?:\s+đầu năm)?$/u.test(words)) return 'm6';
  if (/^(?:0?9|chín)\s+tháng(?:\s+đầu năm)?$/u.test(words)) return 'm9';
  return /^(?:cả |tổng kết )?năm(?:\s+\d{4})?$/u.test(words) ? 'year' : null;
}
