import type { DutyFields, ReportingFields } from './domain/draft.ts';
import type { PlanVersion } from './domain/plan.ts';
import { isFollowed, milestonesOf } from './domain/rhythm.ts';
import type { PlannedTask } from './domain/task.ts';
import { positionOf } from './planned-tasks.ts';

/** Duties stand after all tasks of their plan. */
const AFTER_TASKS = 1_000_000;

/**
 * The duties of an issued version that are followed like tasks: those of units of the plan's own agency whose rhythm asks
 * for evidence. What agencies below have to do is theirs.
 * @param unitOf the unit of the agency that a written name stands for
 */
export function plannedDuties(
  { items, document }: Pick<PlanVersion, 'items' | 'document'>,
  unitOf: (written: string) => string | undefined,
): PlannedTask[] {
  const periods = items.flatMap(({ kind, fields }) => {
    if (kind !== 'reporting') return [];
    const reporting = fields as ReportingFields;
    // Reports to a unit of the agency are those of its divisions; others leave the house.
    return reporting.to !== null && unitOf(reporting.to) !== undefined ? [reporting] : [];
  });
  return items.flatMap(({ kind, key, fields, units }): PlannedTask[] => {
    if (kind !== 'duty') return [];
    const duty = fields as DutyFields;
    if (units.lead.length === 0 || !isFollowed(duty.rhythm)) return [];
    const position = positionOf(key);
    return [
      {
        kind: 'duty',
        rhythm: duty.rhythm,
        key,
        no: `TN ${position + 1}`,
        position: AFTER_TASKS + position,
        area: null,
        title: duty.text,
        requirement: null,
        deliverable: null,
        leadUnits: units.lead,
        supportUnits: [],
        leadWritten: [duty.unit],
        supportWritten: [],
        milestones: milestonesOf(duty, periods, document.planYear),
      },
    ];
  });
}
