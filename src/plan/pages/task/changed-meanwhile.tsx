import type { Visit } from '../../../platform/http/visit.ts';
import { Notice } from '../../../platform/view/index.ts';
import type { TaskView } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { timelineOf } from './timeline.tsx';

/** Tells somebody whose form came too late what has happened since the page was made. */
export function ChangedMeanwhile({ visit, view }: { visit: Visit; view: TaskView }) {
  const refusal = visit.failed?.refusal;
  if (refusal?.code !== 'conflict:changed') return null;
  const since = Number(refusal.params.expected);
  const entries = timelineOf(visit, view).filter((entry) => entry.seq > since);
  return (
    <Notice tone="warning" title={taskWords.in(visit.language)('conflict.title')} live>
      <ul>
        {entries.map((entry) => (
          <li>
            {entry.what} · {entry.who} · {entry.when}
            {entry.why === undefined ? null : <> · {entry.why}</>}
            {entry.more}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
