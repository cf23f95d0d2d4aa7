import { z } from 'zod';
import { listPeopleOfAgency, listPeopleOfUnits } from '../../../people/index.ts';
import type { Performing } from '../../../platform/actions/action.ts';
import { defineAction } from '../../../platform/actions/action.ts';
import { id, optionalId, optionalText } from '../../../platform/actions/fields.ts';
import type { Subject } from '../../../platform/policy/policy.ts';
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
  input: z.object({
    plan: id(),
    recipient: z.string().max(80),
    person: optionalId(),
    responsible: optionalText(120),
  }),
  async subject(query, input) {
    const row = await recipientOf(query, input.plan, input.recipient);
    return row && acknowledgementSubject(row);
  },
  async perform(performing, input) {
    const { query, append, reach } = performing;
    const row = await recipientOf(query, input.plan, input.recipient);
    if (row === undefined) throw new RefusalError(refuse('missing:thing'));
    const responsible = await responsibleOf(performing, row, input);
    await reach([row.agency_id]);
    // Two hundred recipients answer in the same days; each touches only its own line.
    const { seq } = await append(
      planLedger,
      row.agency_id,
      input.plan,
      (state) => acknowledge(state, input.recipient, responsible),
      false,
    );
    return { id: input.plan, seq };
  },
  next: (input) => recipientsUrl(input.plan),
});

/** A recipient's line: the agency that sent the plan, and the unit or agency that it went to. */
export interface RecipientLine {
  agency_id: string;
  recipient_agency: string | null;
  recipient_unit: string | null;
}

/** A unit answers within the agency that issued the plan; an agency below answers for itself. */
export function acknowledgementSubject(line: RecipientLine): Subject {
  if (line.recipient_agency !== null) return { agencyId: line.recipient_agency };
  return { agencyId: line.agency_id, units: line.recipient_unit === null ? [] : [line.recipient_unit] };
}

function recipientOf(
  query: Performing['query'],
  plan: string,
  recipient: string,
): Promise<RecipientLine | undefined> {
  return query
    .selectFrom('plan_recipient')
    .select(['agency_id', 'recipient_agency', 'recipient_unit'])
    .where('plan_id', '=', plan)
    .where('key', '=', recipient)
    .where((eb) => eb.or([eb('recipient_agency', 'is not', null), eb('recipient_unit', 'is not', null)]))
    .executeTakeFirst();
}

/** Who sees to the plan there: chosen from the recipient's own people, or typed. */
async function responsibleOf(
  { query, clock }: Performing,
  line: RecipientLine,
  { person, responsible }: { person: string | null; responsible: string | null },
): Promise<{ personId: string | null; responsible: string }> {
  if (responsible !== null) return { personId: null, responsible };
  if (person === null) throw new RefusalError(refuse('invalid:required', {}, { field: 'responsible' }));
  const people =
    line.recipient_unit === null
      ? await listPeopleOfAgency(query, line.recipient_agency ?? line.agency_id, clock.today())
      : await listPeopleOfUnits(query, line.agency_id, [line.recipient_unit], clock.today());
  const chosen = people.find((one) => one.id === person);
  if (chosen === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'person' }));
  return { personId: chosen.id, responsible: chosen.name };
}
