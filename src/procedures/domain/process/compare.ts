import type { CivilDate } from '../../../pure/calendar/civil-date.ts';
import { readBudget } from '../../../pure/calendar/index.ts';
import type { HandlingKind, Limit, ProcedureVersion } from '../procedure.ts';
import { holdAgainst, type LongestWay, type ProcessRules } from './limits.ts';
import { END, type InternalProcess } from './process.ts';

/** Whether both say the same; null where it cannot be told. */
type Agrees = boolean | null;

/** One line of the comparison of an internal process with the published procedure. */
export type ComparisonRow =
  | { of: 'limit'; agrees: Agrees; limit: Limit; way: LongestWay | null }
  | { of: 'components'; agrees: Agrees; components: number; receives: boolean }
  | { of: 'results'; agrees: Agrees; results: readonly string[]; ways: number }
  | { of: 'signature'; agrees: Agrees; signs: boolean }
  | { of: 'handling'; agrees: Agrees; handling: HandlingKind; agencies: readonly string[] }
  | { of: 'announcement'; agrees: Agrees; announced: CivilDate; approvedOn: CivilDate | null };

/** Holds an internal process against the version of the procedure that is in force. */
export function compareWithProcedure(
  process: InternalProcess,
  version: ProcedureVersion,
  rules: ProcessRules,
): ComparisonRow[] {
  const { steps, approvedOn } = process;
  const receives = steps[0]?.kind === 'receive';
  const ways = steps
    .flatMap(({ next }) => next)
    .filter(({ to, kind }) => to === END && kind === 'result').length;
  const signs = steps.some(({ kind }) => kind === 'sign');
  const agencies = steps.flatMap(({ kind, assignee }) =>
    assignee?.kind === 'agency' && kind !== 'consult' ? [assignee.name] : [],
  );
  const announced = version.decision?.date ?? version.validFrom;
  return [
    ...version.limits.map((limit) => compareLimit(process, limit, rules)),
    {
      of: 'components',
      agrees: version.components.length === 0 ? null : receives,
      components: version.components.length,
      receives,
    },
    {
      of: 'results',
      agrees: version.results.length === 0 ? null : ways > 0,
      results: version.results,
      ways,
    },
    { of: 'signature', agrees: version.results.length === 0 ? null : signs, signs },
    {
      of: 'handling',
      agrees: (version.handling === 'interlinked') === agencies.length > 0,
      handling: version.handling,
      agencies,
    },
    {
      of: 'announcement',
      agrees: approvedOn === null ? null : approvedOn >= announced,
      announced,
      approvedOn,
    },
  ];
}

/** The steps may take less time than the law gives, never more. */
function compareLimit(process: InternalProcess, limit: Limit, rules: ProcessRules): ComparisonRow {
  const legal = limit.budget === null ? null : readBudget(limit.budget);
  const held = legal === null ? null : holdAgainst(process, legal, rules);
  const agrees = held === null ? null : held.above ? false : held.way.incomparable.length > 0 ? null : true;
  return { of: 'limit', agrees, limit, way: held?.way ?? null };
}

/** The limits that can be computed of those that the law gives, by channel and case. */
export function legalLimits({ limits }: Pick<ProcedureVersion, 'limits'>): string[] {
  return limits.flatMap(({ budget }) => (budget === null || readBudget(budget) === null ? [] : [budget]));
}
