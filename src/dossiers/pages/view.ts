import { agencyNames, listUnits, type Unit } from '../../agencies/index.ts';
import { type Party, partiesOf } from '../../parties/index.ts';
import { listPeopleOfUnits, namesOfAccounts, namesOfPeople, type PersonOfUnit } from '../../people/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { ProcedureVersion } from '../../procedures/index.ts';
import { type DeskClock, deskClockOf } from '../appointed.ts';
import type { Parties } from '../domain/dossier.ts';
import { readSubject } from '../policy.ts';
import { type Dossier, findDossier, versionKept } from '../queries.ts';
import { type KeptUploads, keptUploads } from './uploads.ts';

/** A dossier as its page shows it. */
export interface DossierView extends Dossier {
  version: ProcedureVersion | undefined;
  parties: Partial<Record<keyof Parties, Party>>;
  units: readonly Unit[];
  people: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
  agencies: ReadonlyMap<string, string>;
  clock: DeskClock;
  /** Who works in the unit that has it, and could be given it. */
  colleagues: readonly PersonOfUnit[];
  uploads: KeptUploads;
}

/** The dossier of a page's address, where the visitor may read it. */
export async function dossierOfVisit(visit: Visit): Promise<DossierView | Refusal> {
  const uploads = await keptUploads(visit);
  return visit.read('dossier.read', async (query) => {
    const found = await findDossier(query, visit.param('dossier'));
    if (found === undefined || !visit.may('dossier.read', readSubject(found.row)).allowed)
      return refuse('missing:thing');
    const { agencyId, state, events, row } = found;
    const roles = Object.entries(state.parties).flatMap(([role, ref]) =>
      ref === null ? [] : [{ role: role as keyof Parties, ref }],
    );
    const known = await partiesOf(
      query,
      agencyId,
      roles.map(({ ref }) => ref),
    );
    return {
      ...found,
      version: await versionKept(query, agencyId, state.procedureVersionId),
      parties: Object.fromEntries(roles.map(({ role }, index) => [role, known[index]])),
      units: await listUnits(query, agencyId),
      people: await namesOfPeople(query, state.personIds),
      accounts: await namesOfAccounts(
        query,
        events.flatMap(({ stamp }) => stamp.actorAccount ?? []),
      ),
      agencies: await agencyNames(query, [agencyId, state.receivingAgencyId]),
      clock: await deskClockOf(query, agencyId, row.rules, state.calendar ?? undefined),
      colleagues: await listPeopleOfUnits(query, agencyId, [row.unitId], visit.house.clock.today()),
      uploads,
    };
  });
}
