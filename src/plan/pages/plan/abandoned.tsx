import { ActionForm } from '../../../platform/http/action-form.tsx';
import type { Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button } from '../../../platform/view/index.ts';
import type { PlanState } from '../../domain/plan.ts';
import type { PlanRow } from '../../queries.ts';
import { plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';

/** Gives a draft up. */
export function Abandon({ visit, plan, seq }: { visit: Visit; plan: string; seq: number }) {
  return (
    <ActionForm visit={visit} action="plan.abandon" params={{ plan }} seq={seq} layout="inline">
      <Button variant="danger" small>
        {planWords.in(visit.language)('plan.abandon')}
      </Button>
    </ActionForm>
  );
}

/** A draft that was given up, and the way back. */
export function abandonedShown(visit: Visit, plan: string, state: PlanState, row: PlanRow): Shown {
  const say = planWords.in(visit.language);
  return {
    title: say('abandoned.title', { title: row.title ?? state.fileName }),
    lead: say('abandoned.lead'),
    breadcrumbs: [{ href: plansUrl(), label: say('plans.title') }],
    body: (
      <ActionForm visit={visit} action="plan.restore" params={{ plan }} seq={state.seq} layout="inline">
        <Button>{say('plan.restore')}</Button>
      </ActionForm>
    ),
  };
}
