import { z } from 'zod';
import { chooseTemplate, purposeField, purposeOf, templateChoice } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { formShelf } from '../shelf.ts';
import { formUrl } from '../urls.ts';

/** A form is made with another Word template from now on: an uploaded one, or the product's own. */
export const replaceFormTemplate = defineAction({
  name: 'form.replace-template',
  path: '/forms/:form/choice',
  permission: 'form.replace-template',
  sees: 'form.read',
  input: z.object({ form: purposeField(formShelf), template: templateChoice() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { form, template }) =>
    chooseTemplate(performing, purposeOf(formShelf, form), template),
  next: ({ form }) => formUrl(form),
});
