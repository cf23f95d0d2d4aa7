import type { Slice } from '../platform/slice.ts';
import { documentsPage } from './pages/documents.tsx';
import { documentGrants } from './policy.ts';
import { documentSearch } from './search.ts';
import { documentsUrl } from './urls.ts';
import { documentWords } from './words.ts';

export const documents: Slice = {
  name: 'documents',
  words: documentWords.vi,
  grants: documentGrants,
  search: documentSearch,
  pages: [documentsPage],
  menu: [{ group: 'catalogues', label: 'documents.menu', href: documentsUrl(), permission: 'document.read' }],
};
