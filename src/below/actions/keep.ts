import { z } from 'zod';
import { readNumberAndSymbol, saveDocument } from '../../documents/index.ts';
import { ownFile } from '../../evidence/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import {
  id,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
  ticked,
} from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { chaseAnswered } from '../../reminders/index.ts';
import { leadershipBySubplan } from '../domain/leadership.ts';
import { SUBPLAN_SOURCES, type SubplanText } from '../domain/subplan.ts';
import * as decide from '../domain/subplan-decisions.ts';
import { leadershipId, leadershipLedger } from '../ledger.ts';
import type { Owing } from '../queries.ts';
import { subplanUrl } from '../urls.ts';
import { belowWords } from '../words.ts';
import { begun, keeping, ofSubplan, onSubplan, owingOf, ownerOf } from './common.ts';

const fields = {
  leader: optionalText(120),
  leaderPosition: optionalText(120),
  leaderIs: oneOf(['head', 'deputy']).default('head'),
  officer: optionalText(120),
  officerPosition: optionalText(120),
  number: optionalText(100),
  issueDate: optionalDay(),
  section: optionalText(300),
  source: oneOf(SUBPLAN_SOURCES).default('parent'),
  file: optionalId(),
  items: z
    .array(
      z.object({ key: z.string().max(80), take: ticked(), due: optionalDay(), person: optionalText(120) }),
    )
    .max(500, 'too-many')
    .default([]),
  /** Sends it at once; otherwise it is kept as a draft. */
  send: ticked(),
};
const read = z.object(fields);

/** Its author keeps what is written so far, or sends it. */
export const saveSubplan = defineAction({
  name: 'subplan.save',
  path: '/plans/:plan/subplans/:recipient/:kind/text',
  permission: 'subplan.keep',
  sees: 'subplan.read',
  input: ofSubplan.extend(fields).superRefine(({ number }, context) => {
    if (number !== null && readNumberAndSymbol(number) === null)
      context.addIssue({ code: 'custom', message: 'document-number', path: ['number'] });
  }),
  subject: keeping,
  async perform(performing, { send, ...input }) {
    const owing = await owingOf(performing, input);
    const written = await textOf(performing, owing, input);
    const owner = ownerOf(owing);
    const today = performing.clock.today();
    const result = await onSubplan(performing, owing, (state) =>
      send ? decide.submit(state, owner, written, today) : decide.save(state, owner, written),
    );
    if (send) await tellRegisters(performing, owing, written);
    return result;
  },
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});

async function textOf(
  performing: Performing,
  owing: Owing,
  input: z.output<typeof read> | Omit<z.output<typeof read>, 'send'>,
): Promise<SubplanText> {
  const known = await performing.query
    .selectFrom('subplan')
    .select(['file_id', 'file_name'])
    .where('plan_id', '=', owing.plan.id)
    .where('recipient', '=', owing.recipient)
    .where('kind', '=', owing.kind)
    .executeTakeFirst();
  const number = input.number === null ? null : readNumberAndSymbol(input.number);
  const named = (name: string | null, position: string | null) => (name === null ? null : { name, position });
  return {
    leader: named(input.leader, input.leaderPosition),
    leaderIsHead: input.leaderIs === 'head',
    officer: named(input.officer, input.officerPosition),
    number: number && `${number.number}/${number.symbol}`,
    issueDate: input.issueDate,
    section: input.section,
    source: input.source,
    file: input.file === null ? null : await keptFile(performing, owing, input.file, known?.file_id ?? null),
    items: input.items.filter((item) => item.take).map(({ take: _take, ...item }) => item),
  };
}

/** A file that the actor has uploaded, or the one that the subplan holds already, whoever brought it. */
async function keptFile(
  performing: Performing,
  owing: Owing,
  file: string,
  known: string | null,
): Promise<SubplanText['file']> {
  if (file !== known) return ownFile(performing, owing.agency.id, file);
  const row = await performing.query
    .selectFrom('stored_file')
    .select(['id', 'name', 'sha256'])
    .where('agency_id', '=', owing.agency.id)
    .where('id', '=', file)
    .executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
  return row;
}

/** The agency's register of documents has its plan, and its register of leadership whom the plan names. */
async function tellRegisters(performing: Performing, owing: Owing, written: SubplanText): Promise<void> {
  const { leader, leaderIsHead, officer, number, issueDate, file } = written;
  const read = number === null ? null : readNumberAndSymbol(number);
  if (owing.unit !== null || read === null || issueDate === null) return;
  await saveDocument(performing, owing.agency.id, {
    ...read,
    issuer: null,
    issueDate,
    abstract: owing.plan.title ?? '',
    fileId: file?.id ?? null,
  });
  if (leader === null) return;
  await performing.append(
    leadershipLedger,
    owing.agency.id,
    leadershipId(owing.agency.id),
    (state) => leadershipBySubplan(state, { leader, leaderIsHead, officer, number, issueDate, file }),
    false,
  );
}

/** Its author takes it back to mend it. */
export const withdrawSubplan = defineAction({
  name: 'subplan.withdraw',
  path: '/plans/:plan/subplans/:recipient/:kind/withdrawal',
  permission: 'subplan.keep',
  sees: 'subplan.read',
  input: ofSubplan,
  subject: keeping,
  perform: async (performing, input) =>
    onSubplan(performing, await owingOf(performing, input), begun(decide.withdraw)),
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});

/** The recipient answers a chase. */
export const answerSubplanChase = defineAction({
  name: 'subplan.answer-chase',
  path: '/plans/:plan/subplans/:recipient/:kind/chases/:chase/answer',
  permission: 'subplan.keep',
  sees: 'subplan.read',
  input: ofSubplan.extend({ chase: id(), text: text(2000) }),
  subject: keeping,
  async perform(performing, input) {
    const owing = await owingOf(performing, input);
    const { id, seq, state } = await onSubplan(
      performing,
      owing,
      begun((known) => decide.answerChase(known, input.chase, input.text)),
      false,
    );
    const waiting = await performing.query
      .selectFrom('subplan_chase')
      .select('chase_id')
      .where('chase_id', '=', input.chase)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    await chaseAnswered(performing, {
      chase: input.chase,
      thing: `${input.chase}:${id}`,
      sender: state?.chases.find((one) => one.chase === input.chase)?.by ?? null,
      title: `${owing.unit?.name ?? owing.agency.name}: ${belowWords.say('subplan.reminder', { plan: owing.plan.number ?? owing.plan.title ?? '' })}`,
      href: subplanUrl(input.plan, input.recipient, input.kind),
      answer: input.text,
      waits: waiting !== undefined,
    });
    return { id, seq };
  },
  next: ({ plan, recipient, kind }) => subplanUrl(plan, recipient, kind),
});
