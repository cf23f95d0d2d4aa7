import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { chooseTemplate } from '../keep-template.ts';
import { documentShelf, purposeOf } from '../shelf.ts';
import { purposeField, templateChoice } from '../template-fields.ts';
import { templatesUrl } from '../urls.ts';

/** Documents under a rule set are made with another template from now on: an uploaded one, or the product's own. */
export const replaceTemplate = defineAction({
  name: 'template.replace',
  path: '/templates/:rules/choice',
  permission: 'template.replace',
  sees: 'template.read',
  input: z.object({ rules: purposeField(documentShelf), template: templateChoice() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { rules, template }) =>
    chooseTemplate(performing, purposeOf(documentShelf, rules), template),
  next: () => templatesUrl(),
});
