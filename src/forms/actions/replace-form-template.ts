import { chooseFields, chooseTemplate, purposeOf } from '../../documents/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { formShelf } from '../shelf.ts';
import { formUrl } from '../urls.ts';

/** A form is made with another Word template from now on: an uploaded one, or the product's own. */
export const replaceFormTemplate = defineAction({
  name: 'form.replace-template',
  path: '/forms/:rules/choice',
  permission: 'form.replace-template',
  sees: 'form.read',
  input: chooseFields(formShelf),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: (performing, { rules, template }) =>
    chooseTemplate(performing, purposeOf(formShelf, rules), template),
  next: ({ rules }) => formUrl(rules),
});
