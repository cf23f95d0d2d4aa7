import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { LedgerEntry, Tone } from '../../platform/view/index.ts';
import type { SubplanEvent } from '../domain/subplan.ts';
import type { SubplanView } from '../queries.ts';
import { belowWords } from '../words.ts';

const TONES: Readonly<Record<SubplanEvent['type'], Tone>> = {
  saved: 'neutral',
  submitted: 'waiting',
  withdrawn: 'neutral',
  'sent-back': 'late',
  confirmed: 'done',
  commented: 'neutral',
  chased: 'due-soon',
  'chase-answered': 'neutral',
};

/** The ledger of a subplan in words, newest first; of savings in a row the last alone. */
export function entriesOf(visit: Visit, view: SubplanView): LedgerEntry[] {
  const say = belowWords.in(visit.language);
  return view.events
    .filter(
      ({ type }, index) =>
        type !== 'saved' || !['saved', 'submitted'].includes(view.events[index + 1]?.type ?? ''),
    )
    .map((event): LedgerEntry => {
      const { stamp } = event;
      const name = view.accounts.get(stamp.actorAccount ?? '') ?? say('subplan.somebody');
      const words =
        'text' in event.payload && typeof event.payload.text === 'string' ? event.payload.text : undefined;
      return {
        who: `${name}, ${visit.say(`role.${stamp.actorRole}`)}`,
        when: formatShortInstant(stamp.occurredAt),
        iso: stamp.occurredAt.toString(),
        what: say(`subplan.event.${event.type}`),
        why: event.type === 'sent-back' ? event.payload.reason : undefined,
        tone: TONES[event.type],
        more: words === undefined ? undefined : <p class="as-typed">{words}</p>,
      };
    })
    .reverse();
}
