import { raw } from 'hono/html';
import { errorId } from './fields.tsx';
import { fieldId } from './form.tsx';
import type { FieldError } from './types.ts';

const LABEL = /<(label|legend)\b[^>]*>(.*?)<\/\1>/gs;

/**
 * Errors with the labels of their fields before them, as the form that stands below says them: in a summary, "Mục này
 * chưa có nội dung" three times names no field.
 * @param markup the form, with each error at its control
 */
export function withLabels(errors: readonly FieldError[], markup: string): FieldError[] {
  return errors.map((error) => {
    const label = error.field === undefined ? undefined : labelBefore(markup, errorId(fieldId(error.field)));
    return label === undefined ? error : { ...error, label: raw(label) };
  });
}

/** The words of the last label before an element, as markup; undefined where there is no such element. */
function labelBefore(markup: string, id: string): string | undefined {
  const at = markup.indexOf(`id="${id}"`);
  if (at < 0) return undefined;
  const words = [...markup.slice(0, at).matchAll(LABEL)].at(-1)?.[2];
  return words
    ?.replaceAll(/<span class="optional">.*?<\/span>/gs, '')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}
