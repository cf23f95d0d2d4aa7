import { listPage } from '../platform/lists/index.ts';
import type { Slice } from '../platform/slice.ts';
import { replaceTemplate } from './actions/replace-template.ts';
import { uploadTemplate } from './actions/upload-template.ts';
import { documentList } from './lists.ts';
import { templatePageOf } from './pages/template.tsx';
import { templateFilePageOf, templateSamplePageOf } from './pages/template-file.ts';
import { templatesPage } from './pages/templates.tsx';
import { documentGrants } from './policy.ts';
import { documentSearch } from './search.ts';
import { documentShelf } from './shelf.ts';
import { templateWords } from './template-words.ts';
import { documentsUrl, templatesUrl } from './urls.ts';
import { documentWords } from './words.ts';

export const documents: Slice = {
  name: 'documents',
  words: [documentWords, templateWords],
  grants: documentGrants,
  actions: [uploadTemplate, replaceTemplate],
  pages: [
    listPage(documentList),
    templatesPage,
    templatePageOf(documentShelf),
    templateFilePageOf(documentShelf),
    templateSamplePageOf(documentShelf),
  ],
  lists: [documentList],
  search: documentSearch,
  menu: [
    { group: 'catalogues', label: 'documents.menu', href: documentsUrl(), permission: 'document.read' },
    { group: 'catalogues', label: 'templates.menu', href: templatesUrl(), permission: 'template.replace' },
  ],
};
