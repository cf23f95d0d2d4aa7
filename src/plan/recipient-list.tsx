import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { Tag } from '../platform/view/index.ts';
import { fold } from '../pure/vietnamese/index.ts';
import { recipientsUrl } from './urls.ts';

/** How far a recipient has come. */
export const RECIPIENT_STATES = ['acknowledged', 'waiting', 'outside'] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

const RECIPIENT_TONES = { acknowledged: 'done', waiting: 'waiting', outside: 'neutral' } as const;

const stateSql = sql<RecipientState>`CASE
  WHEN plan_recipient.recipient_agency IS NULL AND plan_recipient.recipient_unit IS NULL THEN 'outside'
  WHEN plan_recipient.acknowledged_at IS NULL THEN 'waiting' ELSE 'acknowledged' END`;

/** Lines of a plan's recipients; a recipient below sees its own alone. */
function recipientsOf(query: Reader, scope: Scope, { params }: ListAsk) {
  const whole = sql`${[...scope.whole]}::uuid[]`;
  return query
    .selectFrom('plan_recipient')
    .leftJoin('agency', 'agency.id', 'plan_recipient.recipient_agency')
    .leftJoin('unit', 'unit.id', 'plan_recipient.recipient_unit')
    .where('plan_recipient.plan_id', '=', params.plan ?? '')
    .where(
      sql<SqlBool>`(plan_recipient.agency_id = ANY (${whole}) OR plan_recipient.recipient_agency = ANY (${whole}))`,
    )
    .select([
      'plan_recipient.key',
      'plan_recipient.written',
      'plan_recipient.recipient_agency',
      'plan_recipient.recipient_unit',
      'plan_recipient.acknowledged_at',
      'plan_recipient.responsible_name',
    ])
    .select(sql<string>`coalesce(agency.name, unit.name, plan_recipient.written)`.as('name'))
    .select(stateSql.as('state'));
}

export type RecipientRow = Awaited<ReturnType<ReturnType<typeof recipientsOf>['execute']>>[number];

/** To whom a plan went, who has acknowledged it, and whom they named. */
export const recipientList = defineList({
  name: 'recipients',
  path: recipientsUrl(':plan'),
  permission: 'plan.read',
  title: 'recipients.caption',
  empty: 'recipients.empty',
  subject: async (query, { params, actor }) => {
    const plan = await query
      .selectFrom('plan')
      .select('version')
      .where('id', '=', params.plan ?? '')
      .executeTakeFirst();
    return plan === undefined || plan.version === 0 ? undefined : { agencyId: actor.agencyId };
  },
  query: recipientsOf,
  order: ['unit.position', 'agency.kind', 'agency.position', 'plan_recipient.key'],
  id: (row: RecipientRow) => row.key,
  columns: [
    { key: 'name', label: 'recipients.name', value: (row) => row.name, rowHeader: true },
    { key: 'written', label: 'recipients.written', value: (row) => row.written },
    {
      key: 'state',
      label: 'recipients.state',
      value: (row, say) => say(`recipients.${row.state}`),
      code: (row) => row.state,
      cell: (row, visit) => (
        <Tag tone={RECIPIENT_TONES[row.state]}>{visit.say(`recipients.${row.state}`)}</Tag>
      ),
    },
    {
      key: 'acknowledgedAt',
      label: 'recipients.acknowledged-at',
      type: 'instant',
      value: (row) => row.acknowledged_at,
      sort: 'plan_recipient.acknowledged_at',
      nowrap: true,
    },
    { key: 'responsible', label: 'recipients.responsible', value: (row) => row.responsible_name },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'recipients.search',
      apply: (builder, typed) => {
        const like = `%${fold(typed).replace(/[\\%_]/g, '\\$&')}%`;
        return builder.where((eb) =>
          eb.or([eb('agency.name_fold', 'like', like), eb('unit.name_fold', 'like', like)]),
        );
      },
    },
    {
      kind: 'select',
      name: 'state',
      label: 'recipients.state',
      options: (_query, _scope, { say }) =>
        RECIPIENT_STATES.map((state) => ({ value: state, label: say(`recipients.${state}`) })),
      apply: (builder, state) => builder.where(stateSql, '=', state as RecipientState),
    },
  ],
});
