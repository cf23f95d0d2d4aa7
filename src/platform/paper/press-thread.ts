/** The thread that sets and fills documents, so that a long one keeps nobody waiting. */
import { parentPort } from 'node:worker_threads';
import { ExtractError, type ExtractErrorCode } from '../extract/types.ts';
import { checkTemplate, type TemplateReport } from '../word/check-template.ts';
import { fillTemplate } from '../word/render.ts';
import type { OfficialDocument } from './document.ts';
import { typeset } from './typeset.ts';

export type PressJob =
  | { kind: 'pdf'; document: OfficialDocument }
  | { kind: 'word'; document: OfficialDocument; template: Uint8Array }
  | { kind: 'check'; document: OfficialDocument; template: Uint8Array };

export type PressAnswer =
  | { done: Uint8Array | TemplateReport }
  | { unreadable: { code: ExtractErrorCode; params: Readonly<Record<string, string | number>> } }
  | { failed: string };

function press(job: PressJob): Uint8Array | TemplateReport {
  switch (job.kind) {
    case 'pdf':
      return typeset(job.document);
    case 'word':
      return fillTemplate(job.template, job.document);
    case 'check':
      return checkTemplate(job.template, job.document);
  }
}

function answer(job: PressJob): PressAnswer {
  try {
    return { done: press(job) };
  } catch (error) {
    if (error instanceof ExtractError) return { unreadable: { code: error.code, params: error.params } };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: PressJob) => parentPort?.postMessage(answer(job)));
