/** The child process: reads the bytes on standard input and answers over the channel to its parent. */
import { argv, stdin } from 'node:process';
import { buffer } from 'node:stream/consumers';
import type { Answer, Job } from './child.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf/index.ts';
import { ExtractError } from './types.ts';
import { readXlsx } from './xlsx.ts';
import { ZipReader } from './zip.ts';

/** Settles when the parent has the whole message: leaving earlier would cut a long one off. */
function answer(message: Answer): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}

async function work(job: Job, bytes: Uint8Array): Promise<Answer> {
  if (job.kind === 'rows') return { type: 'rows', value: readXlsx(new ZipReader(bytes)) };
  switch (job.format) {
    case 'docx':
      return { type: 'text', value: readDocx(new ZipReader(bytes)) };
    case 'html':
      return { type: 'text', value: readHtml(bytes) };
    case 'pdf': {
      const onProgress = (done: number, total: number) => void answer({ type: 'progress', done, total });
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
await answer(await work(job, new Uint8Array(await buffer(stdin))).catch(errorOf));
process.disconnect();
