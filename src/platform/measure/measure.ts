import type { RawBuilder, SqlBool } from 'kysely';
import type { AsOf } from './as-of.ts';

/** The columns of a record set, as SQL. */
export type Columns<C extends string> = Readonly<Record<C, RawBuilder<unknown>>>;

/**
 * What is counted. Its rows have, beside the named columns: agency_id, id, name, unit_ids (uuid[]), part_of (the
 * plan or other whole that it belongs to) and position.
 */
export interface RecordSet<C extends string> {
  columns: readonly C[];
  /** The records as they stood at an instant. */
  rows(at: AsOf): RawBuilder<unknown>;
  /** Set where records belong to no plan or other whole: narrowing to one leaves them all. */
  alone?: true;
  /** The page of a record. */
  href(id: string): string;
}

/**
 * A figure: how many records of a set a predicate counts, out of those that another one admits. Its words stand in
 * the catalogue: `measure.<id>`, `measure.<id>.definition`, `measure.<id>.unit`.
 */
export interface Measure<C extends string = string> {
  /** "task.on-time", as the words and the address name it. */
  id: string;
  /** Permission to read the records. */
  permission: string;
  records: RecordSet<C>;
  /** The numerator, or the plain count. */
  counts(row: Columns<C>, at: AsOf): RawBuilder<SqlBool>;
  /** The denominator; absent where the figure is a plain count. */
  of?(row: Columns<C>, at: AsOf): RawBuilder<SqlBool>;
}
