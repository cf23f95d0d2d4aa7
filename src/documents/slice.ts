import { listPage } from '../platform/lists/index.ts';
import type { Slice } from '../platform/slice.ts';
import { replaceTemplate } from './actions/replace-template.ts';
import { uploadTemplate } from './actions/upload-template.ts';
import { documentList } from './lists.ts';
import { templatePage } from './pages/template.tsx';
import { templateFilePage, templateSamplePage } from './pages/template-file.ts';
import { templatesPage } from './pages/templates.tsx';
import { documentGrants } from './policy.ts';
import { documentSearch } from './search.ts';
import { templateWords } from './template-words.ts';
import { documentsUrl, templatesUrl } from './urls.ts';
import { documentWords } from './words.ts';

export const documents: Slice = {
  name: 'documents',
  words: [documentWords, templateWords],
  grants: documentGrants,
  actions: [uploadTemplate, replaceTemplate],
  pages: [listPage(documentList), templatesPage, templatePage, templateFilePage, templateSamplePage],
  lists: [documentList],
  search: documentSearch,
  menu: [
    { group: 'catalogues', label: 'documents.menu', href: documentsUrl(), permission: 'document.read' },
    { group: 'catalogues', label: 'templates.menu', href: templatesUrl(), permission: 'template.replace' },
  ],
};
