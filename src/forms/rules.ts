import { createHash } from 'node:crypto';
import { z } from 'zod';
import tt01 from '../../rules/forms/tt01-2018.json' with { type: 'json' };
import tt03 from '../../rules/forms/tt03-2025.json' with { type: 'json' };
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { FORM_KINDS, type FormKind } from './domain/content.ts';

/**
 * A line of a form, written with blocks: "Địa chỉ: {địa chỉ}". A text is left out where one of its blocks has nothing to
 * say, and repeated where one has several lines; texts in a list stand beside one another. What a
 * strong line is filled with is bold.
 */
const line = z.union([
  z.string(),
  z.array(z.string()),
  z.strictObject({ line: z.string(), strong: z.literal(true) }),
  z.strictObject({ paragraph: z.string(), strong: z.literal(true).optional() }),
  z.strictObject({ centre: z.string() }),
  z.strictObject({ table: z.string() }),
]);

/** What of a form was not compared with the official text. */
export const FORM_PARTS = ['page', 'lines', 'columns', 'signatures', 'notes'] as const;

const form = z.strictObject({
  number: z.string(),
  kind: z.enum(FORM_KINDS),
  title: z.string(),
  /** When it is issued. */
  trigger: z.string(),
  page: z.enum(['A5', 'A4', 'A4-landscape']),
  unconfirmed: z.array(z.enum(FORM_PARTS)),
  /** Where its lines come from. */
  source: z.string(),
  lines: z.array(line),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      width: z.number(),
      align: z.enum(['start', 'centre', 'end']).optional(),
    }),
  ),
  signatures: z.array(z.strictObject({ title: z.string(), note: z.string(), name: z.string() })),
  notes: z.array(z.string()),
});

const pages = z.strictObject({
  width: z.number(),
  height: z.number(),
  margin: z.strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() }),
  size: z.strictObject({
    head: z.number(),
    body: z.number(),
    title: z.number(),
    small: z.number(),
    table: z.number(),
  }),
  country: z.number(),
});

const formRulesSchema = z.strictObject({
  code: z.string(),
  title: z.string(),
  source: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  note: z.string().nullable(),
  /** What was confirmed, in words. */
  confirmed: z.string(),
  layout: z.record(z.enum(['A5', 'A4', 'A4-landscape']), pages),
  forms: z.array(form),
});

/** The forms of the one-stop desk and how they are laid out, as of some days. */
export type FormRules = z.infer<typeof formRulesSchema>;
export type FormRule = FormRules['forms'][number];
export type FormRuleLine = z.infer<typeof line>;

/** The rule sets from the data in `rules/forms/`, oldest first. */
export const formRuleSets: readonly FormRules[] = [tt01, tt03].map((rules) => formRulesSchema.parse(rules));

/** The rules for a form issued on a day; before the oldest set, the oldest. */
export function formRulesOn(day: CivilDate): FormRules {
  const [oldest] = formRuleSets;
  const rules = formRuleSets.findLast(({ from }) => from <= day) ?? oldest;
  if (rules === undefined) throw new Error('there is no rule set for forms');
  return rules;
}

/** The form of a kind in a rule set; undefined where the set has none, as that of 2018 has no notice of stopping. */
export function formOfKind(rules: FormRules, kind: FormKind): FormRule | undefined {
  return rules.forms.find((form) => form.kind === kind);
}

/** By what a form is known for ever: "tt01-2018/01". */
export function formCode(rules: Pick<FormRules, 'code'>, form: Pick<FormRule, 'number'>): string {
  return `${rules.code}/${form.number}`;
}

/** What a form that is printed as PDF is laid out by: SHA-256 over its rule set. */
export function layoutSha256(rules: FormRules): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}
