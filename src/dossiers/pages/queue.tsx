import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Scope } from '../../platform/policy/policy.ts';
import { refuse } from '../../platform/refusal.ts';
import { DataTable, EmptyState } from '../../platform/view/index.ts';

import { type ListedDossier, listedDossiers } from '../dossier-list.tsx';
import { dossiersWithin, standing, statusOf } from '../queries.ts';
import { dossierUrl, queueUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';
import { StatusTag } from './status-tag.tsx';
import { TimeCell } from './time-cell.tsx';

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`;
const whole = (scope: Scope) => sql<SqlBool>`dossier.agency_id = ANY (${uuids(scope.whole)})`;
/** Dossiers of which a unit, as a column names it, is one of the scope's. */
const inUnits = (scope: Scope, column: 'unit_id' | 'pending_unit_id' | 'receiving_unit_id') =>
  sql<SqlBool>`(${whole(scope)} OR ${sql.ref(`dossier.${column}`)} = ANY (${uuids(scope.units)}))`;
/** What waits for somebody: by which right the next act is done, and on which dossiers; the most urgent first. */
const QUEUES = [
  {
    key: 'incoming',
    permission: 'dossier.hand-over',
    which: (scope) => sql`dossier.pending_unit_id IS NOT NULL AND ${inUnits(scope, 'pending_unit_id')}`,
  },
  {
    key: 'mine',
    permission: 'dossier.handle',
    which: (scope) =>
      sql`dossier.person_id = ANY (${uuids(scope.people)}) AND ${standing('accepted', 'processing')}`,
  },
  {
    key: 'opinion',
    permission: 'dossier.advise',
    which: ({ units }) => sql`EXISTS (SELECT FROM dossier_opinion o WHERE o.agency_id = dossier.agency_id
      AND o.dossier_id = dossier.id AND o.answered_at IS NULL AND o.of_unit_id = ANY (${uuids(units)}))`,
  },
  {
    key: 'agree',
    permission: 'dossier.agree',
    which: (scope) => sql`${inUnits(scope, 'unit_id')} AND ${standing('proposed')}`,
  },
  {
    key: 'sign',
    permission: 'dossier.sign',
    which: (scope) => sql`${whole(scope)} AND ${standing('awaiting-signature')}`,
  },
  {
    key: 'number',
    permission: 'dossier.register',
    which: (scope) => sql`${whole(scope)} AND ${standing('signed')}`,
  },
  {
    key: 'submitted',
    permission: 'dossier.receive',
    which: (scope) =>
      sql`${inUnits(scope, 'receiving_unit_id')} AND ${standing('submitted', 'awaiting-completion')}`,
  },
  {
    key: 'hand-over',
    permission: 'dossier.receive',
    which: (scope) =>
      sql`${inUnits(scope, 'unit_id')} AND ${standing('accepted')} AND dossier.pending_unit_id IS NULL`,
  },
  {
    key: 'untaken',
    permission: 'dossier.assign',
    which: (scope) =>
      sql`${inUnits(scope, 'unit_id')} AND ${standing('processing')} AND dossier.person_id IS NULL`,
  },
  {
    key: 'supplement',
    permission: 'dossier.receive',
    which: (scope) => sql`${inUnits(scope, 'receiving_unit_id')} AND ${standing('awaiting-supplement')}`,
  },
  {
    key: 'return',
    permission: 'dossier.receive',
    which: (scope) => sql`${inUnits(scope, 'receiving_unit_id')} AND ${standing('finished')}`,
  },
] as const satisfies readonly {
  key: string;
  permission: string;
  which(scope: Scope): RawBuilder<unknown>;
}[];

const SHOWN = 50;

/** What waits for whoever looks, each queue by the time that can still be lost. */
export const queuePage = definePage(queueUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = dossierWords.in(visit.language);
  const queues = [];
  for (const queue of QUEUES) {
    const acting = visit.scope(queue.permission);
    if (acting.agencies.length === 0) continue;
    const rows = await visit.read('dossier.read', (query, scope) =>
      listedDossiers(query, sql<SqlBool>`${dossiersWithin(scope)} AND ${queue.which(acting)}`)
        .orderBy('dossier.due_at', (order) => order.asc().nullsLast())
        .orderBy('dossier.id')
        .limit(SHOWN)
        .execute(),
    );
    if (rows.length > 0) queues.push({ key: queue.key, rows });
  }
  const count = queues.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    title: say('queue.title'),
    lead: count === 0 ? undefined : say('queue.lead', { count }),
    width: 'wide',
    body:
      queues.length === 0 ? (
        <EmptyState>{say('queue.none')}</EmptyState>
      ) : (
        queues.map(({ key, rows }) => <QueueTable visit={visit} name={key} rows={rows} />)
      ),
  };
});

function QueueTable({
  visit,
  name,
  rows,
}: {
  visit: Visit;
  name: (typeof QUEUES)[number]['key'];
  rows: readonly ListedDossier[];
}) {
  const say = dossierWords.in(visit.language);
  return (
    <DataTable
      id={`queue-${name}`}
      caption={`${say(`queue.${name}`)} (${rows.length})`}
      rows={rows}
      empty={{ text: say('queue.none') }}
      columns={[
        {
          key: 'code',
          label: say('dossiers.code'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <a href={dossierUrl(row.id)}>{row.code ?? say('dossier.without-code')}</a>,
        },
        { key: 'owner', label: say('dossiers.owner'), cell: (row) => <span lang="vi">{row.owner}</span> },
        {
          key: 'procedure',
          label: say('dossier.procedure'),
          width: 'broad',
          cell: (row) => <span lang="vi">{row.procedure}</span>,
        },
        {
          key: 'status',
          label: say('dossiers.status'),
          cell: (row) => <StatusTag visit={visit} status={statusOf(row.status)} />,
        },
        { key: 'time', label: say('dossiers.time'), cell: (row) => <TimeCell row={row} visit={visit} /> },
        { key: 'person', label: say('dossier.person'), cell: (row) => <span lang="vi">{row.person}</span> },
      ]}
    />
  );
}
