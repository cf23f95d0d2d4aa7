/** The child process: reads the bytes on standard input and answers over the channel to its parent. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import type { Answer, Job } from './child.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf/index.ts';
import { ExtractError } from './types.ts';
import { readXlsx } from './xlsx.ts';
import { ZipReader } from './zip.ts';

function answer(message: Answer): void {
  process.send?.(message);
}

async function work(job: Job, bytes: Uint8Array): Promise<Answer> {
  if (job.kind === 'rows') return { type: 'rows', value: readXlsx(new ZipReader(bytes)) };
  switch (job.format) {
    case 'docx':
      return { type: 'text', value: readDocx(new ZipReader(bytes)) };
    case 'html':
      return { type: 'text', value: readHtml(bytes) };
    case 'pdf': {
      const onProgress = (done: number, total: number) => answer({ type: 'progress', done, total });
      return { type: 'text', value: await readPdf(bytes, onProgress) };
    }
    default:
      throw new ExtractError('wrong-format', { format: job.format });
  }
}

/** What no reader foresaw, a file caused: it is damaged in a way of its own. */
function errorOf(error: unknown): Answer {
  if (error instanceof ExtractError) return { type: 'error', code: error.code, params: { ...error.params } };
  return { type: 'error', code: 'damaged', params: { where: String(error).slice(0, 200) } };
}

const job = JSON.parse(argv[2] ?? '') as Job;
answer(await work(job, new Uint8Array(readFileSync(0))).catch(errorOf));
process.disconnect();
