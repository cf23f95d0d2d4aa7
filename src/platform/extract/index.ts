import { type ChildOptions, runInChild } from '../child/child.ts';
import { readPlain, refuseLegacyLetters } from './plain.ts';
import { type FileFormat, sniffFormat } from './sniff.ts';
import { ExtractError, type Extracted } from './types.ts';
import type { ExtractAnswer, ExtractJob } from './worker.ts';
import { zipDirectory } from './zip.ts';

export { ExtractError, type ExtractErrorCode, type Extracted, type TextFormat } from './types.ts';

/** Largest upload that is read, unless the caller says otherwise. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

export interface ExtractOptions extends ChildOptions {
  maxBytes?: number;
}

/**
 * Takes the text out of an uploaded file, judged by its content; the name decides between txt and md only. The text
 * has one paragraph a line and a blank line between paragraphs; headings, and list numbers as they are printed, on
 * the line of their paragraph; a table row is a line of cells parted by tabs (see grid.ts for merged cells).
 * @throws {ExtractError} where no text can be taken
 */
export async function extractText(
  bytes: Uint8Array,
  fileName: string,
  options: ExtractOptions = {},
): Promise<Extracted> {
  checkSize(bytes, options);
  const format = sniffFormat(bytes);
  // A Markdown file may begin with an HTML table.
  if (format === 'txt' || (format === 'html' && /\.(md|markdown)$/i.test(fileName))) {
    return readPlain(bytes, fileName);
  }
  if (format !== 'docx' && format !== 'pdf' && format !== 'html') throw unreadable(format, bytes);
  const answer = await inChild({ kind: 'text', format, bytes }, options);
  if (answer.kind !== 'text') throw new Error(`Asked for text, got ${answer.kind}`);
  if (answer.value.text.trim() === '') throw new ExtractError('empty', { format });
  refuseLegacyLetters(answer.value.text);
  return answer.value;
}

/**
 * Rows of the first visible sheet of a workbook, cells as text, dates as ISO.
 * @throws {ExtractError} where there is no such sheet
 */
export async function readXlsxRows(bytes: Uint8Array, options: ExtractOptions = {}): Promise<string[][]> {
  checkSize(bytes, options);
  const format = sniffFormat(bytes);
  if (format !== 'xlsx') throw unreadable(format, bytes);
  const answer = await inChild({ kind: 'rows', bytes }, options);
  if (answer.kind !== 'rows') throw new Error(`Asked for rows, got ${answer.kind}`);
  return answer.value;
}

/** Beside the sources in development, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './extract-worker.js',
  import.meta.url,
);

async function inChild(job: ExtractJob, options: ExtractOptions): Promise<ExtractAnswer> {
  return (await runInChild(WORKER, job, options)) as ExtractAnswer;
}

function checkSize(bytes: Uint8Array, options: ExtractOptions): void {
  const limit = options.maxBytes ?? MAX_UPLOAD_BYTES;
  if (bytes.length > limit) throw new ExtractError('too-large', { bytes: bytes.length, limit });
}

function unreadable(format: FileFormat, bytes: Uint8Array): ExtractError {
  switch (format) {
    case 'empty':
      return new ExtractError('empty', { format });
    case 'encrypted-office':
      return new ExtractError('encrypted', { format });
    case 'legacy-office':
    case 'rtf':
      return new ExtractError('legacy-doc', { format });
    case 'zip':
      return archiveError(bytes);
    default:
      return new ExtractError('wrong-format', { format });
  }
}

/** An archive whose directory cannot be read was cut off on its way; any other is simply not a document. */
function archiveError(bytes: Uint8Array): ExtractError {
  try {
    zipDirectory(bytes);
  } catch (error) {
    if (error instanceof ExtractError) return error;
    throw error;
  }
  return new ExtractError('wrong-format', { format: 'zip' });
}
