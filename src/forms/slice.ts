import { templateFilePageOf, templatePageOf, templateSamplePageOf } from '../documents/index.ts';
import type { Slice } from '../platform/slice.ts';
import { replaceFormTemplate } from './actions/replace-form-template.ts';
import { uploadFormTemplate } from './actions/upload-form-template.ts';
import { formPage } from './pages/form.tsx';
import { formSamplePage } from './pages/form-sample.ts';
import { formsPage } from './pages/forms.tsx';
import { formGrants } from './policy.ts';
import { formShelf } from './shelf.ts';
import { formsUrl } from './urls.ts';
import { formWords } from './words.ts';

export const forms: Slice = {
  name: 'forms',
  words: formWords,
  grants: formGrants,
  actions: [uploadFormTemplate, replaceFormTemplate],
  pages: [
    formsPage,
    formPage,
    formSamplePage,
    templatePageOf(formShelf),
    templateFilePageOf(formShelf),
    templateSamplePageOf(formShelf),
  ],
  menu: [{ group: 'catalogues', label: 'forms.menu', href: formsUrl(), permission: 'form.replace-template' }],
};
