import { Child, twice } from '../child/child.ts';
import type { TemplateBlock } from '../word/blocks.ts';
import type { TemplateReport } from '../word/check-template.ts';
import type { OfficialDocument } from './document.ts';
import type { FormSheet } from './form-sheet.ts';
import type { PressJob } from './press-worker.ts';

/** Beside the sources in development, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './press-worker.ts' : './press-worker.js',
  import.meta.url,
);

/** A document as PDF, set by the rules of its day. */
export async function printPdf(document: OfficialDocument): Promise<Uint8Array> {
  return bytes(await inPress({ kind: 'pdf', document }));
}

/**
 * A document as Word file.
 * @param template a .docx whose blocks it fills
 * @throws {ExtractError} where the template cannot be opened
 */
export async function printWord(document: OfficialDocument, template: Uint8Array): Promise<Uint8Array> {
  return bytes(await inPress({ kind: 'word', document, template }));
}

/**
 * What a template knows, and what a sample made with it says.
 * @throws {ExtractError} where it cannot be opened
 */
export async function examineTemplate(
  template: Uint8Array,
  sample: OfficialDocument,
): Promise<TemplateReport> {
  return reported(await inPress({ kind: 'check', document: sample, template }));
}

/** A form of the one-stop desk as PDF. */
export async function printFormPdf(sheet: FormSheet): Promise<Uint8Array> {
  return bytes(await inPress({ kind: 'form-pdf', sheet }));
}

/**
 * A form as Word file.
 * @param template a .docx whose blocks it fills
 * @throws {ExtractError} where the template cannot be opened
 */
export async function printFormWord(sheet: FormSheet, template: Uint8Array): Promise<Uint8Array> {
  return bytes(await inPress({ kind: 'form-word', sheet, template }));
}

/**
 * What the template of a form knows of the blocks that the form can fill, and what a sample made with it says.
 * @throws {ExtractError} where it cannot be opened
 */
export async function examineFormTemplate(
  template: Uint8Array,
  sample: FormSheet,
  blocks: readonly TemplateBlock[],
): Promise<TemplateReport> {
  return reported(await inPress({ kind: 'form-check', sheet: sample, template, blocks }));
}

function reported(made: Uint8Array | TemplateReport): TemplateReport {
  if (made instanceof Uint8Array) throw new Error('asked for a report, got bytes');
  return made;
}

function bytes(made: Uint8Array | TemplateReport): Uint8Array {
  if (!(made instanceof Uint8Array)) throw new Error('asked for bytes, got a report');
  return made;
}

/** The one child, which keeps its letters loaded and prints one document after another. */
let press: Child | undefined;
let last: Promise<unknown> = Promise.resolve();

function inPress(job: PressJob): Promise<Uint8Array | TemplateReport> {
  const printed = last.then(() => twice(() => print(job)));
  last = printed.catch(() => undefined);
  return printed;
}

async function print(job: PressJob): Promise<Uint8Array | TemplateReport> {
  // What stopped the last job stopped the child with it.
  if (press?.isAlive !== true) press = new Child({ url: WORKER, addons: true });
  return (await press.ask(job)) as Uint8Array | TemplateReport;
}
