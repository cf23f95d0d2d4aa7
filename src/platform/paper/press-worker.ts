/** The child process that sets and fills documents and forms, so that a long one keeps nobody waiting. */
import { serveJobs } from '../child/serve-jobs.ts';
import type { TemplateBlock } from '../word/blocks.ts';
import { checkFormTemplate, checkTemplate, type TemplateReport } from '../word/check-template.ts';
import { fillForm } from '../word/fill-form.ts';
import { fillTemplate } from '../word/render.ts';
import type { OfficialDocument } from './document.ts';
import type { FormSheet } from './form-sheet.ts';
import { typeset } from './typeset.ts';
import { typesetForm } from './typeset-form.ts';

export type PressJob =
  | { kind: 'pdf'; document: OfficialDocument }
  | { kind: 'word'; document: OfficialDocument; template: Uint8Array }
  | { kind: 'check'; document: OfficialDocument; template: Uint8Array }
  | { kind: 'form-pdf'; sheet: FormSheet }
  | { kind: 'form-word'; sheet: FormSheet; template: Uint8Array }
  | { kind: 'form-check'; sheet: FormSheet; template: Uint8Array; blocks: readonly TemplateBlock[] };

serveJobs<PressJob>((job): Uint8Array | TemplateReport => {
  switch (job.kind) {
    case 'pdf':
      return typeset(job.document);
    case 'word':
      return fillTemplate(job.template, job.document);
    case 'check':
      return checkTemplate(job.template, job.document);
    case 'form-pdf':
      return typesetForm(job.sheet);
    case 'form-word':
      return fillForm(job.template, job.sheet);
    case 'form-check':
      return checkFormTemplate(job.template, job.sheet, job.blocks);
  }
});
