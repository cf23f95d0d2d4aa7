import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, oneOf, optionalText, text } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { recordBasisChange } from '../basis.ts';
import { BASIS_CHANGES, BASIS_CHECK_OUTCOMES, checkOutcome } from '../domain/basis.ts';
import { keepSubject } from '../policy.ts';
import { findProcedure } from '../queries.ts';
import { basisChecksUrl } from '../urls.ts';

/** Enters that a legal basis is amended, replaced or abolished; the owner divisions have to look what it means. */
export const recordBasis = defineAction({
  name: 'basis_change.record',
  path: '/basis-changes',
  permission: 'basis_change.record',
  sees: 'procedure.read',
  input: z.object({
    basis: text(100),
    change: oneOf(BASIS_CHANGES),
    by: optionalText(200),
    effectiveOn: civilDay(),
  }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  perform: recordBasisChange,
  next: () => basisChecksUrl(),
});

/** The owner division says what it found: the procedure has a new version, or nothing of it changes. */
export const finishBasisCheck = defineAction({
  name: 'basis_check.finish',
  path: '/basis-checks/:check/outcome',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({ check: id(), outcome: oneOf(BASIS_CHECK_OUTCOMES), note: optionalText(2000) }),
  async subject(query, { check }) {
    const row = await ofCheck(query, check).executeTakeFirst();
    const procedure = row && (await findProcedure(query, row.procedure_id));
    return procedure && keepSubject(procedure);
  },
  async perform({ query, clock, saveRow }, { check, outcome, note }) {
    // Locked, so that of two answers at once the second finds the first.
    const row = await ofCheck(query, check).forUpdate().executeTakeFirst();
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    const { recorded_on: recordedOn } = await query
      .selectFrom('basis_change')
      .select('recorded_on')
      .where('agency_id', '=', row.agency_id)
      .where('id', '=', row.basis_change_id)
      .executeTakeFirstOrThrow();
    const newest = await query
      .selectFrom('procedure_version')
      .select('decision_date')
      .where('agency_id', '=', row.agency_id)
      .where('procedure_id', '=', row.procedure_id)
      .where('announced', '=', true)
      .orderBy('no', 'desc')
      .limit(1)
      .executeTakeFirst();
    const refusal = checkOutcome(
      { finished: row.finished_on !== null, newestAnnouncedOn: newest?.decision_date ?? null, recordedOn },
      outcome,
    );
    if (refusal !== null) throw new RefusalError(refusal);
    const { seq } = await saveRow('basis_check', row.agency_id, {
      ...row,
      outcome,
      note,
      finished_on: clock.today(),
    });
    return { id: row.id, seq };
  },
  next: () => basisChecksUrl(),
});

const ofCheck = (query: Reader, id: string) =>
  query.selectFrom('basis_check').selectAll().where('id', '=', id);
