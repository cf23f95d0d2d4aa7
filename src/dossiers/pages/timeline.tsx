import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { LedgerEntry, Tone } from '../../platform/view/index.ts';
import type { DossierEvent } from '../domain/dossier.ts';
import { dossierWords } from '../words.ts';
import type { DossierView } from './view.ts';

const TONES: Readonly<Record<DossierEvent['type'], Tone>> = {
  submitted: 'neutral',
  accepted: 'on-time',
  refused: 'late',
  'completion-requested': 'waiting',
  'completion-received': 'neutral',
  'handed-over': 'waiting',
  'hand-over-confirmed': 'neutral',
  'hand-over-declined': 'late',
  assigned: 'neutral',
  'supplement-requested': 'waiting',
  'supplement-received': 'neutral',
  'opinion-asked': 'waiting',
  'opinion-answered': 'neutral',
  suspended: 'waiting',
  resumed: 'neutral',
  proposed: 'neutral',
  'sent-back': 'late',
  agreed: 'neutral',
  signed: 'neutral',
  finished: 'done',
  'result-returned': 'done',
  apologised: 'due-soon',
  withdrawn: 'neutral',
  stopped: 'late',
  corrected: 'neutral',
  'appointment-moved': 'due-soon',
  mirrored: 'neutral',
};

/** The ledger of a dossier in words, newest first. */
export function entriesOf(visit: Visit, view: DossierView): LedgerEntry[] {
  const say = dossierWords.in(visit.language);
  return view.events
    .map((event): LedgerEntry => {
      const { stamp } = event;
      const name = view.accounts.get(stamp.actorAccount ?? '') ?? say('dossier.somebody');
      return {
        who: (
          <>
            <span lang="vi">{name}</span>, {visit.say(`role.${stamp.actorRole}`)}
          </>
        ),
        when: formatShortInstant(stamp.occurredAt),
        iso: stamp.occurredAt.toString(),
        what: say(`dossier.event.${event.type}`, namesIn(view, event)),
        why: reasonOf(event) === null ? undefined : <span lang="vi">{reasonOf(event)}</span>,
        tone: TONES[event.type],
      };
    })
    .reverse();
}

/** Whom and what an event names. */
function namesIn(view: DossierView, event: DossierEvent): { name: string } {
  const unit = (id: string) => view.units.find((one) => one.id === id)?.name ?? '';
  switch (event.type) {
    case 'accepted':
      return { name: event.payload.code };
    case 'mirrored':
      return { name: event.payload.source };
    case 'handed-over':
      return { name: unit(event.payload.toUnit) };
    case 'assigned':
      return { name: view.people.get(event.payload.person) ?? '' };
    case 'opinion-asked':
      return { name: event.payload.of.name };
    case 'finished':
      return { name: event.payload.result.number };
    default:
      return { name: '' };
  }
}

/** The reason, basis or words that somebody gave. */
function reasonOf(event: DossierEvent): string | null {
  const payload: Readonly<Record<string, unknown>> = { ...event.payload };
  for (const key of ['reason', 'note', 'question', 'answer'])
    if (typeof payload[key] === 'string' && payload[key] !== '') return payload[key];
  if (event.type === 'corrected')
    return event.payload.changes
      .map((change) => (change.field === 'subject' ? `${change.from} → ${change.to}` : change.field))
      .join('; ');
  return null;
}
