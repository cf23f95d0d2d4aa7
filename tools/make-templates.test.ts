import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentRuleSets } from '../src/platform/paper/rules.ts';
import { makeTemplate } from './make-templates.ts';

test.each(documentRuleSets)('the Word template of $code is what the rules say', (rules) => {
  const committed = readFileSync(`templates/document-${rules.code}.docx`);
  expect(Buffer.from(makeTemplate(rules)).equals(committed), 'run "node tools/make-templates.ts"').toBe(true);
});
