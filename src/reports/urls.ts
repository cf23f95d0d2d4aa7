import { reportPeriodUrl } from '../plan/index.ts';

export const reportsUrl = () => '/reports';
export const concernsUrl = () => '/concerns';
/** The report periods of a plan. */
export const planReportsUrl = (plan: string) => `/plans/${plan}/reports`;
export const periodUrl = (plan: string, period: string, show?: string) =>
  `${reportPeriodUrl(plan, period)}${show === undefined ? '' : `?show=${show}`}`;
/** Letters to the units whose report of a period is missing. */
export const newReportChaseUrl = (plan: string, period: string) => `${reportPeriodUrl(plan, period)}/chase`;
export const reportUrl = (report: string) => `/reports/${report}`;
export const reportPaperUrl = (report: string) => `${reportUrl(report)}/paper`;
export const reportWordUrl = (report: string) => `${reportPaperUrl(report)}/word`;
export const reportPdfUrl = (report: string) => `${reportPaperUrl(report)}/pdf`;
/** The tasks that a report counts, as the list's filter narrows them. */
export const reportTasksUrl = (report: string, show?: string) =>
  `${reportUrl(report)}/tasks${show === undefined ? '' : `?show=${show}`}`;
export const concernUrl = (report: string, concern: number | string) =>
  `${reportUrl(report)}/concerns/${concern}`;
