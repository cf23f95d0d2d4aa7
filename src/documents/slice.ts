import { listPage } from '../platform/lists/index.ts';
import type { Slice } from '../platform/slice.ts';
import { documentList } from './lists.ts';
import { documentGrants } from './policy.ts';
import { documentSearch } from './search.ts';
import { documentsUrl } from './urls.ts';
import { documentWords } from './words.ts';

export const documents: Slice = {
  name: 'documents',
  words: documentWords,
  grants: documentGrants,
  pages: [listPage(documentList)],
  lists: [documentList],
  search: documentSearch,
  menu: [{ group: 'catalogues', label: 'documents.menu', href: documentsUrl(), permission: 'document.read' }],
};
