import type { Breakdown, Narrowing } from './counted.ts';

/** What a handling report's address may ask beside its period. */
export interface ReportFilters extends Narrowing {
  by?: Breakdown | undefined;
}

export interface ListFilters extends Narrowing {
  /** Number of the form's column. */
  column?: string | undefined;
  ending?: 'finished' | undefined;
}

function address(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value);
  return search.size === 0 ? path : `${path}?${search}`;
}

/** The handling report of a period. */
export const handlingReportUrl = (filters: ReportFilters & { from?: string; to?: string } = {}) =>
  address('/handling-report', { ...filters });
/** The dossiers that a number of it was counted from. */
export const handlingDossiersUrl = (form: string, from: string, to: string, filters: ListFilters = {}) =>
  address(`/handling-report/${form}/${from}/${to}/dossiers`, { ...filters });
export const handlingFileUrl = (
  from: string,
  to: string,
  ending: ReportEnding,
  filters: ReportFilters = {},
) => address(`/handling-report/${from}/${to}/report.${ending}`, { ...filters });

export const REPORT_ENDINGS = ['xlsx', 'docx', 'pdf'] as const;
export type ReportEnding = (typeof REPORT_ENDINGS)[number];

/** A version of a closed period. */
export const closedReportUrl = (report: string, no: number | string, filters: ReportFilters = {}) =>
  address(`/handling-reports/${report}/${no}`, { ...filters });
export const closedDossiersUrl = (
  form: string,
  report: string,
  no: number | string,
  filters: ListFilters = {},
) => address(`/handling-reports/${report}/${no}/${form}/dossiers`, { ...filters });
export const closedFileUrl = (
  report: string,
  no: number | string,
  ending: ReportEnding,
  filters: ReportFilters = {},
) => address(`/handling-reports/${report}/${no}/report.${ending}`, { ...filters });

/** What the desk has before it today. */
export const deskOverviewUrl = () => '/desk-overview';
/** What stands with each unit, and with each officer of one. */
export const dossierOverviewUrl = () => '/dossier-overview';
export const unitOverviewUrl = (unit: string) => `/dossier-overview/${unit}`;
export const unitDossiersUrl = (unit: string, filters: { of?: string; person?: string } = {}) =>
  address(`/dossier-overview/${unit}/dossiers`, { ...filters });
