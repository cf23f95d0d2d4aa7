import { Temporal } from 'temporal-polyfill';
import type { JsonValue } from '../database/schema.ts';
import { canonical } from '../ledger/ledger.ts';

/** The columns in which a stored row differs from the expected one, in words of the row: "state: x ≠ y". */
export function differences(
  stored: Record<string, unknown>,
  expected: Record<string, unknown>,
  butFor: readonly string[] = [],
): string[] {
  const columns = new Set([...Object.keys(stored), ...Object.keys(expected)]);
  return [...columns]
    .filter((column) => !butFor.includes(column) && !sameCell(stored[column], expected[column]))
    .map((column) => `${column}: ${shown(stored[column])} ≠ ${shown(expected[column])}`);
}

/** Whether a cell as the database gives it is the value that was written: an instant as text, a number as numeric. */
export function sameCell(stored: unknown, expected: unknown): boolean {
  if (stored instanceof Temporal.Instant) {
    if (typeof expected !== 'string') return false;
    // The database rounds to the microsecond.
    const wanted = Temporal.Instant.from(expected).round({
      smallestUnit: 'microsecond',
      roundingMode: 'halfExpand',
    });
    return stored.equals(wanted);
  }
  if (typeof stored === 'string' && typeof expected === 'number') return stored === String(expected);
  // A column of JSON that was written as its text.
  if (typeof stored === 'object' && stored !== null && typeof expected === 'string')
    return isText(expected, stored);
  return canonical(stored as JsonValue) === canonical(expected as JsonValue);
}

function isText(text: string, value: object): boolean {
  try {
    return canonical(JSON.parse(text)) === canonical(value as JsonValue);
  } catch {
    return false;
  }
}

function shown(cell: unknown): string {
  const text = cell instanceof Temporal.Instant ? cell.toString() : canonical(cell as JsonValue);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
