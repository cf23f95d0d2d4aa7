import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import type { Channel, Component, Limit, ProcedureText } from './procedure.ts';

interface Held {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** Whether something holds on a day. */
export const holdsOn = ({ validFrom, validTo }: Held, day: CivilDate): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/**
 * How much time the law gives a dossier: the limit of its channel and case, else that of its case, else that of its
 * channel, else the one that is for all.
 * @param case_ null where the procedure makes no difference between cases
 */
export function limitOf(
  { limits }: Pick<ProcedureText, 'limits'>,
  channel: Channel,
  case_: string | null,
): Limit | undefined {
  const wanted: readonly [Channel | null, string | null][] = [
    [channel, case_],
    [null, case_],
    [channel, null],
    [null, null],
  ];
  for (const [of, when] of wanted) {
    const found = limits.find((limit) => limit.channel === of && limit.case === when);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The cases between which a version makes a difference, as it names them; one of them is chosen at acceptance. */
export function casesOf({ components, limits }: Pick<ProcedureText, 'components' | 'limits'>): string[] {
  const named = [...limits, ...components].flatMap((part) => part.case ?? []);
  return [...new Set(named)];
}

/** The papers that a dossier of a case must hold. */
export function componentsOf(
  { components }: Pick<ProcedureText, 'components'>,
  case_: string | null,
): Component[] {
  return components.filter((component) => component.case === null || component.case === case_);
}
