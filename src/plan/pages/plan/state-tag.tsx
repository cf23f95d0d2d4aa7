import type { Visit } from '../../../platform/http/visit.ts';
import { Tag, type Tone } from '../../../platform/view/index.ts';
import type { PlanStateName } from '../../domain/plan.ts';

const TONES = {
  uploaded: 'waiting',
  unreadable: 'late',
  draft: 'due-soon',
  circulating: 'waiting',
  abandoned: 'neutral',
  issued: 'on-time',
  adopted: 'neutral',
  amending: 'due-soon',
} as const satisfies Record<PlanStateName, Tone>;

export function PlanStateTag({ visit, state }: { visit: Visit; state: PlanStateName }) {
  return <Tag tone={TONES[state]}>{visit.say(`plan.state.${state}`)}</Tag>;
}
