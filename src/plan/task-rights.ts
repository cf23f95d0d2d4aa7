import type { Unit } from '../agencies/index.ts';
import type { Actor, Role, Subject } from '../platform/policy/policy.ts';
import type { Judge } from './domain/task-decisions.ts';

const LEADERS: readonly Role[] = ['director', 'deputy_director'];

/** What of a task decides who may do what. */
export interface TaskRights {
  agencyId: string;
  leadUnits: readonly string[];
  /** People who hold it. */
  assignees: readonly string[];
}

/** For reading, assigning and working: the lead units, and who holds the task. */
export function workSubject({ agencyId, leadUnits, assignees }: TaskRights): Subject {
  return { agencyId, units: leadUnits, people: assignees };
}

/**
 * For confirming and sending back: the Office; for the Office's own tasks also the deputy director in charge of it,
 * which is one whose post names the Office, or names no division at all. An agency without an Office leaves it to
 * its leaders.
 */
export function confirmSubject(task: TaskRights, units: readonly Unit[], actor: Actor): Subject {
  const offices = units.filter((unit) => unit.kind === 'office').map((unit) => unit.id);
  const inCharge = (unitId: string | null) =>
    unitId === null ||
    offices.includes(unitId) ||
    units.some((unit) => unit.id === unitId && unit.kind === 'leaders');
  const ofOffice = offices.some((office) => task.leadUnits.includes(office));
  const asked: readonly Role[] = offices.length === 0 ? LEADERS : ofOffice ? ['deputy_director'] : [];
  return {
    agencyId: task.agencyId,
    units: offices,
    people: actor.posts
      .filter((post) => post.agencyId === task.agencyId && asked.includes(post.role) && inCharge(post.unitId))
      .map((post) => post.personId),
  };
}

/** For chasing: the Office, whatever the unit that is chased. */
export function chaseSubject(agencyId: string, units: readonly Unit[]): Subject {
  return { agencyId, units: units.filter((unit) => unit.kind === 'office').map((unit) => unit.id) };
}

/** The actor as one who judges: with the units of every post held or stood in for, leading a unit from above aside. */
export function judgeOf(actor: Actor, agencyId: string): Judge {
  return {
    accountId: actor.accountId,
    units: actor.posts
      .filter((post) => post.agencyId === agencyId && !LEADERS.includes(post.role))
      .flatMap((post) => post.unitId ?? []),
  };
}

/** Lead units in which the actor may give the task to somebody. */
export function unitsToAssignIn(actor: Actor, task: TaskRights): string[] {
  return actor.posts
    .filter(
      (post) =>
        post.agencyId === task.agencyId &&
        (post.role === 'head' || post.role === 'deputy_head') &&
        post.unitId !== null &&
        task.leadUnits.includes(post.unitId),
    )
    .flatMap((post) => post.unitId ?? []);
}
