/** Names of the fields that every form carries beside its own. */
const RESERVED = new Set(['_csrf', '_key', '_seq', '_from']);

export interface ReadForm {
  /** The fields as an input: "rows.0.title" becomes { rows: [{ title }] }; a repeated name becomes a list. */
  input: Record<string, unknown>;
  /** What was typed, by field name, to show it again. */
  typed: Map<string, string[]>;
  files: Map<string, File>;
  /** SHA-256 of what has been stored of them, by the id of the stored file. */
  uploads: Map<string, string>;
  csrf: string;
  key: string | undefined;
  seq: number | undefined;
  /** The page that holds the form. */
  from: string | undefined;
}

/** Reads what a form posted. */
export function readForm(data: FormData): ReadForm {
  const typed = new Map<string, string[]>();
  const files = new Map<string, File>();
  for (const [name, value] of data) {
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value]);
    else if (value.size > 0 || value.name !== '') files.set(name, value);
  }
  const only = (name: string) => typed.get(name)?.[0];
  const seq = Number(only('_seq') ?? '');
  return {
    input: inputOf(typed),
    typed,
    files,
    uploads: new Map(),
    csrf: only('_csrf') ?? '',
    key: only('_key') || undefined,
    seq: only('_seq') && Number.isSafeInteger(seq) ? seq : undefined,
    from: only('_from'),
  };
}

/**
 * Named values as an input: "rows.0.title" becomes { rows: [{ title }] }; several of one name become a list. What every
 * form carries beside its own fields is left out.
 */
export function inputOf(typed: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, values] of [...typed].filter(([one]) => !RESERVED.has(one)))
    place(input, name.split('.'), values.length === 1 ? values[0] : [...values]);
  return compact(input) as Record<string, unknown>;
}

function place(into: Record<string, unknown>, path: string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined || head === '__proto__' || head === 'constructor' || head === 'prototype') return;
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const inner = into[head];
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  into[head] = next;
  place(next, rest, value);
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function compact(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, compact(member)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, member]) => member);
  return Object.fromEntries(entries);
}
