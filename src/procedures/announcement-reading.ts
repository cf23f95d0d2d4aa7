import { containsSecrecyMark } from '../plan/index.ts';
import { ExtractError, type ExtractErrorCode, extractText, readXlsxRows } from '../platform/extract/index.ts';
import { decodeText } from '../platform/extract/plain.ts';
import { readCsv } from '../platform/import/csv.ts';
import { type CatalogueProblem, readAnnouncement, readCatalogueJson } from './domain/announcement/index.ts';
import type { ReadAnnouncement } from './domain/announcement/read-announcement.ts';

export type AnnouncementKind = 'decision' | 'sheet' | 'catalogue';

/** Why a file gives no rows. */
export type AnnouncementProblem =
  | ExtractErrorCode
  | CatalogueProblem
  | 'secret'
  | 'no-rows'
  | 'too-many-rows';

export interface AnnouncementReading {
  kind: AnnouncementKind;
  /** What rows point into; null of records. */
  text: string | null;
  read: ReadAnnouncement;
}

/** A decision is read while its uploader waits; a longer one is no decision. */
const LONGEST_READING = { timeoutMilliseconds: 30_000 };
const LONGEST_TEXT = 8_000_000;
/** More are better sent in parts: they are entered in one act. */
export const MOST_ANNOUNCED_ROWS = 2000;

/** Reads a file that announces procedures: a decision, a sheet with columns, or records of the national catalogue. */
export async function readAnnouncementFile(
  bytes: Uint8Array,
  { name, format }: { name: string; format: string },
): Promise<AnnouncementReading | { problem: AnnouncementProblem; params: Record<string, string | number> }> {
  try {
    const reading = await readingOf(bytes, name, format);
    if ('problem' in reading) return reading;
    const rows = reading.read.rows.length;
    if (rows === 0) return { problem: 'no-rows', params: {} };
    if (rows > MOST_ANNOUNCED_ROWS)
      return { problem: 'too-many-rows', params: { rows, most: MOST_ANNOUNCED_ROWS } };
    return reading;
  } catch (error) {
    if (error instanceof ExtractError) return { problem: error.code, params: { ...error.params } };
    throw error;
  }
}

async function readingOf(bytes: Uint8Array, name: string, format: string) {
  if (format === 'xlsx') return sheetReading(await readXlsxRows(bytes, LONGEST_READING));
  if (format === 'txt' && /\.csv$/i.test(name)) return sheetReading(readCsv(decodeText(bytes)));
  const { text, margins } = await extractText(bytes, name, LONGEST_READING);
  const mark = containsSecrecyMark(`${margins}\n${text}`);
  if (mark !== null) return { problem: 'secret' as const, params: { mark } };
  if (text.length > LONGEST_TEXT)
    return { problem: 'too-large' as const, params: { bytes: text.length, limit: LONGEST_TEXT } };
  if (format === 'txt' && /^\s*[[{]/u.test(text)) {
    const rows = readCatalogueJson(text);
    if (!Array.isArray(rows)) return { problem: rows, params: {} };
    const decision = { number: null, date: null, effective: null, title: null };
    return { kind: 'catalogue' as const, text: null, read: { decision, rows, remarks: [] } };
  }
  return { kind: 'decision' as const, text, read: readAnnouncement(text) };
}

/** A sheet reads as the table of a decision does, titles over its rows and all; it says nothing of the decision. */
function sheetReading(rows: readonly (readonly string[])[]): AnnouncementReading {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const text = rows
    .map((row) =>
      Array.from({ length: width }, (_, at) => (row[at] ?? '').replace(/[\s|]+/gu, ' ').trim()).join('\t'),
    )
    .join('\n');
  const read = readAnnouncement(text);
  const ofDecision = ['number-missing', 'date-missing', 'effective-missing'];
  return {
    kind: 'sheet',
    text,
    read: { ...read, remarks: read.remarks.filter(({ rule }) => !ofDecision.includes(rule)) },
  };
}
