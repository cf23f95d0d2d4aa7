import type { IssuedItem } from './plan.ts';
import { same } from './same.ts';

export interface VersionChange {
  key: string;
  how: 'added' | 'changed' | 'withdrawn';
  before: IssuedItem | null;
  after: IssuedItem | null;
  /** Names of the fields that differ, for 'changed'. */
  fields: string[];
}

/** What a new version adds, changes and withdraws, in the order of the document. */
export function versionChanges(before: readonly IssuedItem[], after: readonly IssuedItem[]): VersionChange[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const changes: VersionChange[] = [];
  for (const item of after) {
    const known = old.get(item.key);
    old.delete(item.key);
    if (known === undefined)
      changes.push({ key: item.key, how: 'added', before: null, after: item, fields: [] });
    else {
      const fields = changedFields(known, item);
      if (fields.length > 0)
        changes.push({ key: item.key, how: 'changed', before: known, after: item, fields });
    }
  }
  for (const item of old.values())
    changes.push({ key: item.key, how: 'withdrawn', before: item, after: null, fields: [] });
  return changes;
}

function changedFields(before: IssuedItem, after: IssuedItem): string[] {
  const old = { ...before.fields, units: before.units } as Record<string, unknown>;
  const now = { ...after.fields, units: after.units } as Record<string, unknown>;
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => !same(old[field], now[field]),
  );
}
