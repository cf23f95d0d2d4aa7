import { formatShortInstant } from '../../../platform/http/format.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { Notice } from '../../../platform/view/index.ts';
import type { PlanRow } from '../../queries.ts';
import { planUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';

/** Says that other plans were made from this very file; that is allowed, but seldom meant. */
export function SameFile({ visit, twins }: { visit: Visit; twins: readonly PlanRow[] }) {
  const say = planWords.in(visit.language);
  if (twins.length === 0) return null;
  return (
    <Notice tone="warning" title={say('same-file.title')}>
      <ul>
        {twins.map((twin) => (
          <li>
            <a href={twin.version > 0 ? planUrl(twin.id) : reviewUrl(twin.id)}>
              {twin.title ?? say('plan.untitled', { file: twin.fileName })}
            </a>
            {twin.number === null ? null : `, ${twin.number}`} ({visit.say(`plan.state.${twin.state}`)},{' '}
            {formatShortInstant(twin.uploadedAt)})
          </li>
        ))}
      </ul>
    </Notice>
  );
}
