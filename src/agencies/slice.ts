import type { Slice } from '../platform/slice.ts';
import { endAgency } from './actions/end-agency.ts';
import { endUnit } from './actions/end-unit.ts';
import { importAgencies, importUnits, uploadImport } from './actions/imports.ts';
import { rememberUnitName } from './actions/remember-unit-name.ts';
import { saveAgency } from './actions/save-agency.ts';
import { saveUnit } from './actions/save-unit.ts';
import { affiliatedList, unitList } from './lists.tsx';
import { affiliatedPage, newAgencyPage } from './pages/affiliated.tsx';
import { agenciesPage } from './pages/agencies.tsx';
import { agencyPage } from './pages/agency.tsx';
import { agencyImportPages, unitImportPages } from './pages/imports.tsx';
import { unitPage } from './pages/unit.tsx';
import { agencyGrants } from './policy.ts';
import { agencySearch } from './search.ts';
import { affiliatedUrl, unitsUrl } from './urls.ts';
import { agencyWords } from './words.ts';

export const agencies: Slice = {
  name: 'agencies',
  words: agencyWords,
  grants: agencyGrants,
  actions: [
    saveUnit,
    endUnit,
    saveAgency,
    endAgency,
    uploadImport,
    importUnits,
    importAgencies,
    rememberUnitName,
  ],
  lists: [unitList, affiliatedList],
  // Addresses with a name of their own before those with an id.
  search: agencySearch,
  pages: [
    agenciesPage,
    affiliatedPage,
    newAgencyPage,
    ...unitImportPages,
    ...agencyImportPages,
    agencyPage,
    unitPage,
  ],
  menu: [
    { group: 'organisation', label: 'agencies.menu', href: unitsUrl(), permission: 'agency.read' },
    {
      group: 'organisation',
      label: 'agencies.affiliated',
      href: affiliatedUrl(),
      permission: 'agency.manage',
    },
  ],
};
