import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Figures, readFigures } from '../figures.tsx';
import { measuresUrl } from '../urls.ts';
import { measureWords } from '../words.ts';
import { measuresOf } from './measure.tsx';

/** Every figure that the visitor may see, each a link to its list. */
export const measuresPage = definePage(measuresUrl(), async (visit) => {
  const figures = await readFigures(visit, measuresOf(visit));
  if (figures.length === 0) return refuse('unauthenticated:sign-in');
  const say = measureWords.in(visit.language);
  return {
    title: say('measures.title'),
    lead: say('measures.lead', { time: formatInstant(visit.house.clock.now()) }),
    body: <Figures visit={visit} figures={figures} />,
  };
});
