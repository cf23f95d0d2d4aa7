import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { keepTemplate } from '../keep-template.ts';
import { documentShelf, purposeOf } from '../shelf.ts';
import { purposeField, templateFile } from '../template-fields.ts';
import { templateUrl } from '../urls.ts';

/** Keeps a Word template for documents and says what it knows; it is not in force yet. */
export const uploadTemplate = defineAction({
  name: 'template.upload',
  path: '/templates/:rules/uploads',
  permission: 'template.replace',
  sees: 'template.read',
  input: z.object({ rules: purposeField(documentShelf), file: templateFile() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { rules, file }) => keepTemplate(performing, purposeOf(documentShelf, rules), file),
  next: ({ rules }, result) => templateUrl(rules, result.id),
});
