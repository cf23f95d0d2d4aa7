import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { isRefusal, type Refusal, refuse } from '../../pure/refusal.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { ProposedChange } from './amending.ts';
import {
  type Answer,
  type AnyFields,
  type DocumentFields,
  type Draft,
  type ItemKind,
  standing,
  type TargetFields,
  writtenUnits,
} from './draft.ts';
import {
  type AmendingDocument,
  type ChangeAnswer,
  type IssuedItem,
  type MeasureOfTarget,
  type PlanEvent,
  type PlanState,
  type PlanStateName,
  type ReadingFailure,
  type Recipient,
  unreadFile,
  versionInForce,
} from './plan.ts';
import { same } from './same.ts';
import { isShare } from './target-state.ts';
import { versionChanges } from './versions.ts';

type Decided = PlanEvent[] | Refusal;

/** While a draft may be changed. */
export const EDITABLE: readonly PlanStateName[] = ['draft', 'circulating', 'amending'];

function inState(state: PlanState | undefined, allowed: readonly PlanStateName[]): PlanState | Refusal {
  if (state === undefined) return refuse('missing:thing');
  return allowed.includes(state.state) ? state : refuse(`conflict:plan-${state.state}`);
}

const event = <T extends PlanEvent['type']>(
  type: T,
  payload: Extract<PlanEvent, { type: T }>['payload'],
): PlanEvent => ({ type, version: 1, payload }) as PlanEvent;

/** A file becomes a plan; a new file takes the place of one that could not be read. */
export function upload(state: PlanState | undefined, file: { fileId: string; fileName: string }): Decided {
  if (state !== undefined && state.state !== 'unreadable') return refuse(`conflict:plan-${state.state}`);
  return [event('uploaded', file)];
}

/** A draft, or a file that could not be read, is given up; what was issued is not. */
export function abandon(state: PlanState | undefined): Decided {
  const plan = inState(state, ['unreadable', 'draft']);
  return isRefusal(plan) ? plan : [event('abandoned', {})];
}

export function restore(state: PlanState | undefined): Decided {
  const plan = inState(state, ['abandoned']);
  return isRefusal(plan) ? plan : [event('restored', {})];
}

/** Reads the same file again, after it could not be read. */
export function askReading(state: PlanState | undefined): Decided {
  const plan = inState(state, ['unreadable', 'amending']);
  if (isRefusal(plan)) return plan;
  if (plan.state === 'unreadable') return [event('reading-asked', {})];
  return plan.amendment?.failure === null
    ? refuse('conflict:reading-done')
    : [event('amendment-reading-asked', {})];
}

export type ReadingOutcome =
  | { reading: string; readerVersion: number; document: DocumentFields }
  | ReadingFailure;

/** What was read of the file that waits: the plan's own, or that of the amending plan under way. */
export function recordReading(state: PlanState | undefined, outcome: ReadingOutcome): Decided {
  const plan = inState(state, ['uploaded', 'amending']);
  if (isRefusal(plan)) return plan;
  if (unreadFile(plan) === null) return refuse('conflict:reading-done');
  if (plan.state === 'uploaded')
    return 'reading' in outcome ? [event('read', outcome)] : [event('unreadable', outcome)];
  if (!('reading' in outcome)) return [event('amendment-unreadable', outcome)];
  const { reading, readerVersion } = outcome;
  return [event('amendment-read', { reading, readerVersion })];
}

export function correctDocument(state: PlanState | undefined, fields: DocumentFields): Decided {
  const plan = inState(state, EDITABLE);
  return isRefusal(plan) ? plan : [event('document-corrected', { fields })];
}

/** Puts other fields in the place of those read; the row as written stays beside them. */
export function correctItem(
  state: PlanState | undefined,
  draft: Draft,
  key: string,
  fields: AnyFields,
): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  const item = draft.items.find((one) => one.key === key);
  if (item === undefined) return refuse('missing:thing');
  if (same(item.fields, fields)) return [];
  return [event('item-corrected', { key, fields })];
}

