import { formatShortInstant } from '../../platform/http/format.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Recorded } from '../../platform/ledger/ledger.ts';
import type { LedgerEntry, Tone } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { ReportEvent } from '../domain/report.ts';
import { reportWords } from '../words.ts';
import { unitName } from './concerns.tsx';
import type { ReportView } from './report-view.ts';

const TONES: Readonly<Record<ReportEvent['type'], Tone>> = {
  opened: 'neutral',
  written: 'neutral',
  compiled: 'neutral',
  'concern-raised': 'due-soon',
  'concern-dropped': 'neutral',
  'concern-directed': 'neutral',
  'concern-answered': 'done',
  submitted: 'waiting',
  'submitted-for-signature': 'waiting',
  'sent-back': 'late',
  confirmed: 'done',
  reviewed: 'on-time',
  agreed: 'on-time',
  signed: 'done',
  registered: 'on-time',
  sent: 'done',
  received: 'done',
  chased: 'due-soon',
  'chase-answered': 'neutral',
};

/** The ledger of a report in words, newest first. */
export function timelineOf(visit: Visit, view: ReportView): LedgerEntry[] {
  const say = reportWords.in(visit.language);
  const events = view.events as Recorded<ReportEvent>[];
  return events
    .map((event): LedgerEntry => {
      const { stamp } = event;
      const name =
        stamp.actorAccount === null
          ? say('report.system')
          : (view.accounts.get(stamp.actorAccount) ?? say('report.somebody'));
      const role = visit.say(`role.${stamp.actorRole}`);
      return {
        // In a small office, or a demo, people go by the names of their roles.
        who: name === role ? name : `${name}, ${role}`,
        onBehalfOf: stamp.onBehalfOf === null ? undefined : view.people.get(stamp.onBehalfOf),
        when: formatShortInstant(stamp.occurredAt),
        iso: stamp.occurredAt.toString(),
        what: whatOf(visit, view, event),
        why: event.type === 'sent-back' ? event.payload.reason : undefined,
        tone: TONES[event.type],
        more:
          event.type === 'concern-raised' ||
          event.type === 'concern-answered' ||
          event.type === 'chased' ||
          event.type === 'chase-answered' ? (
            <p class="as-typed">{event.payload.text}</p>
          ) : undefined,
      };
    })
    .reverse();
}

function whatOf(visit: Visit, view: ReportView, event: ReportEvent): string {
  const say = reportWords.in(visit.language);
  switch (event.type) {
    case 'written':
      return say('report.event.written', {
        sections: Object.keys(event.payload.texts)
          .map((section) => visit.say(`report.section.${section}`))
          .join(', '),
      });
    case 'compiled':
      return say('report.event.compiled', {
        count: event.payload.sources.length,
        missing: event.payload.missing.length,
      });
    case 'concern-directed':
      return say('report.event.concern-directed', { unit: unitName(visit, view, event.payload.toUnit) });
    case 'signed':
      return say(event.payload.as === 'director' ? 'report.event.signed' : 'report.event.signed-for');
    case 'registered': {
      const { number, symbol, date } = event.payload;
      return say('report.event.registered', { number: `${number}/${symbol}`, date: formatDate(date) });
    }
    case 'sent':
      return say('report.event.sent', { day: formatDate(event.payload.day) });
    case 'received':
      return say('report.event.received', {
        day: formatDate(event.payload.day),
        number: event.payload.number,
      });
    default:
      return say(`report.event.${event.type}`);
  }
}
