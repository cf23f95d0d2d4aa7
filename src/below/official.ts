import type { OfficialDocument } from '../platform/paper/document.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { formatDate } from '../pure/vietnamese/index.ts';
import type { PersonName, SubplanText } from './domain/subplan.ts';
import type { SubplanView } from './queries.ts';
import { belowWords } from './words.ts';

/** What the text of a plan made from the one above is set from. */
export interface SubplanPaper {
  view: SubplanView;
  text: SubplanText;
  /** The agency above: its name, and in short. */
  above: { name: string; shortName: string };
  /** The rows taken up, in the words of the plan above. */
  taken: readonly { words: string; due: CivilDate | null; person: string | null }[];
  today: CivilDate;
  demo: boolean;
}

// An official document is in Vietnamese, whatever language its reader's pages are in.
const say = belowWords.in('vi');

/** The text of a plan made from the one above, as an official document to sign; names are left out in a demo. */
export function officialSubplan({ view, text, above, taken, today, demo }: SubplanPaper): OfficialDocument {
  const { plan, agency, kind } = view;
  const { leader, officer } = text;
  const year = plan.planYear ?? '';
  const { number, symbol } = numberOf(text.number, agency.symbol);
  const named = (key: 'paper.leader' | 'paper.officer', person: PersonName | null) =>
    paragraph(
      person === null
        ? say('paper.missing')
        : say(key, { name: [person.name, person.position].filter((part) => part !== null).join(', ') }),
    );
  const basis = say('paper.basis', {
    number: plan.number ?? '',
    date: plan.issueDate === null ? '' : formatDate(plan.issueDate),
    above: above.name,
    title: plan.title ?? '',
    agency: agency.name,
  });
  return {
    issuer: { parent: agency.superior ?? above.name, name: agency.name },
    number,
    symbol,
    place: agency.place,
    date: text.issueDate,
    draftedOn: text.issueDate ?? today,
    type: say('paper.type'),
    abstract: say(kind === 'own' ? 'paper.abstract' : 'paper.abstract.district', { year }),
    to: [],
    body: [
      ...(demo ? [paragraph(say('paper.demo'))] : []),
      paragraph(basis),
      { kind: 'heading', level: 1, number: 'I', text: say('paper.people') },
      named('paper.leader', leader),
      named('paper.officer', officer),
      { kind: 'heading', level: 1, number: 'II', text: say('paper.items') },
      {
        kind: 'table',
        table: {
          columns: [
            { title: say('paper.no'), width: 1, align: 'centre' },
            { title: say('subplan.item'), width: 9 },
            { title: say('subplan.item.person'), width: 3 },
            { title: say('subplan.item.due'), width: 3 },
          ],
          rows: taken.map((one, index) => ({
            cells: [
              String(index + 1),
              one.words,
              one.person ?? officer?.name ?? '…',
              one.due === null ? say('subplan.item.due.year', { year }) : formatDate(one.due),
            ],
          })),
        },
      },
      { kind: 'heading', level: 1, number: 'III', text: say('paper.carrying-out') },
      paragraph(say('paper.carrying-out.text', { agency: above.shortName })),
    ],
    signature: {
      authority: null,
      post: leader?.position ?? say('paper.head'),
      name: demo ? null : (leader?.name ?? null),
    },
    recipients: [{ name: above.shortName, note: say('paper.to') }],
    kept: 'VT',
    annexes: [],
    draft: false,
    simulated: demo,
  };
}

const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });

/** "12/KH-TH1" as number and symbol; without one, the place for it stays empty. */
function numberOf(written: string | null, symbol: string): Pick<OfficialDocument, 'number' | 'symbol'> {
  const [, number, rest] = /^0*(\d+)\/(.+)$/.exec(written ?? '') ?? [];
  return number === undefined || rest === undefined
    ? { number: null, symbol: `KH-${symbol}` }
    : { number: Number(number), symbol: rest };
}
