import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';

export interface RowVersion {
  seq: number;
  recordedAt: Temporal.Instant;
  /** Who saved it; null where nobody had signed in, or the reader may not see the person. */
  who: string | null;
  /** What differs from the version before. */
  changes: { column: string; before: string; after: string }[];
}

/** Columns that say the same as others, or that change by themselves. */
const SILENT = new Set(['id', 'agency_id', 'parent_id', 'seq', 'tier']);

/** Every state that a catalogue row has had, newest first. */
export async function versionsOf(query: Reader, table: string, rowId: string): Promise<RowVersion[]> {
  const rows = await query
    .selectFrom('row_version')
    .leftJoin('account', 'account.id', 'row_version.account')
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select(['row_version.seq', 'row_version.recorded_at', 'row_version.row_value', 'person.name'])
    .where('row_version.table_name', '=', table)
    .where('row_version.row_id', '=', rowId)
    .orderBy('row_version.seq')
    .execute();
  const values = rows.map((row) => row.row_value as Version);
  return rows
    .map((row, at) => ({
      seq: row.seq,
      recordedAt: row.recorded_at,
      who: row.name,
      changes: at === 0 ? [] : changesBetween(values[at - 1] ?? {}, values[at] ?? {}),
    }))
    .reverse();
}

type Version = Record<string, string | number | boolean | null>;

function changesBetween(before: Version, after: Version): RowVersion['changes'] {
  return Object.keys(after)
    .filter((column) => !SILENT.has(column) && !column.endsWith('_fold'))
    .map((column) => ({
      column,
      before: written(before[column]),
      after: written(after[column]),
    }))
    .filter(({ before: old, after: now }) => old !== now);
}

/** What is not so reads like what was not asked yet: a mark may be younger than a row's first versions. */
function written(value: Version[string] | undefined): string {
  return value === false || value === null || value === undefined ? '' : String(value);
}
