import { areaOfTask } from './domain/area-decisions.ts';
import type { TaskFields } from './domain/draft.ts';
import type { IssuedItem, PlanState } from './domain/plan.ts';
import type { PlannedMilestone, PlannedTask } from './domain/task.ts';

/** The tasks of an issued version in the areas where they were put, as their ledgers open with them. */
export function plannedTasks(items: readonly IssuedItem[], placed: PlanState['placed'] = {}): PlannedTask[] {
  return items
    .filter((item) => item.kind === 'task')
    .map((item) => {
      const fields = item.fields as TaskFields;
      return {
        key: item.key,
        no: fields.no,
        position: positionOf(item.key),
        area: areaOfTask(placed, item.key, fields.area),
        title: fields.title,
        requirement: fields.requirement,
        deliverable: fields.deliverable,
        leadUnits: item.units.lead,
        supportUnits: item.units.support,
        leadWritten: fields.leadUnits,
        supportWritten: fields.supportUnits,
        milestones: milestonesOf(fields),
      };
    });
}

/** The place in the document, which no withdrawn neighbour shifts; rows added by hand stand last. */
export function positionOf(key: string): number {
  const place = key.slice(key.indexOf(':') + 1);
  return place.startsWith('+') ? 100_000 + Number(place.slice(1)) : Number(place);
}

/** A task without any due words still has one thing to show: a milestone without days. */
function milestonesOf({ due, requirementEnds }: TaskFields): PlannedMilestone[] {
  if (due.length === 0)
    return [
      {
        no: 1,
        label: null,
        raw: '',
        kind: null,
        start: null,
        end: null,
        boundary: null,
        requirementEnd: null,
      },
    ];
  return due.map((window, index) => ({
    no: index + 1,
    label: window.label,
    raw: window.raw,
    kind: window.kind,
    start: window.start,
    end: window.end,
    boundary: window.boundary ?? null,
    requirementEnd: requirementEnds[index] ?? null,
  }));
}