/** @returns the events; the new row's key is "<kind>:+<number>" */
export function addItem(state: PlanState | undefined, kind: ItemKind, fields: AnyFields): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  return [event('item-added', { key: `${kind}:+${plan.addedCount + 1}`, kind, fields })];
}

export function dropItem(state: PlanState | undefined, draft: Draft, key: string): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  const item = draft.items.find((one) => one.key === key);
  if (item === undefined) return refuse('missing:thing');
  return item.dropped ? [] : [event('item-dropped', { key })];
}

export function restoreItem(state: PlanState | undefined, key: string): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  return plan.changes.dropped.includes(key) ? [event('item-restored', { key })] : [];
}

/** A remark is answered with a note where something was corrected, with a reason where it is accepted as it is. */
export function answerRemark(
  state: PlanState | undefined,
  draft: Draft,
  key: string,
  answer: Answer,
  note: string | null,
): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  if (!draft.remarks.some((remark) => remark.key === key)) return refuse('missing:thing');
  if (answer !== 'put_off' && !note) return refuse('invalid:remark-note', {}, { field: 'note' });
  return [event('remark-answered', { key, answer, note: note ?? '' })];
}

/** Puts off every open remark of the lowest severity at once; the ledger has each by itself. */
export function putOffRemarks(state: PlanState | undefined, draft: Draft): Decided {
  const plan = inState(state, EDITABLE);
  if (isRefusal(plan)) return plan;
  const open = draft.remarks.filter(({ remark, answer }) => remark.severity === 'info' && answer === null);
  if (open.length === 0) return refuse('conflict:no-open-remarks');
  return open.map(({ key }) => event('remark-answered', { key, answer: 'put_off', note: '' }));
}

export function circulate(state: PlanState | undefined, until: CivilDate, today: CivilDate): Decided {
  const plan = inState(state, ['draft']);
  if (isRefusal(plan)) return plan;
  if (until < today) return refuse('invalid:past-day', {}, { field: 'until' });
  return [event('circulated', { until })];
}

export function comment(
  state: PlanState | undefined,
  said: { unitId: string | null; accountId: string | null; item: string | null; text: string },
): Decided {
  const plan = inState(state, ['circulating']);
  return isRefusal(plan) ? plan : [event('commented', said)];
}

/** The drafters say what they made of a comment; a later answer takes the place of an earlier one. */
export function answerComment(
  state: PlanState | undefined,
  number: number,
  taken: boolean,
  answer: string | null,
): Decided {
  const plan = inState(state, ['draft', 'circulating']);
  if (isRefusal(plan)) return plan;
  if (!plan.comments.some((one) => one.number === number)) return refuse('missing:thing');
  if (!taken && !answer) return refuse('invalid:comment-answer', {}, { field: 'answer' });
  return [event('comment-answered', { number, taken, answer: answer ?? '' })];
}

export function closeCirculation(state: PlanState | undefined): Decided {
  const plan = inState(state, ['circulating']);
  return isRefusal(plan) ? plan : [event('circulation-closed', {})];
}

/** What keeps a draft from being issued, each a refusal of its own. */
export function issueObstacles(draft: Draft, unitOf: (written: string) => string | undefined): Refusal[] {
  const obstacles: Refusal[] = [];
  if (draft.document.number === null) obstacles.push(refuse('conflict:issue-number'));
  if (draft.document.date === null) obstacles.push(refuse('conflict:issue-date'));
  if (draft.document.title === null) obstacles.push(refuse('conflict:issue-title'));
  if (draft.document.planYear === null) obstacles.push(refuse('conflict:issue-year'));
  const open = draft.remarks.filter(
    ({ remark, answer }) => remark.severity === 'error' && answer === null,
  ).length;
  if (open > 0) obstacles.push(refuse('conflict:issue-remarks', { count: open }));
  const leads = standing(draft, 'task').flatMap((task) => task.fields.leadUnits);
  const unknown = [...new Set(leads)].filter((name) => unitOf(name) === undefined);
  if (unknown.length > 0)
    obstacles.push(refuse('conflict:issue-units', { count: unknown.length, names: unknown.join(', ') }));
  const orphans = standing(draft, 'task').filter((task) => task.fields.leadUnits.length === 0);
  if (orphans.length > 0)
    obstacles.push(
      refuse('conflict:issue-tasks', {
        count: orphans.length,
        numbers: orphans.map((task) => task.fields.no).join(', '),
      }),
    );
  return obstacles;
}

