import type { Slice } from '../platform/slice.ts';
import { abolishProcedure } from './actions/abolish.ts';
import { announceProcedure } from './actions/announce.ts';
import { reclassifyProcedure } from './actions/reclassify.ts';
import { saveProcedure } from './actions/save-procedure.ts';
import { procedurePage } from './pages/procedure.tsx';
import { newProcedurePage, procedureDraftPage } from './pages/procedure-form.tsx';
import { proceduresPage } from './pages/procedures.tsx';
import { procedureGrants } from './policy.ts';
import { procedureList } from './procedure-list.tsx';
import { proceduresUrl } from './urls.ts';
import { procedureWords } from './words.ts';

export const procedures: Slice = {
  name: 'procedures',
  words: [procedureWords],
  grants: procedureGrants,
  actions: [saveProcedure, announceProcedure, reclassifyProcedure, abolishProcedure],
  lists: [procedureList],
  pages: [proceduresPage, newProcedurePage, procedurePage, procedureDraftPage],
  menu: [
    { group: 'catalogues', label: 'procedures.menu', href: proceduresUrl(), permission: 'procedure.read' },
  ],
};
