import { type Expression, type SqlBool, sql } from 'kysely';
import { fold } from '../../pure/vietnamese/index.ts';

/** At most this many words are looked for. */
const MOST_WORDS = 12;

/**
 * Whether a folded column holds every word that was typed, in any order and without regard to accents: "nghi dinh 61"
 * finds "61/2018/NĐ-CP Nghị định …". Nothing typed finds everything.
 * @param column its reference, or an expression that gives folded text
 */
export function holdsWords(column: string | Expression<unknown>, typed: string): Expression<SqlBool> {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return sql<SqlBool>`true`;
  const folded = typeof column === 'string' ? sql.ref(column) : column;
  const each = words.map((word) => sql`${folded} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql<SqlBool>`(${sql.join(each, sql` AND `)})`;
}
