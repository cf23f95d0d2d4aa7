import { keepTemplate, purposeOf, uploadFields } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { formShelf } from '../shelf.ts';
import { formTemplateUrl } from '../urls.ts';

/** Keeps a Word template for a form and says what it knows; it is not in force yet. */
export const uploadFormTemplate = defineAction({
  name: 'form.upload-template',
  path: '/forms/:rules/templates',
  permission: 'form.replace-template',
  sees: 'form.read',
  input: uploadFields(formShelf),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { rules, file }) => keepTemplate(performing, purposeOf(formShelf, rules), file),
  next: ({ rules }, result) => formTemplateUrl(rules, result.id),
});
