import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formPurposes, formTemplateName } from '../src/forms/shelf.ts';
import { makeFormTemplate } from './make-form-templates.ts';

test.each(formPurposes)('the Word template of $code is what the rules say', ({ rules, form }) => {
  const committed = readFileSync(`templates/${formTemplateName(rules, form)}`);
  expect(
    Buffer.from(makeFormTemplate(rules, form)).equals(committed),
    'run "node tools/make-form-templates.ts"',
  ).toBe(true);
});
