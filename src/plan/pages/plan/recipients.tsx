import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../../platform/http/format.ts';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { Subject } from '../../../platform/policy/policy.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, DataTable, Tag, TextInput } from '../../../platform/view/index.ts';
import { findPlan, listRecipients, type RecipientRow } from '../../queries.ts';
import { plansUrl, planUrl, recipientsUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PlanTabs } from './plan-tabs.tsx';

/** To whom the plan went, who has acknowledged it, and whom they named. */
export const recipientsPage = definePage('/plans/:plan/recipients', async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const found = await visit.read('plan.read', async (query) => {
    const row = await findPlan(query, plan);
    return row && { row, recipients: await listRecipients(query, plan) };
  });
  if (found === undefined || found.row.version === 0) return refuse('missing:thing');
  const { row, recipients } = found;
  const inside = recipients.filter((one) => one.name !== null);
  return {
    title: say('recipients.title'),
    kicker: row.title,
    lead: say('recipients.count', {
      done: inside.filter((one) => one.acknowledgedAt !== null).length,
      all: inside.length,
    }),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(plan), label: row.title ?? '' },
      { href: recipientsUrl(plan), label: say('recipients.title'), current: true },
    ],
    body: (
      <>
        <PlanTabs visit={visit} plan={plan} at="recipients" />
        {inside
          .filter((one) => one.acknowledgedAt === null && mayAcknowledge(visit, row.agencyId, one))
          .map((one) => (
            <AcknowledgeForm visit={visit} plan={plan} recipient={one} />
          ))}
        <DataTable
          id="recipients"
          caption={say('recipients.caption')}
          rows={recipients}
          empty={{ text: say('recipients.empty') }}
          columns={[
            {
              key: 'name',
              label: say('recipients.name'),
              rowHeader: true,
              cell: (one) => one.name ?? one.written,
            },
            { key: 'written', label: say('recipients.written'), cell: (one) => one.written },
            {
              key: 'state',
              label: say('recipients.state'),
              nowrap: true,
              cell: (one) =>
                one.name === null ? (
                  <Tag tone="neutral">{say('recipients.outside')}</Tag>
                ) : one.acknowledgedAt === null ? (
                  <Tag tone="waiting">{say('recipients.waiting')}</Tag>
                ) : (
                  <Tag tone="done">
                    {say('recipients.acknowledged', { at: formatShortInstant(one.acknowledgedAt) })}
                  </Tag>
                ),
            },
            {
              key: 'responsible',
              label: say('recipients.responsible'),
              cell: (one) => one.responsible ?? '–',
            },
          ]}
        />
      </>
    ),
  };
});

function mayAcknowledge(visit: Visit, agencyId: string, one: RecipientRow): boolean {
  const subject: Subject =
    one.agencyId !== null
      ? { agencyId: one.agencyId }
      : { agencyId, units: one.unitId === null ? [] : [one.unitId] };
  return visit.may('plan.acknowledge', subject).allowed;
}

function AcknowledgeForm({
  visit,
  plan,
  recipient,
}: {
  visit: Visit;
  plan: string;
  recipient: RecipientRow;
}) {
  const say = planWords.in(visit.language);
  const params = { plan, recipient: recipient.key };
  const field = fieldsOf(visit, 'plan.acknowledge', params);
  return (
    <section class="panel">
      <h2>{say('recipients.acknowledge.for', { name: recipient.name ?? '' })}</h2>
      <ActionForm visit={visit} action="plan.acknowledge" params={params}>
        <TextInput
          label={say('recipients.responsible.label')}
          {...field('responsible', visit.actor.name)}
          id={`responsible-${recipient.key.replace(':', '-')}`}
        />
        <Button>{say('recipients.acknowledge')}</Button>
      </ActionForm>
    </section>
  );
}
