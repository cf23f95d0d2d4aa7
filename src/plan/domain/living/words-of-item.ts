import type { Item, ItemFields, TaskFields } from '../draft.ts';
import type { ColumnRole } from '../reader/table-columns.ts';
import { same } from '../same.ts';

/** The words of an item that stand in the running text. */
export function wordsOf({ kind, fields }: Pick<Item, 'kind' | 'fields'>): string {
  if (kind === 'reporting') return (fields as ItemFields['reporting']).raw;
  return 'title' in fields ? fields.title : 'text' in fields ? fields.text : '';
}

/** The words of a task for a column of the appendix; null where the column holds nothing of it. */
export function cellOf(fields: TaskFields, role: ColumnRole | null): string | null {
  switch (role) {
    case 'no':
      return fields.no;
    case 'title':
      return fields.title;
    case 'lead':
      return fields.leadUnits.join(', ');
    case 'support':
      return fields.supportUnits.join(', ');
    case 'requirement':
      return fields.requirement ?? '';
    case 'deliverable':
      return fields.deliverable ?? '';
    case 'area':
      return fields.area ?? '';
    case 'due':
      return fields.due
        .map(({ label, raw }) => (label === null || raw.startsWith(label) ? raw : `${label}: ${raw}`))
        .join('; ');
    default:
      return null;
  }
}

/** Whether the version in force says something else than what was read. */
export function isCorrected({ fields }: Pick<Item, 'fields'>, asRead: Item | undefined): boolean {
  return asRead !== undefined && !same(fields, asRead.fields);
}

/** The cells of a row of which the version in force says something else than what was printed, each with whether it does. */
export function cellsNow(
  roles: readonly (ColumnRole | null)[],
  printed: readonly string[],
  columns: number,
  now: TaskFields,
  read: TaskFields,
): { words: string; changed: boolean }[] {
  return Array.from({ length: Math.max(printed.length, columns) }, (_, at) => {
    const role = roles[at] ?? null;
    const words = cellOf(now, role);
    const changed = words !== null && words !== cellOf(read, role);
    return { words: changed ? words : (printed[at] ?? ''), changed };
  });
}
