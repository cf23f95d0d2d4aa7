import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { peopleInCharge } from '../../people/index.ts';
import { findPlan } from '../../plan/index.ts';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id, text, ticked } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { isRefusal, RefusalError, refuse } from '../../platform/refusal.ts';
import { UUID, uuid7 } from '../../platform/uuid.ts';
import { remind } from '../../reminders/index.ts';
import { inHand, SUBPLAN_KINDS } from '../domain/subplan.ts';
import * as decide from '../domain/subplan-decisions.ts';
import { chaseSubject } from '../policy.ts';
import { findOwing, type Owing, viewSubplan } from '../queries.ts';
import { subplansUrl, subplanUrl } from '../urls.ts';
import { onSubplan, ownerOf } from './common.ts';

/** Sends chases to recipients whose plans are not there, in one act: each is recorded on every subplan still owed. */
export const chaseSubplans = defineAction({
  name: 'subplan.chase',
  path: '/plans/:plan/subplan-chases',
  permission: 'agency.chase',
  sees: 'subplan.read',
  input: z.object({
    plan: id(),
    chases: z
      .array(z.object({ recipient: z.string().max(80), text: text(8000), send: ticked() }))
      .max(200, 'too-many')
      .default([]),
  }),
  async subject(query, input) {
    const plan = await findPlan(query, input.plan);
    const recipients = input.chases.filter((chase) => chase.send).map((chase) => chase.recipient);
    return plan && chasingAll(query, plan.agencyId, recipients);
  },
  async perform(performing, { plan, chases }) {
    // In one order, so that two senders wait for each other instead of for themselves.
    const sent = chases
      .map((chase, index) => ({ ...chase, index }))
      .filter((chase) => chase.send)
      .sort((one, other) => (one.recipient < other.recipient ? -1 : 1));
    if (sent.length === 0) throw new RefusalError(refuse('invalid:no-chase', {}, { field: 'chases.0.send' }));
    for (const { recipient, text: words, index } of sent) {
      const field = `chases.${index}.send`;
      const chase = uuid7();
      let owed: Owing | undefined;
      for (const kind of SUBPLAN_KINDS) {
        const owing = await findOwing(performing.query, { plan, recipient, kind });
        if (owing === undefined) continue;
        await performing.reach([owing.agency.id]);
        const { state } = await viewSubplan(performing.query, owing);
        if (state !== undefined && inHand(state.state)) continue;
        owed ??= owing;
        await onSubplan(
          performing,
          owing,
          (now) => {
            const decided = decide.chase(now, ownerOf(owing), chase, words);
            return isRefusal(decided) ? { ...decided, field } : decided;
          },
          false,
        );
      }
      if (owed === undefined) throw new RefusalError(refuse('conflict:subplan-in-hand', {}, { field }));
      await tell(performing, owed, chase, words);
    }
    return { id: plan, count: sent.length };
  },
  next: (input) => subplansUrl(input.plan, { show: 'missing' }),
});

/** A chase goes into the inboxes of whoever answers for the agency, or of the division's heads. */
async function tell(
  { query, clock }: Performing,
  { plan, recipient, agency, unit }: Owing,
  chase: string,
  letter: string,
): Promise<void> {
  const day = clock.today();
  const people = unit === null ? ((await peopleInCharge(query, [agency.id], day)).get(agency.id) ?? []) : [];
  const telling = {
    agencyId: agency.id,
    kind: 'chase',
    thing: chase,
    day,
    title: plan.number ?? plan.title ?? plan.fileName,
    href: subplanUrl(plan.id, recipient),
    lastDay: null,
    letter,
    charges:
      unit === null
        ? people.map((personId) => ({ unitId: null, personId }))
        : [{ unitId: unit.id, personId: null }],
  };
  await remind(query, [telling], clock);
}

/** What policy judges of chasing all of these: the units that may chase each of them. */
async function chasingAll(query: Reader, above: string, recipients: readonly string[]): Promise<Subject> {
  const units = await listUnits(query, above);
  const rows = await query
    .selectFrom('agency')
    .select('kind')
    .distinct()
    .where(
      'id',
      'in',
      recipients
        .flatMap((key) => (key.startsWith('agency:') ? [key.slice('agency:'.length)] : []))
        .filter((id) => UUID.test(id))
        .concat(above),
    )
    .where('id', '<>', above)
    .execute();
  const kinds = rows.map(({ kind }) => kind);
  if (recipients.some((key) => key.startsWith('unit:'))) kinds.push('division');
  const each = kinds.map((kind) => chaseSubject(above, units, kind).units ?? []);
  const chasers = chaseSubject(above, units).units ?? [];
  return { agencyId: above, units: chasers.filter((unit) => each.every((of) => of.includes(unit))) };
}
