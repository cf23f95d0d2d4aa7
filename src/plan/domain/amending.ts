import { type AnyFields, type Item, type ItemFields, readItems } from './draft.ts';
import { featuresOf, likeness } from './likeness.ts';
import type { IssuedItem } from './plan.ts';
import type { ReadPlan } from './read-plan.ts';
import { same } from './same.ts';

/** What an amending plan's text seems to change of the plan in force. The clerk accepts each, or does not. */
export interface ProposedChange {
  /** Its row of the amending document, "task:3"; "withdraw:task:11" where running text withdraws. */
  key: string;
  how: 'added' | 'changed' | 'withdrawn';
  kind: Item['kind'];
  /** Key of the plan's row that it concerns; null for a new one. */
  item: string | null;
  before: AnyFields | null;
  /** The row as it would stand; null where it is withdrawn. */
  after: AnyFields | null;
}

/** Rows of one number may change their title, but hardly a word of it stays by chance. */
const SAME_NUMBER = 0.3;
/** Without a number, the titles must agree in most of their words. */
const SAME_TITLE = 0.6;

/**
 * A cell that withdraws its task. The verb alone is not enough: plans cut procedures ("Bãi bỏ thủ tục…") and time
 * ("Rút ngắn…") as their work.
 */
const WITHDRAWS =
  /^\s*(?:bãi bỏ|hủy bỏ|huỷ bỏ|rút)(?:\s+(?:nhiệm vụ|nội dung)(?:\s+(?:này|số\s*\d+))?(?:\s*[:,.]|\s|$)|\s+khỏi kế hoạch|\s*\.?\s*$)/iu;
/** "Bãi bỏ nhiệm vụ số 12, 13 và 15 …" within one sentence. */
const WITHDRAWN_TASKS =
  /(?:bãi bỏ|hủy bỏ|huỷ bỏ|rút)[^.;\n]{0,80}?nhiệm vụ\s+((?:(?:số|thứ|có số thứ tự)\s+)?\d+(?:\s*(?:,|và|và số|, số)\s*\d+)*)/giu;

/**
 * Matches the rows of an amending document to those that stand, tasks by number and then by title, the others by their
 * words, and says what would change. What the document is silent of stays; nothing is withdrawn that it does not withdraw.
 */
export function proposedChanges(reading: ReadPlan, inForce: readonly IssuedItem[]): ProposedChange[] {
  const withdrawn = withdrawnTasks(reading, inForce);
  const open = inForce.map((item): Candidate => ({ item, features: featuresOf(textOf(item.fields)) }));
  const taken = new Set(withdrawn.map((change) => change.item));
  const changes: ProposedChange[] = [];
  for (const row of readItems(reading)) {
    const candidates = open.filter(({ item }) => item.kind === row.kind && !taken.has(item.key));
    const match = matchOf(row, candidates);
    if (saysWithdrawal(row)) {
      const meant = match ?? matchOf(withoutWithdrawal(row), candidates);
      if (meant === undefined) continue;
      taken.add(meant.key);
      changes.push(withdrawal(row.key, meant));
    } else if (match === undefined)
      changes.push({
        key: row.key,
        how: 'added',
        kind: row.kind,
        item: null,
        before: null,
        after: row.fields,
      });
    else {
      taken.add(match.key);
      const after = merged(match, row);
      if (!same(after, match.fields))
        changes.push({
          key: row.key,
          how: 'changed',
          kind: row.kind,
          item: match.key,
          before: match.fields,
          after,
        });
    }
  }
  return [...changes, ...withdrawn];
}

interface Candidate {
  item: IssuedItem;
  features: ReadonlySet<string>;
}

function withdrawal(key: string, item: IssuedItem): ProposedChange {
  return { key, how: 'withdrawn', kind: item.kind, item: item.key, before: item.fields, after: null };
}

/** Tasks that a sentence of the document withdraws by their numbers. */
function withdrawnTasks(reading: ReadPlan, inForce: readonly IssuedItem[]): ProposedChange[] {
  const numbers = new Set<string>();
  for (const found of reading.text.normalize('NFC').matchAll(WITHDRAWN_TASKS))
    for (const number of (found[1] ?? '').matchAll(/\d+/g)) numbers.add(number[0]);
  return inForce
    .filter((item) => item.kind === 'task' && numbers.has((item.fields as ItemFields['task']).no))
    .map((item) => withdrawal(`withdraw:${item.key}`, item));
}

function matchOf(row: Item, candidates: readonly Candidate[]): IssuedItem | undefined {
  const words = featuresOf(textOf(row.fields));
  const scored = candidates.map(({ item, features }) => ({ item, score: likeness(words, features) }));
  if ('no' in row.fields && row.fields.no !== '') {
    const { no } = row.fields;
    const numbered = scored.find(
      ({ item, score }) => 'no' in item.fields && item.fields.no === no && score >= SAME_NUMBER,
    );
    if (numbered !== undefined) return numbered.item;
  }
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= SAME_TITLE ? best.item : undefined;
}

function textOf(fields: AnyFields): string {
  if ('title' in fields) return fields.title;
  return 'raw' in fields ? `${fields.period} ${fields.from ?? ''} ${fields.raw}` : fields.text;
}

/** A task whose row says that it is withdrawn, instead of what is to be done. */
function saysWithdrawal(row: Item): boolean {
  if (row.kind !== 'task') return false;
  const { title, requirement } = row.fields as ItemFields['task'];
  return WITHDRAWS.test(title.normalize('NFC')) || WITHDRAWS.test((requirement ?? '').normalize('NFC'));
}

function withoutWithdrawal(row: Item): Item {
  const fields = row.fields as ItemFields['task'];
  return { ...row, fields: { ...fields, title: fields.title.normalize('NFC').replace(WITHDRAWS, '') } };
}

/** The standing row with what the amending row says; what that leaves out stays as it was. */
function merged(standing: IssuedItem, row: Item): AnyFields {
  const said = Object.entries(row.fields).filter(
    ([name, value]) =>
      value !== null && value !== '' && !(Array.isArray(value) && value.length === 0) && !KEPT.has(name),
  );
  const fields = { ...standing.fields, ...Object.fromEntries(said) } as AnyFields;
  // Words that stay as they were keep the rhythm that people gave them.
  if ('rhythm' in fields && 'rhythm' in standing.fields)
    return fields.text === standing.fields.text
      ? { ...fields, rhythm: standing.fields.rhythm, window: standing.fields.window }
      : fields;
  if (!('due' in fields) || !('due' in row.fields)) return fields;
  // The requirement's own days belong to the windows that stand with it.
  return row.fields.due.length === 0
    ? { ...fields, requirementEnds: (standing.fields as ItemFields['task']).requirementEnds }
    : { ...fields, requirementEnds: row.fields.requirementEnds };
}

/** Fields that tell where a row stands, which an amending document numbers anew; and links, which it does not know. */
const KEPT: ReadonlySet<string> = new Set(['no', 'area', 'section', 'tasks', 'targets', 'duties']);
