import { type Agency, findAgency, findUnit, type Unit } from '../agencies/index.ts';
import { namesOfAccounts } from '../people/index.ts';
import { findPlan, type PlanRow, type RecipientGroup } from '../plan/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { foldAll, type Ledger, type NewEvent, type Recorded } from '../platform/ledger/ledger.ts';
import { readEvents } from '../platform/ledger/store.ts';
import type { Actor, Subject } from '../platform/policy/policy.ts';
import { UUID } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { LeadershipState } from './domain/leadership.ts';
import { SUBPLAN_KINDS, type SubplanEvent, type SubplanKind, type SubplanState } from './domain/subplan.ts';
import { leadershipId, leadershipLedger, subplanId, subplanLedger } from './ledger.ts';

/** Who owes a plan: an agency below, or a division of the plan's own agency. */
export interface Owing {
  plan: PlanRow;
  recipient: string;
  kind: SubplanKind;
  /** The agency that owes it; of a division, the plan's own. */
  agency: Agency;
  unit: Unit | null;
  group: RecipientGroup;
}

/** Who owes the subplan of an address; undefined where the transaction sees no such recipient, or none is owed. */
export async function findOwing(
  query: Reader,
  { plan: planId, recipient, kind }: { plan: string; recipient: string; kind: string },
): Promise<Owing | undefined> {
  const known = SUBPLAN_KINDS.find((one) => one === kind);
  if (!UUID.test(planId) || known === undefined) return undefined;
  const plan = await findPlan(query, planId);
  const line = await query
    .selectFrom('plan_recipient')
    .select(['recipient_agency', 'recipient_unit'])
    .where('plan_id', '=', planId)
    .where('key', '=', recipient)
    .executeTakeFirst();
  if (plan === undefined || plan.version === 0 || line === undefined) return undefined;
  const agency = await findAgency(query, line.recipient_agency ?? plan.agencyId);
  const unit = line.recipient_unit === null ? null : await findUnit(query, line.recipient_unit);
  if (agency === undefined || (line.recipient_agency === null && !owesAsUnit(unit))) return undefined;
  const group =
    unit !== null ? 'units' : agency.kind === 'district_office' ? 'district_offices' : 'affiliated';
  if (known === 'district' && group !== 'district_offices') return undefined;
  return { plan, recipient, kind: known, agency, unit: unit ?? null, group };
}

function owesAsUnit(unit: Unit | null | undefined): boolean {
  return unit?.kind === 'division' || unit?.kind === 'office';
}

/** For keeping it: the agency below, or the division. */
export function keepSubject({ agency, unit }: Pick<Owing, 'agency' | 'unit'>): Subject {
  return unit === null ? { agencyId: agency.id } : { agencyId: agency.id, units: [unit.id] };
}

/** Whether its plans are confirmed here: district offices answer to their own People's Committee. */
export const answersHere = ({ group }: Pick<Owing, 'group'>) => group === 'affiliated';

/** A subplan with everything that its page says. */
export interface SubplanView extends Owing {
  id: string;
  seq: number;
  state: SubplanState | undefined;
  events: Recorded<SubplanEvent>[];
  due: { end: CivilDate; text: string } | null;
  accounts: ReadonlyMap<string, string>;
}

/** Reads a subplan for its page, begun or not. */
export async function viewSubplan(query: Reader, owing: Owing): Promise<SubplanView> {
  const id = subplanId({ planId: owing.plan.id, recipient: owing.recipient, kind: owing.kind });
  const { state, seq, events } = await readStream(query, subplanLedger, owing.agency.id, id);
  const due = await query
    .selectFrom('plan_due')
    .select(['due_end as end', 'due_text as text'])
    .where('plan_id', '=', owing.plan.id)
    .where('recipients', '=', owing.group)
    .executeTakeFirst();
  const accounts = await namesOfAccounts(
    query,
    events.flatMap(({ stamp }) => stamp.actorAccount ?? []),
  );
  return { ...owing, id, seq, state, events: events as Recorded<SubplanEvent>[], due: due ?? null, accounts };
}

/** The register of an agency, with its ledger's seq. */
export async function findLeadership(
  query: Reader,
  agencyId: string,
): Promise<{ state: LeadershipState | undefined; seq: number }> {
  return readStream(query, leadershipLedger, agencyId, leadershipId(agencyId));
}

async function readStream<S, E extends NewEvent>(
  query: Reader,
  ledger: Ledger<S, E>,
  agencyId: string,
  id: string,
): Promise<{ state: S | undefined; seq: number; events: Recorded<NewEvent>[] }> {
  const events = await readEvents(query, agencyId, id);
  return { state: foldAll(ledger, events), seq: events.at(-1)?.stamp.seq ?? 0, events };
}

/** What the actor's own agency or units owe, for each plan that was sent to them, newest first. */
export async function listOwn(
  query: Reader,
  actor: Actor,
  under?: string,
): Promise<{ plan: string; recipient: string }[]> {
  const keys = [
    `agency:${actor.agencyId}`,
    ...actor.posts.flatMap((post) =>
      post.agencyId === actor.agencyId && post.unitId !== null ? [`unit:${post.unitId}`] : [],
    ),
  ];
  return query
    .selectFrom('plan_recipient')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.agency_id', '=', 'plan_recipient.agency_id')
        .onRef('plan.id', '=', 'plan_recipient.plan_id'),
    )
    .select(['plan_recipient.plan_id as plan', 'plan_recipient.key as recipient'])
    .where('plan_recipient.key', 'in', keys)
    .where('plan.version', '>', 0)
    .$if(under !== undefined, (rows) => rows.where('plan.id', '=', under ?? ''))
    .orderBy('plan.plan_year', 'desc')
    .orderBy('plan.id', 'desc')
    .orderBy('plan_recipient.key')
    .execute();
}
