import type { Slice } from '../platform/slice.ts';
import { rememberUnitName } from './actions/remember-unit-name.ts';
import { saveUnit } from './actions/save-unit.ts';
import { agenciesPage } from './pages/agencies.tsx';
import { agencyGrants } from './policy.ts';
import { unitsUrl } from './urls.ts';
import { agencyWords } from './words.ts';

export const agencies: Slice = {
  name: 'agencies',
  words: agencyWords.vi,
  grants: agencyGrants,
  actions: [saveUnit, rememberUnitName],
  pages: [agenciesPage],
  menu: [{ group: 'organisation', label: 'agencies.menu', href: unitsUrl(), permission: 'agency.read' }],
};
