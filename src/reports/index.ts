export { seesAll } from './pages/reports.tsx';
export { showsOf, type UnitShow } from './pages/say.ts';
export { listReports, periodsOf, type ReportRow, reportingUnits } from './queries.ts';
export { periodUrl, reportPaperUrl } from './urls.ts';
