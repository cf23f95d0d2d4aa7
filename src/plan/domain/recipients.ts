import { fold } from '../../pure/vietnamese/index.ts';
import type { Recipient } from './plan.ts';

interface Body {
  id: string;
  kind: string;
  name: string;
  code?: string;
}

/**
 * To whom a line of "Nơi nhận" seems to go: a group, one unit, or nobody in the system ("none").
 * The clerk confirms it; this only chooses what is preselected.
 */
export function suggestRecipient(written: string, units: readonly Body[]): string {
  const line = fold(written);
  const named = units
    .filter((unit) => line.includes(fold(unit.name)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (/phong (gd|giao duc)/.test(line) && /(quan|huyen|q,? ?h|thi xa|tx)/.test(line))
    return 'district_offices';
  if (/(truong|don vi|co so|trung tam).*(truc thuoc)/.test(line)) return 'affiliated';
  if (/^cac phong/.test(line)) return 'units';
  if (named !== undefined) return `unit:${named.id}`;
  const desk = units.find((unit) => unit.kind === 'desk');
  if (desk !== undefined && /mot cua/.test(line)) return `unit:${desk.id}`;
  const leaders = units.find((unit) => unit.kind === 'leaders');
  if (leaders !== undefined && /(giam doc|lanh dao)/.test(line)) return `unit:${leaders.id}`;
  return 'none';
}

/** The agencies and units to which the confirmed lines go, each once. */
export function expandRecipients(
  lines: readonly { written: string; to: string }[],
  units: readonly Body[],
  children: readonly Body[],
): Recipient[] {
  const known = new Set<string>();
  return lines.flatMap(({ written, to }, index): Recipient[] => {
    const found = bodiesOf(to, units, children);
    if (found.length === 0) return [{ key: `line:${index}`, written, agencyId: null, unitId: null }];
    return found.flatMap(({ key, agencyId, unitId }) => {
      if (known.has(key)) return [];
      known.add(key);
      return [{ key, written, agencyId, unitId }];
    });
  });
}

function bodiesOf(to: string, units: readonly Body[], children: readonly Body[]) {
  const unit = (one: Body) => ({ key: `unit:${one.id}`, agencyId: null, unitId: one.id });
  const agency = (one: Body) => ({ key: `agency:${one.id}`, agencyId: one.id, unitId: null });
  if (to === 'units')
    return units.filter((one) => one.kind === 'division' || one.kind === 'office').map(unit);
  if (to === 'district_offices') return children.filter((one) => one.kind === 'district_office').map(agency);
  if (to === 'affiliated') return children.filter((one) => one.kind !== 'district_office').map(agency);
  return [
    ...units.filter((one) => to === `unit:${one.id}`).map(unit),
    ...children.filter((one) => to === `agency:${one.id}`).map(agency),
  ];
}
