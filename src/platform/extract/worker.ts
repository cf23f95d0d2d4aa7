/** The child process that reads uploads. */
import { serveJobs } from '../child/serve-jobs.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf/index.ts';
import type { FileFormat } from './sniff.ts';
import { ExtractError, type Extracted } from './types.ts';
import { readXlsx } from './xlsx.ts';
import { ZipReader } from './zip.ts';

/** What the child is asked to do with bytes, and what it answers. */
export type ExtractJob = { bytes: Uint8Array } & ({ kind: 'text'; format: FileFormat } | { kind: 'rows' });
export type ExtractAnswer = { kind: 'text'; value: Extracted } | { kind: 'rows'; value: string[][] };

type Progress = (done: number, total: number) => void;

async function work(job: ExtractJob, progress: Progress): Promise<ExtractAnswer> {
  // A Buffer comes as one, which the reader of PDF refuses.
  const bytes = new Uint8Array(job.bytes);
  if (job.kind === 'rows') return { kind: 'rows', value: readXlsx(new ZipReader(bytes)) };
  switch (job.format) {
    case 'docx':
      return { kind: 'text', value: readDocx(new ZipReader(bytes)) };
    case 'html':
      return { kind: 'text', value: readHtml(bytes) };
    case 'pdf':
      return { kind: 'text', value: await readPdf(bytes, progress) };
    default:
      throw new ExtractError('wrong-format', { format: job.format });
  }
}

serveJobs<ExtractJob>(async (job, progress) => {
  try {
    return await work(job, progress);
  } catch (error) {
    if (error instanceof ExtractError) throw error;
    // What no reader foresaw, a file caused: it is damaged in a way of its own.
    throw new ExtractError('damaged', { where: String(error).slice(0, 200) });
  }
});
