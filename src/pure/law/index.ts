export { findCitations } from './citations.ts';
export { readCivilDate } from './dates.ts';
export { findDatesInText } from './dates-in-text.ts';
export { parseDocumentNumber } from './document-number.ts';
export { codesOf, type DocumentType, documentTypes, typeOfCode, typeOfWord } from './document-types.ts';
export { readDueWindows } from './due-windows.ts';
export { periodCode, REPORT_PERIODS, type ReportPeriodCode } from './report-periods.ts';
export type { Citation, DateContext, DocumentNumber, DueKind, DueWindow, FoundDate } from './types.ts';
