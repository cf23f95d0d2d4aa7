import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Unit } from '../agencies/index.ts';
import { confirmSubject, judgeOf } from '../plan/index.ts';
import type { Actor, Scope, Subject } from '../platform/policy/policy.ts';
import type { ReportKind } from './domain/report.ts';
import type { ReportJudge } from './domain/report-decisions.ts';

/** What of a report decides who may do what. */
export interface ReportRights {
  agencyId: string;
  unitId: string;
  kind: ReportKind;
  signed: boolean;
}

const officesOf = (units: readonly Unit[]) =>
  units.filter((unit) => unit.kind === 'office').map(({ id }) => id);

/** For reading: the unit and the Office; of the department's, once it is signed, every unit. */
export function readSubject(report: ReportRights, units: readonly Unit[]): Subject {
  const everyone = report.kind === 'department' && report.signed;
  return {
    agencyId: report.agencyId,
    units: everyone ? units.map(({ id }) => id) : [report.unitId, ...officesOf(units)],
  };
}

/** For drafting and submitting: the unit whose report it is. */
export function draftSubject({ agencyId, unitId }: Pick<ReportRights, 'agencyId' | 'unitId'>): Subject {
  return { agencyId, units: [unitId] };
}

/** For confirming and sending back a unit's: the Office; for the Office's own the deputy director in charge of it. */
export function judgeSubject(report: ReportRights, units: readonly Unit[], actor: Actor): Subject {
  return confirmSubject(
    { agencyId: report.agencyId, leadUnits: [report.unitId], assignees: [] },
    units,
    actor,
  );
}

/** For the steps of the department's report: the Office's unit; leaders and the records clerk are of the whole agency. */
export function chainSubject(agencyId: string, units: readonly Unit[]): Subject {
  return { agencyId, units: officesOf(units) };
}

/** For answering a concern: whom it goes to, and the Office. */
export function answerSubject(agencyId: string, toUnit: string | null, units: readonly Unit[]): Subject {
  return { agencyId, units: [...(toUnit === null ? [] : [toUnit]), ...officesOf(units)] };
}

/** The actor as one who judges reports. */
export function reportJudge(actor: Actor, agencyId: string): ReportJudge {
  return judgeOf(actor, agencyId);
}

/** Agencies seen whole, or as their Office sees them. */
function wholly(scope: Scope, agency: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${agency} = ANY (${[...scope.whole]}::uuid[]) OR EXISTS (SELECT FROM unit o
    WHERE o.agency_id = ${agency} AND o.kind = 'office' AND o.id = ANY (${[...scope.units]}::uuid[])))`;
}

/** The same as {@link readSubject}, as a condition on rows of `report`. */
export function reportsWithin(scope: Scope): RawBuilder<SqlBool> {
  return sql<SqlBool>`report.agency_id = ANY (${[...scope.agencies]}::uuid[])
    AND (report.unit_id = ANY (${[...scope.units]}::uuid[])
      OR report.kind = 'department' AND report.signed_at IS NOT NULL
      OR ${wholly(scope, sql`report.agency_id`)})`;
}

/** Concerns that one may know of, as a condition on rows of `report_concern`: one's own, and what goes to one's unit. */
export function concernsWithin(scope: Scope): RawBuilder<SqlBool> {
  const units = sql`${[...scope.units]}::uuid[]`;
  return sql<SqlBool>`report_concern.agency_id = ANY (${[...scope.agencies]}::uuid[])
    AND (report_concern.unit_id = ANY (${units})
      OR report_concern.raised_at IS NOT NULL
        AND (report_concern.to_unit = ANY (${units}) OR ${wholly(scope, sql`report_concern.agency_id`)}))`;
}
