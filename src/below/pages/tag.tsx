import type { Visit } from '../../platform/http/visit.ts';
import { Tag, type Tone } from '../../platform/view/index.ts';
import type { SubplanStateName } from '../domain/subplan.ts';
import { belowWords } from '../words.ts';

const TONES: Readonly<Record<SubplanStateName, Tone>> = {
  none: 'neutral',
  draft: 'neutral',
  sent_back: 'due-soon',
  submitted: 'waiting',
  confirmed: 'done',
};

/** How far a subplan is, in a word. */
export function SubplanTag({ visit, state }: { visit: Visit; state: SubplanStateName }) {
  return <Tag tone={TONES[state]}>{belowWords.in(visit.language)(`subplan.state.${state}`)}</Tag>;
}
