import { readSource } from '../../../pure/reading/text.ts';
import { type Declared, readDecision, readDeclared } from './decision.ts';
import { readParts } from './layout.ts';
import type {
  ReadAnnouncement,
  ReadDecision,
  ReadProcedure,
  ReadRemark,
  WholeRule,
} from './read-announcement.ts';
import { type CountedGroup, readRows } from './rows.ts';
import { remarkTwice } from './twice.ts';

export { type CatalogueProblem, readCatalogueJson } from './catalogue-json.ts';

/**
 * Reads the decision that announces procedures from its text: plain, tab-separated, or with tables flattened by a
 * converter. Pure, and in time linear in the text. A row that is not understood stays as written, with a remark.
 */
export function readAnnouncement(text: string): ReadAnnouncement {
  const source = readSource(text);
  const parts = readParts(source);
  const paragraphs = parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
  const decision = readDecision(paragraphs);
  const { rows, groups } = readRows(source, parts);
  remarkTwice(rows);
  return {
    decision,
    rows,
    remarks: remarksOf(decision, rows, groups, readDeclared(paragraphs, decision.title)),
  };
}

function remarksOf(
  decision: ReadDecision,
  rows: readonly ReadProcedure[],
  groups: readonly CountedGroup[],
  declared: readonly Declared[],
): ReadRemark<WholeRule>[] {
  const remarks: ReadRemark<WholeRule>[] = [];
  const remark = (rule: WholeRule, params: ReadRemark<WholeRule>['params'] = {}) =>
    remarks.push({ rule, params });
  if (decision.number === null) remark('number-missing');
  if (decision.date === null) remark('date-missing');
  if (decision.effective === null) remark('effective-missing');
  if (rows.length === 0) remark('rows-missing');
  for (const { count, tier, act } of declared) {
    const read = rows.filter(
      (row) => (tier === null || row.tiers.includes(tier)) && (act === null || row.act === act),
    ).length;
    if (read === count) continue;
    if (tier !== null) remark('count-of-tier-differs', { tier, declared: count, read });
    else if (act !== null) remark('count-of-act-differs', { act, declared: count, read });
    else remark('count-differs', { declared: count, read });
  }
  for (const { group, rows: read } of groups)
    if (group.count !== null && group.count !== read)
      remark('count-of-group-differs', { section: group.text, declared: group.count, read });
  return remarks;
}
