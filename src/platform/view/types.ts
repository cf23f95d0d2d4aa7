import type { Child } from 'hono/jsx';

/** What a component may hold: text, elements, or nothing. */
export type Content = Child;

/** A place to go to. `current` marks the one where the reader stands. */
export interface Link {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
}

/** Addresses of the built assets, with the digest of their content in the name. */
export interface Assets {
  readonly style: string;
  /** Module scripts; none for a page without enhancement. */
  readonly scripts?: readonly string[] | undefined;
}

/** One error of a form: what happened and what to do, with the name of the field to mend. */
export interface FieldError {
  readonly field?: string | undefined;
  /** What the form calls the field. */
  readonly label?: Content;
  readonly text: string;
}

/** One choice of a select, a radio group or a checkbox group. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** The state of a thing, in the five colours and shapes of the house. */
export type Tone = 'on-time' | 'due-soon' | 'late' | 'waiting' | 'done' | 'neutral';

/** Joins class names, leaving out the absent ones. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}