/** What keeps a plan of a higher agency from being adopted: its words are its own, so its remarks may stay open. */
export function adoptionObstacles({ document }: Draft): Refusal[] {
  return [
    ...(document.number === null ? [refuse('conflict:issue-number')] : []),
    ...(document.date === null ? [refuse('conflict:issue-date')] : []),
    ...(document.title === null ? [refuse('conflict:issue-title')] : []),
    ...(document.planYear === null ? [refuse('conflict:issue-year')] : []),
  ];
}

/** Takes a plan of a higher agency in as it is. Its units are none of ours, whatever their names. */
export function adopt(state: PlanState | undefined, draft: Draft): Decided {
  const plan = inState(state, ['draft']);
  if (isRefusal(plan)) return plan;
  const [first, ...more] = adoptionObstacles(draft);
  if (first !== undefined) return { ...first, more };
  return [event('adopted', { document: draft.document, items: issuedItems(draft, () => undefined) })];
}

/** Says which adopted plan an issued one carries out; another parent, or none, takes its place while nothing is mapped. */
export function linkParent(state: PlanState | undefined, parent: string | null, mapped: number): Decided {
  const plan = inState(state, ['issued', 'amending']);
  if (isRefusal(plan)) return plan;
  if (plan.parent !== null) return refuse('conflict:plan-adopted');
  if (plan.parentId === parent) return [];
  if (mapped > 0) return refuse('conflict:parent-mapped', { count: mapped }, { field: 'parent' });
  return [event('parent-linked', { parent })];
}

/** The rows of a draft as an issued version holds them. */
export function issuedItems(draft: Draft, unitOf: (written: string) => string | undefined): IssuedItem[] {
  const units = (names: readonly string[]) => [...new Set(names.flatMap((name) => unitOf(name) ?? []))];
  return draft.items
    .filter((item) => !item.dropped)
    .map(({ kind, key, fields }) => ({
      kind,
      key,
      fields,
      units: {
        lead: units('unit' in fields ? [fields.unit] : 'leadUnits' in fields ? fields.leadUnits : []),
        support: units('supportUnits' in fields ? fields.supportUnits : []),
      },
    }));
}

/** Issues the first version. */
export function issue(
  state: PlanState | undefined,
  draft: Draft,
  unitOf: (written: string) => string | undefined,
  recipients: Recipient[],
): Decided {
  const plan = inState(state, ['draft']);
  if (isRefusal(plan)) return plan;
  const [first, ...more] = issueObstacles(draft, unitOf);
  if (first !== undefined) return { ...first, more };
  const { document, areas } = draft;
  return [event('issued', { document, items: issuedItems(draft, unitOf), areas, recipients })];
}

/** A recipient acknowledges the plan and names who is responsible; once. */
export function acknowledge(
  state: PlanState | undefined,
  key: string,
  responsible: { personId: string | null; responsible: string },
): Decided {
  const plan = inState(state, ['issued', 'amending']);
  if (isRefusal(plan)) return plan;
  const recipient = plan.recipients.find((one) => one.key === key);
  if (recipient === undefined) return refuse('missing:thing');
  if (recipient.acknowledged !== null) return refuse('conflict:acknowledged');
  return [event('acknowledged', { key, ...responsible })];
}

