import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { foundParties } from '../parties/index.ts';
import { civilDate, officeInstant } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { formatShortInstant } from '../platform/http/format.ts';
import { defineList, type ListAsk } from '../platform/lists/index.ts';
import type { Actor, Scope } from '../platform/policy/policy.ts';
import { CHANNELS } from './domain/dossier.ts';
import { OPEN, STATUSES } from './domain/status.ts';
import { StatusTag } from './pages/status-tag.tsx';
import { TimeCell } from './pages/time-cell.tsx';
import { dossiersWithin, standing, statusOf } from './queries.ts';
import { dossiersUrl, dossierUrl } from './urls.ts';
import { dossierWords } from './words.ts';

/** Dossiers with what a row of a list or a queue shows. */
export function listedDossiers(query: Reader, within: RawBuilder<SqlBool>) {
  return query
    .selectFrom('dossier')
    .leftJoin('party_version as owner', (join) =>
      join
        .onRef('owner.agency_id', '=', 'dossier.agency_id')
        .onRef('owner.party_id', '=', 'dossier.owner_id')
        .onRef('owner.version', '=', 'dossier.owner_version'),
    )
    .leftJoin('unit', (join) =>
      join.onRef('unit.agency_id', '=', 'dossier.agency_id').onRef('unit.id', '=', 'dossier.unit_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'dossier.agency_id').onRef('person.id', '=', 'dossier.person_id'),
    )
    .leftJoin('procedure', 'procedure.id', 'dossier.procedure_id')
    .where(within)
    .select([
      'dossier.id',
      'dossier.agency_id',
      'dossier.unit_id',
      'dossier.code',
      'dossier.subject',
      'dossier.status',
    ])
    .select(['dossier.channel', 'dossier.accepted_at', 'dossier.due_at', 'dossier.appointed_at'])
    .select(['dossier.mirror_source', 'dossier.mirror_at'])
    .select(['dossier.ended_at', 'dossier.returned_at', 'dossier.submitted_at', 'dossier.step_name'])
    .select([
      'owner.name as owner',
      'unit.name as unit',
      'person.name as person',
      'procedure.name as procedure',
    ]);
}

export type ListedDossier = Awaited<ReturnType<ReturnType<typeof listedDossiers>['execute']>>[number];

/** What lists and queues narrow dossiers to. */
export const SHOWS = [
  'open',
  'late',
  'waiting',
  'to-hand-over',
  'pending',
  'supplement',
  'uncollected',
  'ended',
] as const;
export type Show = (typeof SHOWS)[number];

const open = sql<SqlBool>`dossier.accepted_at IS NOT NULL AND dossier.ended_at IS NULL AND ${standing(...OPEN)}`;

/** The condition of a narrowing, at an instant of the office's clock. */
export function showCondition(show: Show, now: Temporal.Instant): RawBuilder<SqlBool> {
  switch (show) {
    case 'open':
      return open;
    case 'late':
      return sql<SqlBool>`${open} AND dossier.status <> 'awaiting-supplement' AND dossier.due_at < ${now.toString()}`;
    case 'waiting':
      return standing('submitted', 'awaiting-completion');
    case 'to-hand-over':
      return sql<SqlBool>`${standing('accepted')} AND dossier.ended_at IS NULL AND dossier.pending_unit_id IS NULL`;
    case 'pending':
      return sql<SqlBool>`dossier.pending_unit_id IS NOT NULL`;
    case 'supplement':
      return standing('awaiting-supplement');
    case 'uncollected':
      return standing('finished');
    case 'ended':
      return sql<SqlBool>`dossier.ended_at IS NOT NULL`;
  }
}

/** A search goes through so many owners, and shows so many dossiers of theirs, the newest first. */
const OWNERS = 100;
const FOUND = 200;

const listed = (query: Reader, scope: Scope) => listedDossiers(query, dossiersWithin(scope));

/** Whose parties somebody may search. */
const agenciesOf = ({ posts }: Actor) => [
  ...new Set(posts.flatMap(({ agencyId, lineage }) => [agencyId, ...lineage])),
];

const day = (instant: Temporal.Instant | null) => (instant === null ? null : civilDate(instant));

/** Every dossier that one may read, found by code, owner or telephone. */
export const dossierList = defineList({
  name: 'dossiers',
  path: dossiersUrl(),
  permission: 'dossier.read',
  title: 'dossiers.title',
  empty: 'dossiers.empty',
  query: listed,
  // A count of ten thousand would take longer than the page.
  countedTo: 1000,
  order: ['dossier.submitted_at desc', 'dossier.id desc'],
  id: (row: ListedDossier) => row.id,
  columns: [
    {
      key: 'code',
      label: 'dossiers.code',
      value: (row, say) => row.code ?? say('dossier.without-code'),
      cell: (row, visit) => (
        <>
          <a href={dossierUrl(row.id)}>
            {row.code ?? dossierWords.in(visit.language)('dossier.without-code')}
          </a>
          {row.mirror_at === null ? null : (
            <p class="hint">
              <span lang="vi">{row.mirror_source}</span>, {formatShortInstant(row.mirror_at)}
            </p>
          )}
        </>
      ),
      rowHeader: true,
      nowrap: true,
    },
    {
      key: 'owner',
      label: 'dossiers.owner',
      value: (row) => row.owner,
      cell: (row) => <span lang="vi">{row.owner}</span>,
    },
    {
      key: 'procedure',
      label: 'dossier.procedure',
      value: (row) => row.procedure,
      cell: (row) => <span lang="vi">{row.procedure}</span>,
      width: 'broad',
    },
    {
      key: 'status',
      label: 'dossiers.status',
      value: (row, say) => say(`dossier.status.${row.status}`),
      code: (row) => row.status,
      cell: (row, visit) => <StatusTag visit={visit} status={statusOf(row.status)} />,
    },
    {
      key: 'time',
      label: 'dossiers.time',
      type: 'date',
      nowrap: false,
      value: (row) => day(row.due_at),
      cell: (row, visit) => <TimeCell row={row} visit={visit} />,
    },
    {
      key: 'unit',
      label: 'dossier.unit',
      value: (row) => row.unit,
      cell: (row) => (
        <span lang="vi">{[row.unit, row.person].filter((part) => part !== null).join(', ')}</span>
      ),
    },
    {
      key: 'person',
      label: 'dossier.person',
      exportOnly: true,
      value: (row) => row.person,
    },
    {
      key: 'accepted',
      label: 'dossier.accepted-at',
      type: 'instant',
      exportOnly: true,
      value: (row) => row.accepted_at,
    },
    {
      key: 'source',
      label: 'dossiers.source',
      exportOnly: true,
      value: (row) => row.mirror_source,
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'dossiers.search',
      apply: (builder, typed, { actor }) =>
        builder.where(
          // Each way by its own index: an OR between columns would read every dossier. The newest of each owner are enough for
          // the newest of all, and so many rows are more than anybody reads through.
          sql<SqlBool>`(dossier.agency_id, dossier.id) IN (
            SELECT agency_id, dossier_id FROM dossier_code WHERE code = ${typed.replace(/\s+/g, '').toUpperCase()}
            UNION ALL
            (SELECT own.agency_id, own.id FROM (${foundParties(agenciesOf(actor), typed, OWNERS)}) AS owner,
              LATERAL (SELECT d.agency_id, d.id FROM dossier AS d
                WHERE d.agency_id = owner.agency_id AND d.owner_id = owner.party_id ORDER BY d.id DESC LIMIT ${FOUND}) AS own
              ORDER BY own.id DESC LIMIT ${FOUND}))`,
        ),
    },
    {
      kind: 'select',
      name: 'show',
      label: 'dossiers.show',
      options: (_query, _scope, { say }) =>
        SHOWS.map((show) => ({ value: show, label: say(`dossiers.show.${show}`) })),
      apply: (builder, show, { clock }: ListAsk) => {
        const known = SHOWS.find((one) => one === show);
        return known === undefined ? builder : builder.where(showCondition(known, clock.now()));
      },
    },
    {
      kind: 'select',
      name: 'status',
      label: 'dossiers.status',
      options: (_query, _scope, { say }) =>
        STATUSES.map((status) => ({ value: status, label: say(`dossier.status.${status}`) })),
      apply: (builder, status) => builder.where(standing(statusOf(status))),
    },
    {
      kind: 'select',
      name: 'channel',
      label: 'dossier.channel',
      options: (_query, _scope, { say }) =>
        CHANNELS.map((channel) => ({ value: channel, label: say(`channel.${channel}`) })),
      apply: (builder, channel) => builder.where('dossier.channel', '=', channel),
    },
    {
      kind: 'day',
      name: 'from',
      label: 'dossiers.submitted-from',
      apply: (builder, from) =>
        builder.where(sql<SqlBool>`dossier.submitted_at >= ${officeInstant(`${from}T00:00`).toString()}`),
    },
    {
      kind: 'day',
      name: 'to',
      label: 'dossiers.submitted-to',
      apply: (builder, to) =>
        builder.where(
          sql<SqlBool>`dossier.submitted_at <= ${officeInstant(`${to}T23:59:59.999`).toString()}`,
        ),
    },
  ],
});
