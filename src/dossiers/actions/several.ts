import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { listPeopleOfUnits } from '../../people/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, many, optionalText } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { isRefusal, type Refusal, RefusalError, refuse } from '../../platform/refusal.ts';
import * as decide from '../domain/decisions.ts';
import { type DossierEvent, type DossierState, openHandOver } from '../domain/dossier.ts';
import { dossierLedger } from '../ledger.ts';
import { type Held, handleSubject, pendingSubject } from '../policy.ts';
import { type DossierRow, findDossierRows } from '../queries.ts';
import { queueUrl } from '../urls.ts';

const several = z.object({
  dossiers: many(id()).pipe(z.array(id()).min(1, 'choose-some').max(200, 'too-many')),
});

/** What policy judges of several at once: they must lie with one unit of one agency. */
const ofOneUnit =
  (subject: (held: Held) => Subject) =>
  async (query: Reader, { dossiers }: { dossiers: readonly string[] }): Promise<Subject | undefined> => {
    const rows = await findDossierRows(query, dossiers);
    const [first, ...others] = rows;
    if (first === undefined || rows.length < new Set(dossiers).size) return undefined;
    const own = subject(first);
    const alike = (row: DossierRow) =>
      row.agencyId === first.agencyId && JSON.stringify(subject(row).units) === JSON.stringify(own.units);
    // Of different units nobody is judged: whoever reaches one of them does not reach the others.
    return others.every(alike) ? { ...own, people: [] } : { agencyId: first.agencyId, units: [], people: [] };
  };

const HELD = { row: ({ unitId }: DossierRow) => unitId, state: ({ unitId }: DossierState) => unitId };
const PENDING = {
  row: ({ pendingUnitId }: DossierRow) => pendingUnitId,
  state: (state: DossierState) => openHandOver(state)?.to ?? null,
};

/** Does one thing to several dossiers, item by item: what one of them refuses keeps no other back. */
async function onEach(
  { append, query }: Performing,
  dossiers: readonly string[],
  /** The unit by which policy judged a row, and the one that answers for it once it is locked. */
  judged: { row(row: DossierRow): string | null; state(state: DossierState): string | null },
  decideOn: (state: DossierState) => readonly DossierEvent[] | Refusal,
): Promise<{ count: number; refused: string }> {
  // In one order, so that two who do it at once wait for each other instead of for themselves.
  const rows = (await findDossierRows(query, dossiers)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const refused: string[] = [];
  for (const row of rows) {
    const { agencyId, id: dossier, code } = row;
    const decided = await append(
      dossierLedger,
      agencyId,
      dossier,
      (state) => {
        const events =
          state === undefined || judged.state(state) !== judged.row(row)
            ? refuse('missing:thing')
            : decideOn(state);
        if (!isRefusal(events)) return events;
        refused.push(code ?? dossier);
        return [];
      },
      false,
    );
    if (decided.state === undefined) throw new RefusalError(refuse('missing:thing'));
  }
  return { count: rows.length - refused.length, refused: refused.join(' ') };
}

const back = (_input: unknown, { refused }: { refused: string }) =>
  queueUrl(refused === '' ? {} : { left: refused });

/** Hands several over to one unit; whoever hands over answers for each until it is confirmed. */
export const handOverSeveral = defineAction({
  name: 'dossier.hand-over-several',
  path: '/dossier-hand-overs',
  permission: 'dossier.hand-over',
  sees: 'dossier.read',
  input: several.extend({ toUnit: id(), note: optionalText(500) }),
  subject: ofOneUnit(handleSubject),
  async perform(performing, { dossiers, toUnit, note }) {
    const [first] = await findDossierRows(performing.query, dossiers);
    const units = first === undefined ? [] : await listUnits(performing.query, first.agencyId);
    if (!units.some((unit) => unit.id === toUnit && unit.validTo === null))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'toUnit' }));
    return onEach(performing, dossiers, HELD, (state) => decide.handOver(state, toUnit, note));
  },
  next: back,
});

/** The unit has several in its hands. */
export const confirmSeveral = defineAction({
  name: 'dossier.confirm-several',
  path: '/dossier-hand-over-confirmations',
  permission: 'dossier.hand-over',
  sees: 'dossier.read',
  input: several,
  subject: ofOneUnit(pendingSubject),
  perform: (performing, { dossiers }) =>
    onEach(performing, dossiers, PENDING, (state) => decide.confirmHandOver(state, null)),
  next: back,
});

/** Gives several to one officer of the unit. */
export const assignSeveral = defineAction({
  name: 'dossier.assign-several',
  path: '/dossier-assignments',
  permission: 'dossier.assign',
  sees: 'dossier.read',
  input: several.extend({ person: id() }),
  subject: ofOneUnit(handleSubject),
  async perform(performing, { dossiers, person }) {
    const [first] = await findDossierRows(performing.query, dossiers);
    const people =
      first === undefined
        ? []
        : await listPeopleOfUnits(performing.query, first.agencyId, [first.unitId], performing.clock.today());
    if (!people.some((one) => one.id === person))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'person' }));
    return onEach(performing, dossiers, HELD, (state) => decide.assign(state, person, null));
  },
  next: back,
});
