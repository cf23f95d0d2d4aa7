import { z } from 'zod';
import { many, optionalText, text } from '../platform/actions/fields.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { readCivilDate, readDueWindows } from '../pure/law/index.ts';
import { formatDate, parseNumber } from '../pure/vietnamese/index.ts';
import type { AnyFields, DutyFields, ItemFields, ItemKind, TaskFields } from './domain/draft.ts';
import { ITEM_KINDS } from './domain/draft.ts';
import { RHYTHMS, suggestRhythm } from './domain/rhythm.ts';

/** Unit names as people type them: one a line, or separated by semicolons. */
const names = () =>
  z.preprocess(
    (value) =>
      Array.isArray(value)
        ? value
        : String(value ?? '')
            .split(/[;\n]/)
            .map((name) => name.trim())
            .filter((name) => name !== ''),
    z.array(z.string().max(300, 'too-long')),
  );

const threshold = () =>
  z.union([z.number(), z.string('required').min(1, 'required')]).transform((typed, context) => {
    const value = typeof typed === 'number' ? typed : parseNumber(typed);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'number' });
    return z.NEVER;
  });

/** A typed day; "5/3" waits as "--03-05" for the plan's year. */
const typedDay = () =>
  z
    .string()
    .nullish()
    .transform((typed, context) => {
      if (!typed) return null;
      // A leap year, so that 29 February is a day.
      const read = readCivilDate(typed) ?? readCivilDate(typed, 2000)?.replace(/^2000/, '-');
      if (read !== undefined) return read;
      context.addIssue({ code: 'custom', message: 'date' });
      return z.NEVER;
    });

const typedWindow = z.object({
  raw: optionalText(300),
  label: optionalText(100),
  start: typedDay(),
  end: typedDay(),
  requirementEnd: typedDay(),
});
export type TypedWindow = z.output<typeof typedWindow>;

const SCHEMAS = {
  target: z.object({
    text: text(2000),
    section: optionalText(40),
    comparator: z.enum(['=', '>=', '>', '<=', '<'], 'choose'),
    threshold: threshold(),
    measureUnit: text(40),
    leadUnits: names(),
  }),
  commitment: z.object({
    text: text(4000),
    area: text(40),
    tasks: many(z.string().max(40)),
    targets: many(z.string().max(40)),
    duties: many(z.string().max(40)),
  }),
  task: z.object({
    no: optionalText(20).transform((no) => no ?? ''),
    title: text(2000),
    area: optionalText(300),
    leadUnits: names(),
    supportUnits: names(),
    requirement: optionalText(6000),
    deliverable: optionalText(1000),
    windows: z.array(typedWindow).default([]),
  }),
  duty: z.object({
    unit: text(300),
    text: text(4000),
    rhythm: z.enum(RHYTHMS, 'choose').optional(),
    end: typedDay(),
  }),
  reporting: z.object({
    period: text(60),
    from: optionalText(300),
    to: optionalText(300),
    boundary: typedDay(),
    raw: text(600),
  }),
} as const;

export type TypedFields = z.output<(typeof SCHEMAS)[ItemKind]>;

/** The kind of row that a key names: "task:15" is a task. */
export function kindOfKey(key: string): ItemKind | undefined {
  const kind = key.slice(0, key.indexOf(':'));
  return ITEM_KINDS.find((one) => one === kind);
}

/** Reads the typed fields of a row of a kind; errors stand at "fields.<name>". */
export function readTyped(kind: ItemKind, fields: unknown, context: z.RefinementCtx): TypedFields {
  const parsed = SCHEMAS[kind].safeParse(fields ?? {});
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: ['fields', ...issue.path] });
  return z.NEVER;
}

/** What was typed as the fields of a row; windows whose words changed are read anew unless their days were typed. */
export function fieldsOfTyped(
  typed: TypedFields,
  before: AnyFields | null,
  planYear: number | null,
): AnyFields {
  if ('boundary' in typed) return { ...typed, boundary: dayOf(typed.boundary, planYear, 'boundary') };
  if ('targets' in typed) {
    const { duties, ...commitment } = typed;
    return duties.length === 0 ? commitment : { ...commitment, duties };
  }
  if ('end' in typed) return dutyOfTyped(typed, before, planYear);
  if (!('windows' in typed)) return typed;
  const { windows, ...rest } = typed;
  const known = before !== null && 'due' in before ? (before as TaskFields) : null;
  const dated = windows.map((window, index) => {
    const day = (name: 'start' | 'end' | 'requirementEnd') =>
      dayOf(window[name], planYear, `windows.${index}.${name}`);
    return { ...window, start: day('start'), end: day('end'), requirementEnd: day('requirementEnd') };
  });
  return { ...rest, ...dueOfTyped(dated, known, planYear) };
}

/** A duty with its rhythm, by its words where none was chosen; a day belongs to what is done once. */
function dutyOfTyped(
  { end: typed, rhythm, ...duty }: Extract<TypedFields, { end: string | null }>,
  before: AnyFields | null,
  planYear: number | null,
): DutyFields {
  if (rhythm === undefined) return { ...duty, ...suggestRhythm(duty.text, planYear) };
  const end = dayOf(typed, planYear, 'end');
  if (rhythm !== 'once' || end === null) return { ...duty, rhythm, window: null };
  const known = before !== null && 'rhythm' in before ? before.window : null;
  const window =
    known?.end === end
      ? known
      : { raw: formatDate(end), label: null, kind: 'date' as const, start: null, end };
  return { ...duty, rhythm, window };
}

/** A day typed without its year is a day of the plan's year. */
function dayOf(typed: string | null, planYear: number | null, field: string): CivilDate | null {
  if (typed === null || !typed.startsWith('--')) return typed;
  const [month, day] = typed.slice(2).split('-');
  const read = readCivilDate(`${day}/${month}`, planYear);
  if (read === null) throw new RefusalError(refuse('invalid:date', {}, { field: `fields.${field}` }));
  return read;
}

/** Typed windows against those that stood: days that were not touched follow the words. */
export function dueOfTyped(
  windows: readonly TypedWindow[],
  before: Pick<TaskFields, 'due' | 'requirementEnds'> | null,
  planYear: number | null,
): Pick<ItemFields['task'], 'due' | 'requirementEnds'> {
  const due: TaskFields['due'] = [];
  const requirementEnds: TaskFields['requirementEnds'] = [];
  windows.forEach((typed, index) => {
    const raw = typed.raw;
    if (raw === null) return;
    const old = before?.due[index];
    const touched = typed.start !== (old?.start ?? null) || typed.end !== (old?.end ?? null);
    const readings = old?.raw === raw ? [old] : readDueWindows(raw, { planYear });
    for (const window of readings) {
      due.push({
        ...window,
        label: typed.label ?? window.label,
        ...(touched ? { start: typed.start, end: typed.end, kind: window.kind ?? 'date' } : {}),
      });
      requirementEnds.push(typed.requirementEnd);
    }
  });
  return { due, requirementEnds };
}
