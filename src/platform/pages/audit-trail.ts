import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { officeInstant } from '../clock/clock.ts';
import { fillRefusal } from '../i18n/refusal-words.ts';
import { defineList } from '../lists/index.ts';
import { holdsWords } from '../search/folded.ts';
import { auditTrailUrl } from './urls.ts';

/** Who did, or was refused, which action. */
export const auditTrail = defineList({
  name: 'audit-trail',
  path: auditTrailUrl(),
  permission: 'audit_trail.read',
  title: 'audit-trail.title',
  empty: 'audit-trail.empty',
  query: (query, scope) =>
    query
      .selectFrom('audit_trail')
      .leftJoin('account', 'account.id', 'audit_trail.account')
      .leftJoin('person', (join) =>
        join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
      )
      .leftJoin('access_token', 'access_token.id', 'audit_trail.token')
      .leftJoin('person as absent', (join) =>
        join
          .onRef('absent.agency_id', '=', 'audit_trail.agency_id')
          .onRef('absent.id', '=', 'audit_trail.on_behalf_of'),
      )
      .select([
        'audit_trail.id',
        'audit_trail.office_time',
        'audit_trail.recorded_at',
        'audit_trail.action',
        'audit_trail.outcome',
        'audit_trail.role',
        'audit_trail.subject',
        'audit_trail.refusal',
        'audit_trail.address',
        'account.login',
        'person.name',
        'absent.name as absent_name',
        'access_token.name as token_name',
      ])
      .where('audit_trail.agency_id', 'in', [...scope.whole]),
  // The id is made from real time, so this is the order in which things were done.
  order: ['audit_trail.id desc'],
  id: (row) => row.id,
  columns: [
    {
      key: 'officeTime',
      label: 'audit-trail.office-time',
      type: 'instant',
      value: (row) => row.office_time as Temporal.Instant,
      sort: 'audit_trail.office_time',
    },
    {
      key: 'action',
      label: 'audit-trail.action',
      rowHeader: true,
      value: (row, say) => say(`action.${row.action}`),
      code: (row) => row.action,
      sort: 'audit_trail.action',
    },
    {
      key: 'outcome',
      label: 'audit-trail.outcome',
      value: (row, say) => say(`audit-trail.outcome.${row.outcome}`),
      code: (row) => row.outcome,
    },
    { key: 'person', label: 'audit-trail.person', value: (row) => row.name },
    { key: 'login', label: 'audit-trail.login', value: (row) => row.login },
    {
      key: 'role',
      label: 'audit-trail.role',
      value: (row, say) => (row.role === null ? null : say(`role.${row.role}`)),
      code: (row) => row.role,
    },
    { key: 'onBehalfOf', label: 'audit-trail.on-behalf-of', value: (row) => row.absent_name },
    {
      key: 'refusal',
      label: 'audit-trail.refusal',
      width: 'broad',
      value: (row, say) => fillRefusal(row.refusal, say),
    },
    { key: 'token', label: 'audit-trail.token', value: (row) => row.token_name },
    { key: 'subject', label: 'audit-trail.subject', value: (row) => row.subject },
    { key: 'address', label: 'audit-trail.address', value: (row) => row.address },
    {
      key: 'recordedAt',
      label: 'audit-trail.recorded-at',
      type: 'instant',
      value: (row) => row.recorded_at as Temporal.Instant,
    },
  ],
  filters: [
    {
      name: 'action',
      label: 'audit-trail.action',
      kind: 'select',
      all: 'audit-trail.action.all',
      async options(query, scope, { say }) {
        const rows = await query
          .selectFrom('audit_trail')
          .select('action')
          .distinct()
          .where('agency_id', 'in', [...scope.whole])
          .orderBy('action')
          .execute();
        return rows.map(({ action }) => ({ value: action, label: say(`action.${action}`) }));
      },
      apply: (builder, action) => builder.where('audit_trail.action', '=', action),
    },
    {
      name: 'account',
      label: 'audit-trail.account',
      kind: 'text',
      apply: (builder, typed) =>
        builder.where(
          holdsWords(sql`coalesce(person.name_fold, '') || ' ' || coalesce(lower(account.login), '')`, typed),
        ),
    },
    {
      name: 'outcome',
      label: 'audit-trail.outcome',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        ['done', 'refused'].map((outcome) => ({
          value: outcome,
          label: say(`audit-trail.outcome.${outcome}`),
        })),
      apply: (builder, outcome) => builder.where('audit_trail.outcome', '=', outcome),
    },
    {
      name: 'day',
      label: 'audit-trail.day',
      kind: 'day',
      apply: (builder, day) => {
        const begin = officeInstant(`${day}T00:00`);
        return builder
          .where('audit_trail.office_time', '>=', begin)
          .where('audit_trail.office_time', '<', begin.add({ hours: 24 }));
      },
    },
  ],
});
