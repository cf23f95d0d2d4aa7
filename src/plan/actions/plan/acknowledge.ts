import { z } from 'zod';
import { defineAction } from '../../../platform/actions/action.ts';
import { id, text } from '../../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../../platform/refusal.ts';
import { acknowledge } from '../../domain/plan-decisions.ts';
import { planLedger } from '../../ledger.ts';
import { recipientsUrl } from '../../urls.ts';

/** A recipient says that the plan has arrived, and names who is responsible. */
export const acknowledgePlan = defineAction({
  name: 'plan.acknowledge',
  path: '/plans/:plan/recipients/:recipient/acknowledgement',
  permission: 'plan.acknowledge',
  sees: 'plan.read',
  input: z.object({ plan: id(), recipient: z.string().max(80), responsible: text(120) }),
  async subject(query, input, actor) {
    const row = await query
      .selectFrom('plan_recipient')
      .select(['agency_id', 'recipient_agency', 'recipient_unit'])
      .where('plan_id', '=', input.plan)
      .where('key', '=', input.recipient)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    // A unit answers within the issuing agency; an agency below answers for itself.
    if (row.recipient_agency !== null) return { agencyId: row.recipient_agency };
    return row.recipient_unit === null
      ? undefined
      : { agencyId: actor.agencyId === row.agency_id ? row.agency_id : '', units: [row.recipient_unit] };
  },
  async perform({ query, append, reach, actor }, input) {
    const plan = await query
      .selectFrom('plan')
      .select('agency_id')
      .where('id', '=', input.plan)
      .executeTakeFirst();
    if (plan === undefined) throw new RefusalError(refuse('missing:thing'));
    await reach([plan.agency_id]);
    // Two hundred recipients answer in the same days; each touches only its own line.
    const { seq } = await append(
      planLedger,
      plan.agency_id,
      input.plan,
      (state) =>
        acknowledge(state, input.recipient, { personId: actor.personId, responsible: input.responsible }),
      false,
    );
    return { id: input.plan, seq };
  },
  next: (input) => recipientsUrl(input.plan),
});
