import { sql } from 'kysely';
import type { AppointedSource, AppointedThing } from '../platform/appointed/source.ts';
import { foldAll, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import { refuse } from '../platform/refusal.ts';
import { readBudget } from '../pure/calendar/index.ts';
import { deskRulesOf, instantOf, intervalsOf, wallOf } from './appointed.ts';
import * as decide from './domain/decisions.ts';
import type { DossierEvent } from './domain/dossier.ts';
import { OPEN } from './domain/status.ts';
import { dossierLedger } from './ledger.ts';
import { dossierUrl } from './urls.ts';

/** Open dossiers with an appointed time: a later notice of official days moves them only once somebody has approved it. */
export const appointedDossiers: AppointedSource = {
  kind: 'dossier',
  async open(query, agencies) {
    const rows = await query
      .selectFrom('dossier')
      .select(['agency_id', 'id', 'code', 'due_at'])
      .where(sql<boolean>`dossier.agency_id = ANY (${[...agencies]}::uuid[])`)
      .where('status', 'in', [...OPEN])
      .where('due_at', 'is not', null)
      .orderBy('agency_id')
      .orderBy('id')
      .execute();
    const things: AppointedThing[] = [];
    for (const row of rows) {
      const events = (await readEvents(query, row.agency_id, row.id)) as Recorded<DossierEvent>[];
      const state = foldAll(dossierLedger, events);
      const budget = state?.budget == null ? null : readBudget(state.budget);
      if (state === undefined || budget === null || state.startAt === null || row.due_at === null) continue;
      things.push({
        agencyId: row.agency_id,
        thing: row.id,
        title: row.code ?? row.id,
        href: dossierUrl(row.id),
        start: wallOf(state.startAt),
        budget,
        // One that still lasts moves the time only when it ends.
        intervals: intervalsOf(
          { intervals: state.intervals.filter(({ to }) => to !== null) },
          ['supplement'],
          row.due_at,
        ),
        policy: deskRulesOf(state.rules).supplementPolicy,
        due: wallOf(row.due_at.toString()),
      });
    }
    return things;
  },
  async change({ append }, { thing, due }, notice) {
    const moved = instantOf(due);
    await append(
      dossierLedger,
      thing.agencyId,
      thing.thing,
      (state) =>
        state === undefined
          ? []
          : state.due === instantOf(thing.due)
            ? decide.moveAppointment(state, { due: moved, calendar: notice.calendar, reason: notice.number })
            : // It was moved since the list was made, by what the applicant brought.
              refuse('conflict:notice-changes'),
      false,
    );
  },
};
