import { adoptPlan } from './actions/parent/adopt.ts';
import { linkPlan } from './actions/parent/link.ts';
import { mapItem, mapSuggested } from './actions/parent/map.ts';
import { adoptionPage } from './pages/parent/adoption.tsx';
import { parentPage } from './pages/parent/parent.tsx';
import { parentItemPage } from './pages/parent/parent-item.tsx';
import { suggestionsPage } from './pages/parent/suggestions.tsx';
import { parentItemList } from './parent-list.tsx';
import { parentWords } from './parent-words.ts';
import { parentMeasures } from './parents.ts';

/** What the plan slice holds of plans of a higher agency. */
export const parentParts = {
  words: parentWords,
  actions: [adoptPlan, linkPlan, mapItem, mapSuggested],
  lists: [parentItemList],
  measures: parentMeasures,
  pages: [adoptionPage, parentPage, parentItemPage, suggestionsPage],
};
