import { formatNumber } from '../../pure/vietnamese/index.ts';
import type { PartLines } from '../domain/differences.ts';
import { limitWords } from '../domain/limit-words.ts';
import type { Component, ProcedureText } from '../domain/procedure.ts';
import type { procedureWords } from '../words.ts';

type Say = ReturnType<typeof procedureWords.in>;

/** The parts of a procedure in the order in which its page says them, by the key of their heading. */
export type TextPart =
  | 'name'
  | 'field'
  | 'tier'
  | 'handling'
  | 'online-level'
  | 'postal'
  | 'subjects'
  | 'results'
  | 'sets'
  | 'components'
  | 'limits'
  | 'fees'
  | 'steps'
  | 'conditions'
  | 'legal-bases'
  | 'next-day-after';

/** What a version says, a line for each thing, so that versions can be compared. */
export function linesOf(text: ProcedureText, say: Say): PartLines<TextPart> {
  return {
    name: [text.name],
    field: [text.field.name],
    tier: [say(`procedure.tier.${text.tier}`)],
    handling: [say(`procedure.handling.${text.handling}`)],
    'online-level': text.onlineLevel === null ? [] : [say(`procedure.online.${text.onlineLevel}`)],
    postal: [
      ...(text.postal.receive ? [say('procedure.postal.receive')] : []),
      ...(text.postal.return ? [say('procedure.postal.return')] : []),
    ],
    subjects: text.subjects,
    results: text.results,
    sets: [String(text.sets)],
    components: text.components.map((component) => componentLine(component, say)),
    limits: text.limits.map(({ channel, case: of, budget, text: said }) => {
      const counted = budget === null ? '' : limitWords(budget);
      // What the words do not say and the clock counts is a difference too.
      return [...ofLine(channel, of, say), said.includes(counted) ? said : `${said} (${counted})`].join(': ');
    }),
    fees: text.fees.map(({ channel, name, amount, text: said }) =>
      [...ofLine(channel, null, say), name, amount === null ? '' : `${formatNumber(amount)} đồng`, said]
        .filter((part) => part !== '')
        .join(': '),
    ),
    steps: paragraphs(text.steps),
    conditions: paragraphs(text.conditions),
    'legal-bases': text.legalBases,
    'next-day-after': text.nextDayAfter === null ? [] : [text.nextDayAfter],
  };
}

/** How many of a paper, and when: "bản chính: 1, bản sao: 2". */
export function countsOf({ originals, copies }: Component, say: Say): string {
  return [
    ...(originals > 0 ? [say('component.count.originals', { count: originals })] : []),
    ...(copies > 0 ? [say('component.count.copies', { count: copies })] : []),
  ].join(', ');
}

function componentLine(component: Component, say: Say): string {
  const notes = [
    component.form,
    countsOf(component, say) || null,
    component.required ? null : say('component.optional'),
    component.case,
  ].filter((note) => note !== null);
  return notes.length === 0 ? component.name : `${component.name} (${notes.join('; ')})`;
}

const ofLine = (channel: ProcedureText['limits'][number]['channel'], of: string | null, say: Say) => [
  ...(channel === null ? [] : [say(`procedure.channel.${channel}`)]),
  ...(of === null ? [] : [of]),
];

const paragraphs = (text: string | null) =>
  (text ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
