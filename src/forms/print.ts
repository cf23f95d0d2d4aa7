import { createHash } from 'node:crypto';
import { printFormPdf } from '../platform/paper/press.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { FormContent, FormKind } from './domain/content.ts';
import { type FormRule, type FormRules, formCode, formOfKind, formRulesOn, layoutSha256 } from './rules.ts';
import { formSheet } from './sheet.ts';

/** A form as a file, with all that its log keeps of it. */
export interface PrintedForm {
  bytes: Uint8Array;
  fileType: 'pdf' | 'docx';
  /** SHA-256 of the bytes, in hexadecimal. */
  fileSha256: string;
  form: IssuedForm;
}

/** What a form said and by what it was laid out, to be kept where it is issued. */
export interface IssuedForm {
  kind: FormKind;
  /** "tt01-2018/01". */
  formCode: string;
  /** Its number as printed, "0123/BPTNTKQ"; null where it has none. */
  number: string | null;
  /** SHA-256 of what it said. */
  contentSha256: string;
  /** SHA-256 of the Word template, or of the rule set that lays out a PDF. */
  templateSha256: string;
}

/**
 * The rule set of a day and its form of a kind.
 * @throws {RefusalError} where the set has no such form: the notice of stopping came with that of 2025
 */
export function formOn(day: CivilDate, kind: FormKind): { rules: FormRules; form: FormRule } {
  const rules = formRulesOn(day);
  const form = formOfKind(rules, kind);
  if (form === undefined) throw new RefusalError(refuse('conflict:no-such-form', { rules: rules.title }));
  return { rules, form };
}

/**
 * A form as the rules of a day want it, as PDF. The same content and day give the same bytes.
 * @param day whose rule set it follows
 */
export async function printForm(content: FormContent, day: CivilDate): Promise<PrintedForm> {
  const { rules, form } = formOn(day, content.kind);
  const bytes = await printFormPdf(formSheet(content, rules, form));
  return {
    bytes,
    fileType: 'pdf',
    fileSha256: sha256(bytes),
    form: issuedForm(content, rules, form, layoutSha256(rules)),
  };
}

/** What the log keeps of a form that is issued now and printed as PDF whenever it is asked for; `day` as in {@link printForm}. */
export function formToIssue(content: FormContent, day: CivilDate): IssuedForm {
  const { rules, form } = formOn(day, content.kind);
  return issuedForm(content, rules, form, layoutSha256(rules));
}

/** What the log keeps of a form. */
export function issuedForm(
  content: FormContent,
  rules: FormRules,
  form: FormRule,
  templateSha256: string,
): IssuedForm {
  const { number, symbol } = content.head;
  return {
    kind: content.kind,
    formCode: formCode(rules, form),
    number: number === null || symbol === null ? null : `${number}/${symbol}`,
    contentSha256: contentSha256(content),
    templateSha256,
  };
}

/**
 * SHA-256 over what a form says. The order in which its parts were written down does not matter, nor the marks by which a
 * paper says that it is none to act by.
 */
export function contentSha256(content: FormContent): string {
  const said = { ...content, head: { ...content.head, marks: [] } };
  return sha256(
    JSON.stringify(said, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  );
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
