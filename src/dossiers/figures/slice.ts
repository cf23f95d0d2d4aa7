import type { Slice } from '../../platform/slice.ts';
import { dossierMeasures } from '../measures.ts';
import { dossierMeasureWords } from './measure-words.ts';
import { dossierFigureGrants } from './policy.ts';

/** What is counted of dossiers: figures, the handling report, overviews. */
export const dossierFigures: Slice = {
  name: 'dossier-figures',
  words: [dossierMeasureWords],
  grants: dossierFigureGrants,
  measures: dossierMeasures,
};
