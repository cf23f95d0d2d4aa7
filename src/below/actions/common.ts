import { z } from 'zod';
import type { Performing } from '../../platform/actions/action.ts';
import { id, oneOf } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { type Refusal, RefusalError, refuse } from '../../platform/refusal.ts';
import { SUBPLAN_KINDS, type SubplanEvent, type SubplanOwner, type SubplanState } from '../domain/subplan.ts';
import { subplanId, subplanLedger } from '../ledger.ts';
import { officeSubject } from '../policy.ts';
import { findOwing, keepSubject, type Owing } from '../queries.ts';

/** Names a subplan: of which plan, by which recipient, of which kind. */
export const ofSubplan = z.object({ plan: id(), recipient: z.string().max(80), kind: oneOf(SUBPLAN_KINDS) });
type OfSubplan = z.output<typeof ofSubplan>;

/** What policy judges of keeping a subplan. */
export async function keeping(query: Reader, input: OfSubplan): Promise<Subject | undefined> {
  const owing = await findOwing(query, input);
  return owing && keepSubject(owing);
}

/** What policy judges of judging one: the Office of the agency above. */
export async function judging(query: Reader, input: OfSubplan): Promise<Subject | undefined> {
  const owing = await findOwing(query, input);
  return owing && officeSubject(query, owing.plan.agencyId);
}

/** Whose subplan it is, for what is appended. */
export async function owingOf({ query }: Performing, input: OfSubplan): Promise<Owing> {
  const owing = await findOwing(query, input);
  if (owing === undefined) throw new RefusalError(refuse('missing:thing'));
  return owing;
}

export const ownerOf = ({ plan, recipient, unit, kind }: Owing): SubplanOwner => ({
  planId: plan.id,
  recipient,
  unitId: unit?.id ?? null,
  kind,
});

/** Appends to a subplan's ledger, in the agency whose plan it is. */
export async function onSubplan(
  { append, reach }: Performing,
  owing: Owing,
  decide: (state: SubplanState | undefined) => readonly SubplanEvent[] | Refusal,
  guarded = true,
): Promise<{ id: string; seq: number; state: SubplanState | undefined }> {
  const streamId = subplanId(ownerOf(owing));
  await reach([owing.agency.id]);
  const { seq, state } = await append(subplanLedger, owing.agency.id, streamId, decide, guarded);
  return { id: streamId, seq, state };
}

/** The decision on a subplan that has been begun. */
export const begun =
  (decide: (state: SubplanState) => readonly SubplanEvent[] | Refusal) => (state: SubplanState | undefined) =>
    state === undefined ? refuse('missing:thing') : decide(state);
