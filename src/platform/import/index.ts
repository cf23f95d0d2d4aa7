export { defineImport } from './pages.tsx';
export { type CheckedRow, type ImportColumn, rowsToImport, type TypedRow } from './table.ts';
