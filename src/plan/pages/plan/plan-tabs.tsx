import type { Visit } from '../../../platform/http/visit.ts';
import { Tabs } from '../../../platform/view/index.ts';
import type { ItemKind } from '../../domain/draft.ts';
import {
  areasUrl,
  overviewUrl,
  parentUrl,
  planPartUrl,
  planTasksUrl,
  planUrl,
  recipientsUrl,
  subplansUrl,
  versionsUrl,
} from '../../urls.ts';
import { planWords } from '../../words.ts';

export const PLAN_SHOWS = ['tasks', 'targets', 'commitments', 'duties', 'reporting'] as const;
export type PlanShow = (typeof PLAN_SHOWS)[number];

/** Where the rows of a kind stand as a table. */
export const PART_OF = {
  task: 'tasks',
  target: 'targets',
  commitment: 'commitments',
  duty: 'duties',
  reporting: 'reporting',
} as const satisfies Record<ItemKind, PlanShow>;

/** The parts of an issued plan, each with its own address. */
export function PlanTabs({
  visit,
  plan,
  at,
  own = true,
  adopted = false,
}: {
  visit: Visit;
  plan: string;
  at: PlanShow | 'text' | 'overview' | 'areas' | 'recipients' | 'subplans' | 'versions' | 'parent';
  /** False for recipients below, to whom the plan's history is not known. */
  own?: boolean;
  /** A plan of a higher agency, which has no work and no recipients of its own. */
  adopted?: boolean;
}) {
  const say = planWords.in(visit.language);
  const signedIn = visit.signedIn !== null;
  return (
    <Tabs
      label={say('plan.tabs')}
      links={[
        { href: planUrl(plan), label: say('plan.tab.text'), current: at === 'text' },
        ...PLAN_SHOWS.map((show) => ({
          href: show === 'tasks' ? planTasksUrl(plan) : planPartUrl(plan, show),
          label: say(`plan.tab.${show}`),
          current: at === show,
        })),
        ...(own && !adopted
          ? [{ href: areasUrl(plan), label: say('plan.tab.areas'), current: at === 'areas' }]
          : []),
        ...(own && !adopted
          ? [{ href: overviewUrl(plan), label: say('plan.tab.overview'), current: at === 'overview' }]
          : []),
        ...(own
          ? [
              {
                href: parentUrl(plan),
                label: visit.say(adopted ? 'plan.tab.mapping' : 'plan.tab.parent'),
                current: at === 'parent',
              },
            ]
          : []),
        ...(signedIn && !adopted
          ? [{ href: recipientsUrl(plan), label: say('plan.tab.recipients'), current: at === 'recipients' }]
          : []),
        ...(adopted
          ? []
          : [
              {
                href: subplansUrl(plan),
                label: say(own ? 'plan.tab.subplans' : 'plan.tab.own-subplans'),
                current: at === 'subplans',
              },
            ]),
        ...(signedIn && own
          ? [{ href: versionsUrl(plan), label: say('plan.tab.versions'), current: at === 'versions' }]
          : []),
      ]}
    />
  );
}
