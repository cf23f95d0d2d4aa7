import type { TemplatePurpose, TemplateShelf } from '../documents/index.ts';
import { examineFormTemplate, printFormWord } from '../platform/paper/press.ts';
import { shippedFile } from '../platform/word/shipped.ts';
import { type FormRule, type FormRules, formCode, formRuleSets } from './rules.ts';
import { sampleForm } from './sample.ts';
import { formLabel, formSheet } from './sheet.ts';
import { formTemplateBlocks } from './template-blocks.ts';
import { formsUrl, formTemplateUrl, formUrl } from './urls.ts';

/** A form's name in an address: "tt01-2018-01". */
export function formAddress(rules: Pick<FormRules, 'code'>, form: Pick<FormRule, 'number'>): string {
  return `${rules.code}-${form.number}`;
}

/** Name of the Word template that the product brings for a form. */
export function formTemplateName(rules: Pick<FormRules, 'code'>, form: Pick<FormRule, 'number'>): string {
  return `form-${formAddress(rules, form)}.docx`;
}

/** A form of a rule set, with its templates. */
export interface FormPurpose extends TemplatePurpose {
  rules: FormRules;
  form: FormRule;
}

/** Every form of every rule set. */
export const formPurposes: readonly FormPurpose[] = formRuleSets.flatMap((rules) =>
  rules.forms.map((form): FormPurpose => {
    const sample = () => formSheet(sampleForm(form.kind, rules.from), rules, form);
    return {
      rules,
      form,
      code: formCode(rules, form),
      address: formAddress(rules, form),
      title: `${formLabel(rules, form)}: ${form.title}`,
      page: { url: formUrl(formAddress(rules, form)), title: form.title },
      shipped: () => shippedFile(formTemplateName(rules, form)),
      examine: (template) => examineFormTemplate(template, sample(), formTemplateBlocks(form)),
      sample: (template) => printFormWord(sample(), template),
    };
  }),
);

export const formPurpose = (address: string) => formPurposes.find((one) => one.address === address);

/** The Word templates of the forms, which the office replaces as it does those of its documents. */
export const formShelf: TemplateShelf = {
  read: 'form.read',
  replace: 'form.replace-template',
  parameter: 'form',
  actions: { upload: 'form.upload-template', choose: 'form.replace-template' },
  overview: { url: formsUrl(), title: 'forms.title' },
  url: formTemplateUrl,
  find: formPurpose,
};
