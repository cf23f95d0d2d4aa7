import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { Figure, FigureRow } from '../../platform/view/index.ts';
import { formatNumber } from '../../pure/vietnamese/index.ts';
import { asOf, value } from '../queries.ts';
import { measuresUrl, measureUrl } from '../urls.ts';
import { measureWords } from '../words.ts';
import { measuresOf, written } from './measure.tsx';

/** Every figure that the visitor may see, each a link to its list. */
export const measuresPage = definePage(measuresUrl(), async (visit) => {
  const readable = measuresOf(visit).filter((one) => visit.scope(one.permission).agencies.length > 0);
  if (readable.length === 0) return refuse('unauthenticated:sign-in');
  const say = measureWords.in(visit.language);
  const at = asOf(visit.house.clock.now());
  const figures = [];
  for (const measure of readable) {
    const found = await visit.read(measure.permission, (query, scope) => value(query, scope, measure, at));
    figures.push({ measure, found });
  }
  return {
    title: say('measures.title'),
    lead: say('measures.lead', { time: formatInstant(at.instant) }),
    body: (
      <FigureRow>
        {figures.map(({ measure, found }) => (
          <Figure
            value={written(found)}
            href={measureUrl(measure.id)}
            label={visit.say(`measure.${measure.id}`)}
            numerator={found.denominator === null ? undefined : formatNumber(found.numerator)}
            denominator={found.denominator === null ? undefined : formatNumber(found.denominator)}
            note={visit.say(`measure.${measure.id}.unit`)}
          />
        ))}
      </FigureRow>
    ),
  };
});
