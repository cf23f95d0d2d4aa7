import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';

/** Texts that came once are remembered so far back. */
const SEEN = 2000;
/** A longer text has as many values as rows or ids of one occasion, and hardly comes again. */
const LONGEST = 10_000;
/** So many statements are prepared; each takes tens of kilobytes of every connection. */
const PREPARED = 400;

/**
 * Ends a statement whose filters decide how it is best read: what a list shows is one row of a small agency or half of a
 * large one's. It is planned each time, and never prepared.
 */
const MARK = '/* planned each time */';
export const plannedEachTime = sql.raw(MARK);

const seen = new Set<string>();
const names = new Map<string, string>();
/** Goes up when a migration has changed what prepared statements answer: they are prepared anew, under new names. */
let generation = 0;

/** The name under which a statement is prepared; none at its first time, nor once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED || text.length > LONGEST || text.includes(MARK))
    return known;
  if (!seen.delete(text)) {
    seen.add(text);
    const [oldest] = seen;
    if (seen.size > SEEN && oldest !== undefined) seen.delete(oldest);
    return undefined;
  }
  const name = `${createHash('sha256').update(text).digest('base64url').slice(0, 22)}-${generation}`;
  names.set(text, name);
  return name;
}

/** PostgreSQL's word where a table has got another shape than a statement was prepared for. */
const isOutdated = (error: unknown) =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';

type Query = (...parts: unknown[]) => unknown;

/**
 * A connection that prepares statements that come again: PostgreSQL parses and plans them once, where that would be a
 * quarter of a page's time. After five plans for the values at hand it keeps one for any, unless that looks dearer.
 */
export class PreparingClient extends pg.Client {
  override query = ((text: unknown, values: unknown, ...more: unknown[]) => {
    const query = (super.query as Query).bind(this);
    // Without values it is a short command, or several.
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    if (name === undefined) return query(text, values, ...more);
    return (query({ name, text, values }, ...more) as Promise<unknown>).catch((error: unknown) => {
      if (isOutdated(error)) {
        generation += 1;
        names.clear();
      }
      throw error;
    });
  }) as pg.Client['query'];
}
