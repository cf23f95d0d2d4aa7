import type { FormContent, FormKind } from './domain/content.ts';
import { sampleForm } from './sample.ts';

/** The form that shows a kind, with other values of its own. */
export function formWith<Kind extends FormKind>(
  kind: Kind,
  change: Partial<Extract<FormContent, { kind: Kind }>> = {},
): Extract<FormContent, { kind: Kind }> {
  const sample = sampleForm(kind, '2019-01-30');
  return { ...sample, ...change } as Extract<FormContent, { kind: Kind }>;
}
