import type { Verdict } from '../../plan/index.ts';
import { Tag, type Tone } from '../../platform/view/index.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  undated: 'neutral',
  on_time: 'on-time',
  done_late: 'late',
  late: 'late',
  due_soon: 'due-soon',
  ahead: 'waiting',
};

/** How something stands against its last day. */
export function PublicationTag({ verdict, words }: { verdict: Verdict; words: string }) {
  return <Tag tone={TONES[verdict]}>{words}</Tag>;
}
