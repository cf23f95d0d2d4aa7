import type { Slice } from '../platform/slice.ts';
import { measurePage } from './pages/measure.tsx';
import { measuresPage } from './pages/measures.tsx';
import { measuresUrl } from './urls.ts';
import { measureWords } from './words.ts';

export const measures: Slice = {
  name: 'measures',
  words: measureWords,
  pages: [measuresPage, measurePage],
  menu: [{ group: 'figures', label: 'measures.menu', href: measuresUrl(), permission: 'task.read' }],
};
