import { agencyNames, listUnits } from '../../agencies/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { ProcedureVersion } from '../domain/procedure.ts';
import { checkProcess, type ProcessRemark } from '../domain/process/check.ts';
import { legalLimits } from '../domain/process/compare.ts';
import type { ProcessRules } from '../domain/process/limits.ts';
import { processRulesOn } from '../process-rules.ts';
import { processesUrl, processUrl } from '../process-urls.ts';
import { findVisibleProcess, type KeptProcess, processVersions } from '../processes.ts';
import { findProcedure, procedureVersionAt } from '../queries.ts';
import type { UnitNames } from './process-parts.ts';

/** A process as somebody visits it. */
export interface VisitedProcess {
  process: KeptProcess;
  procedureName: string;
  agencyName: string;
  units: UnitNames;
  versions: KeptProcess[];
  /** What the process is held against: the procedure today, or on the nearest day on which the process holds. */
  published: ProcedureVersion | undefined;
  rules: ProcessRules;
  remarks: ProcessRemark[];
}

/** The process of the address, as far as the visitor may see it: drafts only in their agency. */
export async function processOfVisit(visit: Visit): Promise<VisitedProcess | Refusal> {
  const today = visit.house.clock.today();
  const found = await visit.read('internal-process.read', async (query, scope) => {
    const process = await findVisibleProcess(query, visit.param('process'));
    if (process === undefined || !scope.whole.includes(process.agencyId)) return undefined;
    if (process.state === 'draft' && process.agencyId !== visit.actor.agencyId) return undefined;
    const day = nearest(today, process);
    const procedure = await findProcedure(query, process.procedureId);
    const published = await procedureVersionAt(query, process.procedureId, day);
    const rules = processRulesOn(day);
    const units = await listUnits(query, process.agencyId);
    const versions = await processVersions(query, process.agencyId, process.procedureId);
    return {
      process,
      procedureName: published?.name ?? procedure?.name ?? '',
      agencyName: (await agencyNames(query, [process.agencyId])).get(process.agencyId) ?? '',
      units: new Map(units.map(({ id, name }) => [id, name])),
      versions: versions.filter(
        ({ state }) => state !== 'draft' || process.agencyId === visit.actor.agencyId,
      ),
      published,
      rules,
      remarks: checkProcess(process, published === undefined ? [] : legalLimits(published), rules),
    };
  });
  return found ?? refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
}

/** The way to a process, and to a page below it. */
export function processBreadcrumbs(
  visit: Visit,
  process: KeptProcess,
  name: string,
  below?: { href: string; label: string },
) {
  return [
    { href: processesUrl(), label: visit.say('processes.title') },
    { href: processUrl(process.id), label: name, current: below === undefined },
    ...(below === undefined ? [] : [{ ...below, current: true }]),
  ];
}

function nearest(day: CivilDate, { validFrom, validTo }: KeptProcess): CivilDate {
  if (validFrom !== null && day < validFrom) return validFrom;
  return validTo !== null && day > validTo ? validTo : day;
}
