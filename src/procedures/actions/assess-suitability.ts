import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, oneOf, optionalText, text } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { checkSuitability, JUDGED_LEVELS } from '../domain/suitability.ts';
import { findProcedure } from '../queries.ts';
import { procedureUrl } from '../urls.ts';
import { keeping } from './common.ts';

/** Enters who judged, when, whether a procedure suits an online level; what was judged before stays. */
export const assessSuitability = defineAction({
  name: 'suitability.assess',
  path: '/procedures/:procedure/suitability',
  permission: 'procedure.keep',
  sees: 'procedure.read',
  input: z.object({
    procedure: id(),
    level: oneOf(JUDGED_LEVELS),
    result: oneOf(['suitable', 'unsuitable']),
    reason: optionalText(2000),
    assessedBy: text(300),
    assessedOn: civilDay(),
  }),
  subject: keeping,
  async perform({ query, clock, actor }, { procedure, level, result, reason, assessedBy, assessedOn }) {
    const row = await findProcedure(query, procedure);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    if (row.state === 'draft') throw new RefusalError(refuse('conflict:not-announced'));
    const suitable = result === 'suitable';
    const refusal = checkSuitability({ suitable, reason, assessedOn }, clock.today());
    if (refusal !== null) throw new RefusalError(refusal);
    const made = uuid7();
    await query
      .insertInto('suitability')
      .values({
        agency_id: row.agency_id,
        id: made,
        procedure_id: row.id,
        online_level: level,
        suitable,
        reason,
        assessed_by: assessedBy,
        assessed_on: assessedOn,
        recorded_at: clock.now().toString(),
        recorded_by: actor.accountId,
      })
      .execute();
    return { id: made };
  },
  next: ({ procedure }) => `${procedureUrl(procedure)}#suitability`,
});
