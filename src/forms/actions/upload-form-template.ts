import { z } from 'zod';
import { keepTemplate, purposeField, purposeOf, templateFile } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { formShelf } from '../shelf.ts';
import { formTemplateUrl } from '../urls.ts';

/** Keeps a Word template for a form and says what it knows; it is not in force yet. */
export const uploadFormTemplate = defineAction({
  name: 'form.upload-template',
  path: '/forms/:form/templates',
  permission: 'form.replace-template',
  sees: 'form.read',
  input: z.object({ form: purposeField(formShelf), file: templateFile() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { form, file }) => keepTemplate(performing, purposeOf(formShelf, form), file),
  next: ({ form }, result) => formTemplateUrl(form, result.id),
});
