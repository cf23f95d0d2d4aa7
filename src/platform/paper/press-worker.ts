/** The child process that sets and fills documents, so that a long one keeps nobody waiting. */
import { serveJobs } from '../child/serve-jobs.ts';
import { checkTemplate, type TemplateReport } from '../word/check-template.ts';
import { fillTemplate } from '../word/render.ts';
import type { OfficialDocument } from './document.ts';
import { typeset } from './typeset.ts';

export type PressJob =
  | { kind: 'pdf'; document: OfficialDocument }
  | { kind: 'word'; document: OfficialDocument; template: Uint8Array }
  | { kind: 'check'; document: OfficialDocument; template: Uint8Array };

serveJobs<PressJob>((job): Uint8Array | TemplateReport => {
  switch (job.kind) {
    case 'pdf':
      return typeset(job.document);
    case 'word':
      return fillTemplate(job.template, job.document);
    case 'check':
      return checkTemplate(job.template, job.document);
  }
});