/**
 * Says what an issued target is measured by, or why nothing measures it; a later word takes the place of an earlier.
 * @param ofSomething whether the measure counts out of something, as a target that is a share needs
 */
export function measureTarget(
  state: PlanState | undefined,
  measured: MeasureOfTarget,
  ofSomething: boolean,
): Decided {
  const plan = inState(state, ['issued', 'amending']);
  if (isRefusal(plan)) return plan;
  const { key, measure, reason } = measured;
  const target = versionInForce(plan)?.items.find((item) => item.kind === 'target' && item.key === key);
  if (target === undefined) return refuse('missing:thing');
  if (measure !== null && reason !== null) return refuse('invalid:measure-reason', {}, { field: 'reason' });
  if (measure !== null && isShare(target.fields as TargetFields) && !ofSomething)
    return refuse('invalid:measure-share', {}, { field: 'measure' });
  const before = plan.measured[key] ?? { key, measure: null, reason: null };
  return same(before, measured) ? [] : [event('target-measured', measured)];
}

export function openAmendment(
  state: PlanState | undefined,
  document: AmendingDocument,
  today: CivilDate,
): Decided {
  const plan = inState(state, ['issued', 'adopted']);
  if (isRefusal(plan)) return plan;
  const issued = versionInForce(plan)?.document.date;
  if (issued && document.date < issued)
    return refuse('invalid:before-plan', { date: formatDate(issued) }, { field: 'date' });
  if (document.date > today) return refuse('invalid:document-date-ahead', {}, { field: 'date' });
  return [event('amendment-opened', { document })];
}

export function abandonAmendment(state: PlanState | undefined): Decided {
  const plan = inState(state, ['amending']);
  return isRefusal(plan) ? plan : [event('amendment-abandoned', {})];
}

/** What an amending plan proposes becomes part of the plan, or does not; once each. */
export function answerChange(
  state: PlanState | undefined,
  changes: readonly ProposedChange[],
  key: string,
  answer: ChangeAnswer,
): Decided {
  const plan = inState(state, ['amending']);
  if (isRefusal(plan)) return plan;
  if (plan.amendment?.answers[key] !== undefined) return refuse('conflict:change-answered');
  const change = changes.find((one) => one.key === key);
  if (change === undefined) return refuse('missing:thing');
  const answered = event('change-answered', { key, answer });
  return answer === 'declined' ? [answered] : [...accepted(plan, change), answered];
}

function accepted(plan: PlanState, { how, kind, item, after }: ProposedChange): PlanEvent[] {
  if (how === 'withdrawn') return item === null ? [] : [event('item-dropped', { key: item })];
  if (after === null) return [];
  return item === null
    ? [event('item-added', { key: `${kind}:+${plan.addedCount + 1}`, kind, fields: after })]
    : [event('item-corrected', { key: item, fields: after })];
}

/** Makes the next version of what was changed since the one in force. */
export function amend(
  state: PlanState | undefined,
  draft: Draft,
  unitOf: (written: string) => string | undefined,
): Decided {
  const plan = inState(state, ['amending']);
  if (isRefusal(plan)) return plan;
  const adopted = plan.parent !== null;
  const [first, ...more] = adopted ? adoptionObstacles(draft) : issueObstacles(draft, unitOf);
  if (first !== undefined) return { ...first, more };
  const items = issuedItems(draft, adopted ? () => undefined : unitOf);
  const before = versionInForce(plan);
  if (versionChanges(before?.items ?? [], items).length === 0 && same(before?.document, draft.document))
    return refuse('conflict:nothing-changed');
  return [event('amended', { document: draft.document, items, areas: adopted ? [] : draft.areas })];
}

/** Units written in a draft that no unit is known for. */
export function unmappedUnits(draft: Draft, unitOf: (written: string) => string | undefined): string[] {
  return writtenUnits(draft).filter((name) => unitOf(name) === undefined);
}
