import { listPeopleOfAgency } from '../../people/index.ts';
import {
  type CommitmentFields,
  type DutyFields,
  type IssuedItem,
  plansUrl,
  planUrl,
} from '../../plan/index.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { type Refusal, refuse } from '../../platform/refusal.ts';
import type { LeadershipState } from '../domain/leadership.ts';
import { officeSubject } from '../policy.ts';
import { findLeadership, findOwing, keepSubject, type SubplanView, viewSubplan } from '../queries.ts';
import { subplansUrl, subplanUrl } from '../urls.ts';
import { belowWords } from '../words.ts';

/** A subplan as somebody visits it. */
export interface VisitedSubplan extends SubplanView {
  /** For judging it. */
  office: Subject;
  /** For keeping it. */
  keep: Subject;
  leadership: LeadershipState | undefined;
  /** People of the agency, to choose names from. */
  people: readonly { name: string; position: string }[];
}

/** The subplan of the address, as far as the visitor may see it. */
export async function subplanOfVisit(visit: Visit): Promise<VisitedSubplan | Refusal> {
  const found = await visit.read('subplan.read', async (query) => {
    const owing = await findOwing(query, {
      plan: visit.param('plan'),
      recipient: visit.param('recipient'),
      kind: visit.param('kind'),
    });
    if (owing === undefined || !visit.may('subplan.read', { agencyId: owing.agency.id }).allowed)
      return undefined;
    const keep = keepSubject(owing);
    const keeps = visit.may('subplan.keep', keep).allowed;
    return {
      ...(await viewSubplan(query, owing)),
      keep,
      office: await officeSubject(query, owing.plan.agencyId),
      leadership: owing.unit === null ? (await findLeadership(query, owing.agency.id)).state : undefined,
      people:
        keeps && owing.unit === null
          ? await listPeopleOfAgency(query, owing.agency.id, visit.house.clock.today())
          : [],
    };
  });
  if (found === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  return found;
}

export function titleOf(visit: Visit, view: SubplanView): string {
  const say = belowWords.in(visit.language);
  const name = view.unit?.name ?? view.agency.name;
  return say(
    view.unit !== null
      ? 'subplan.title.unit'
      : view.kind === 'own'
        ? 'subplan.title.own'
        : 'subplan.title.district',
    { name },
  );
}

export function breadcrumbsOf(visit: Visit, view: SubplanView) {
  const say = belowWords.in(visit.language);
  const { plan, recipient, kind } = view;
  return [
    { href: plansUrl(), label: visit.say('plans.title') },
    { href: planUrl(plan.id), label: plan.title ?? plan.fileName },
    { href: subplansUrl(plan.id), label: say('subplans.title') },
    { href: subplanUrl(plan.id, recipient, kind), label: view.unit?.name ?? view.agency.name, current: true },
  ];
}

/** The words of a row of the plan above. */
export function wordsOf(item: IssuedItem): string {
  return (item.fields as CommitmentFields | DutyFields).text;
}
