import type { ReadCode } from './code.ts';
import type { ReadProcedure, ReadRemark, RowRule } from './read-announcement.ts';

/** How much a remark weighs: an error keeps its row out, a warning must be answered, a note is only said. */
export type RowSeverity = 'error' | 'warning' | 'note';

export const ROW_SEVERITIES: Readonly<Record<RowRule, RowSeverity>> = {
  'name-missing': 'error',
  'field-missing': 'error',
  'tier-missing': 'error',
  'code-twice': 'error',
  'code-missing': 'warning',
  'code-broken': 'warning',
  'code-not-national': 'warning',
  'cells-missing': 'warning',
  'code-repaired': 'note',
  'code-at-two-tiers': 'note',
  'tiers-several': 'note',
  'limit-not-computed': 'note',
};

/** What is doubtful in a row by itself; what only shows beside others is remarked afterwards. */
export function rowRemarks(
  { name, field, tiers, limits }: Pick<ReadProcedure, 'name' | 'field' | 'tiers' | 'limits'>,
  code: ReadCode | null,
): ReadRemark<RowRule>[] {
  const remarks: ReadRemark<RowRule>[] = [];
  const remark = (rule: RowRule, params: ReadRemark<RowRule>['params'] = {}) =>
    remarks.push({ rule, params });
  if (code === null) remark('code-missing');
  else if (code.code === null) remark('code-broken', { code: code.asWritten });
  else if (code.nationalCode === null) remark('code-not-national', { code: code.code });
  else if (code.repaired) remark('code-repaired', { written: code.asWritten, code: code.code });
  if (name === '') remark('name-missing');
  if (field === null) remark('field-missing');
  if (tiers.length === 0) remark('tier-missing');
  if (tiers.length > 1) remark('tiers-several');
  if (limits.some(({ budget }) => budget === null)) remark('limit-not-computed');
  return remarks;
}
