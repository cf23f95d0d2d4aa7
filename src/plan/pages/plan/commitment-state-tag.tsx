import type { Visit } from '../../../platform/http/visit.ts';
import { Tag, type Tone } from '../../../platform/view/index.ts';
import {
  type CommitmentProgress,
  type CommitmentState,
  commitmentState,
} from '../../domain/commitment-state.ts';
import { planWords } from '../../words.ts';

const TONES: Readonly<Record<CommitmentState, Tone>> = {
  without_task: 'due-soon',
  late: 'late',
  sent_back: 'due-soon',
  due_soon: 'due-soon',
  submitted: 'waiting',
  confirmed: 'done',
  started: 'on-time',
  not_started: 'neutral',
};

/** How a commitment stands, as the worst of what carries it out, with how much of that is confirmed. */
export function CommitmentStateTag({
  visit,
  counts,
}: {
  visit: Visit;
  counts: CommitmentProgress | undefined;
}) {
  const say = planWords.in(visit.language);
  const state = commitmentState(counts);
  return (
    <>
      <Tag tone={TONES[state]}>{say(`commitment.state.${state}`)}</Tag>
      {counts === undefined || counts.all === 0 ? null : (
        <small> {say('commitment.done', { confirmed: counts.confirmed, all: counts.all })}</small>
      )}
    </>
  );
}
