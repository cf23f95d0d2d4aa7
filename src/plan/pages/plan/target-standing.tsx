import { measureUrl, written } from '../../../measures/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { formatNumber } from '../../../platform/i18n/format.ts';
import { Tag, type Tone } from '../../../platform/view/index.ts';
import type { LiveTarget } from '../../domain/living/live-items.ts';
import type { TargetState } from '../../domain/target-state.ts';
import { livingWords } from '../../living-words.ts';

export const TARGET_TONES = {
  met: 'done',
  not_met: 'late',
  not_due: 'on-time',
  uncountable: 'neutral',
} as const satisfies Record<TargetState, Tone>;

interface Props {
  visit: Visit;
  /** Id of the plan, to which its figures are narrowed. */
  plan: string;
  target: LiveTarget;
}

/** How a target stands, as word and shape. */
export function TargetTag({ visit, target }: Omit<Props, 'plan'>) {
  const say = livingWords.in(visit.language);
  return <Tag tone={TARGET_TONES[target.state]}>{say(`target.state.${target.state}`)}</Tag>;
}

/** "96,8 % · 1.210/1.250", a link to what it was counted from; null where nothing was counted. */
export function TargetValue({ plan, target: { measure, measured } }: Omit<Props, 'visit'>) {
  const value = measured === null ? undefined : written(measured);
  if (measure === null || measured === null || value === undefined) return null;
  const { numerator, denominator } = measured;
  return (
    <a href={measureUrl(measure, { partOf: plan })}>
      {denominator === null ? value : `${value} · ${formatNumber(numerator)}/${formatNumber(denominator)}`}
    </a>
  );
}

/** Why a target cannot be counted; null where it can. */
export function whyUncountable(
  visit: Visit,
  { state, measure, measured, reason }: LiveTarget,
): string | null {
  const say = livingWords.in(visit.language);
  if (state !== 'uncountable') return null;
  if (measure === null) return reason ?? say('target.why.unmeasured');
  return say(measured === null ? 'target.why.unseen' : 'target.why.nothing');
}
