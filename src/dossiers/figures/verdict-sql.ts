import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ZONE } from '../../platform/clock/clock.ts';
import type { AsOf } from '../../platform/measure/as-of.ts';
import type { InclusionPolicy } from './inclusion.ts';
import type { DossierVerdict } from './verdict.ts';

/** What a verdict is made from, as SQL: the columns of `handledDossiers`. */
export interface JudgedColumns {
  accepted_at: RawBuilder<unknown>;
  ending: RawBuilder<unknown>;
  ended_at: RawBuilder<unknown>;
  due_at: RawBuilder<unknown>;
  waiting: RawBuilder<unknown>;
  supplement_at: RawBuilder<unknown>;
  supplement_again_at: RawBuilder<unknown>;
}

/** The civil day of an instant in the installation's zone. */
export const officeDay = (instant: RawBuilder<unknown>) =>
  sql`(${instant} AT TIME ZONE ${sql.lit(ZONE)})::date`;

/** The one definition of on time; `verdict.ts` is the same as code. */
export function onTimeSql(end: RawBuilder<unknown>, due: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${end} <= ${due}`;
}

/** What a policy makes of a dossier; the twin of `dossierVerdict`. */
export function dossierVerdictSql(
  row: JudgedColumns,
  policy: InclusionPolicy,
  { instant }: Pick<AsOf, 'instant'>,
): RawBuilder<DossierVerdict> {
  const at = sql`${instant}::timestamptz`;
  const ended = sql`${row.ending} IS NOT NULL`;
  const until =
    policy.waiting === 'until-request'
      ? sql`CASE WHEN ${row.waiting} THEN coalesce(${row.supplement_at}, ${at}) ELSE ${at} END`
      : at;
  const lit = (verdict: string) => sql.lit(verdict);
  const whenEnding = (ending: 'withdrawn' | 'stopped') =>
    policy[ending] === 'ended' ? sql`` : sql`WHEN ${row.ending} = ${lit(ending)} THEN ${lit(policy[ending])}`;
  return sql<DossierVerdict>`CASE
    WHEN ${row.accepted_at} IS NULL THEN CASE WHEN ${row.ending} = 'refused' THEN ${lit(policy.refused)} ELSE 'out' END
    ${whenEnding('withdrawn')} ${whenEnding('stopped')}
    ${
      policy.againIsLate
        ? sql`WHEN ${row.supplement_again_at} IS NOT NULL THEN CASE WHEN ${ended} THEN 'done_late' ELSE 'late' END`
        : sql``
    }
    WHEN ${row.due_at} IS NULL THEN ${
      policy.undated === 'out' ? lit('out') : sql`CASE WHEN ${ended} THEN 'on_time' ELSE 'within' END`
    }
    WHEN ${ended} THEN CASE WHEN ${officeDay(row.ended_at)} < ${officeDay(row.due_at)} THEN 'early'
      WHEN ${onTimeSql(row.ended_at, row.due_at)} THEN 'on_time' ELSE 'done_late' END
    ${policy.waiting === 'within' ? sql`WHEN ${row.waiting} THEN 'within'` : sql``}
    WHEN ${onTimeSql(until, row.due_at)} THEN 'within'
    ELSE 'late' END`;
}
