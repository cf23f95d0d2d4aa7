import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { listUnits } from '../../agencies/index.ts';
import { listPeopleOfUnits } from '../../people/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import type { Scope } from '../../platform/policy/policy.ts';
import { refuse } from '../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DataTable,
  EmptyState,
  fieldId,
  Notice,
  Select,
} from '../../platform/view/index.ts';
import { OPEN } from '../domain/status.ts';
import { type ListedDossier, listedDossiers } from '../dossier-list.tsx';
import { dossiersWithin, standing, statusOf } from '../queries.ts';
import { dossierUrl, handOverListUrl, queueUrl } from '../urls.ts';
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
    which: ({
      units,
    }) => sql`${standing(...OPEN)} AND EXISTS (SELECT FROM dossier_opinion o WHERE o.agency_id = dossier.agency_id
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

type QueueName = (typeof QUEUES)[number]['key'];

interface ShownQueue {
  key: QueueName;
  rows: readonly ListedDossier[];
}

/** What waits for whoever looks, each queue by the time that can still be lost. */
export const queuePage = definePage(queueUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = dossierWords.in(visit.language);
  const queues: ShownQueue[] = [];
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
  const left = visit.url.searchParams.get('left') ?? '';
  return {
    title: say('queue.title'),
    lead: count === 0 ? undefined : say('queue.lead', { count }),
    width: 'wide',
    body: (
      <>
        {left === '' ? null : (
          <Notice tone="warning" title={say('queue.left')}>
            <p>{left}</p>
          </Notice>
        )}
        {queues.length === 0 ? (
          <EmptyState>{say('queue.none')}</EmptyState>
        ) : (
          queues.map((queue) => <Queue visit={visit} queue={queue} />)
        )}
      </>
    ),
  };
});

/** A queue, with the act that can be done to several of it at once. */
async function Queue({ visit, queue }: { visit: Visit; queue: ShownQueue }) {
  const say = dossierWords.in(visit.language);
  const [first] = queue.rows;
  if (first === undefined) return null;
  const failed = visit.failed === null ? null : visit.failed.action;
  const table = (action: string | null) => (
    <>
      {action !== null && failed === action ? <Unchosen visit={visit} /> : null}
      <QueueTable visit={visit} queue={queue} chosen={action !== null} />
    </>
  );
  const field = (action: string) => fieldsOf(visit, action);
  switch (queue.key) {
    case 'incoming':
      return (
        <ActionForm visit={visit} action="dossier.confirm-several" keep={false}>
          {table('dossier.confirm-several')}
          <Button>{visit.say('action.dossier.confirm-several')}</Button>
        </ActionForm>
      );
    case 'hand-over': {
      const units = await visit.read('dossier.read', (query) => listUnits(query, first.agency_id));
      return (
        <ActionForm visit={visit} action="dossier.hand-over-several" keep={false}>
          {table('dossier.hand-over-several')}
          <Select
            label={say('hand-over.to')}
            options={units
              .filter(({ id, validTo }) => id !== first.unit_id && validTo === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...field('dossier.hand-over-several')('toUnit')}
          />
          <ButtonRow>
            <Button>{visit.say('action.dossier.hand-over-several')}</Button>
            <Button href={handOverListUrl()} variant="secondary">
              {say('hand-over-list.open')}
            </Button>
          </ButtonRow>
        </ActionForm>
      );
    }
    case 'untaken': {
      const people = await visit.read('dossier.read', (query) =>
        listPeopleOfUnits(query, first.agency_id, [first.unit_id], visit.house.clock.today()),
      );
      return (
        <ActionForm visit={visit} action="dossier.assign-several" keep={false}>
          {table('dossier.assign-several')}
          <Select
            label={say('assignment.person')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            {...field('dossier.assign-several')('person')}
          />
          <Button>{visit.say('action.dossier.assign-several')}</Button>
        </ActionForm>
      );
    }
    default:
      return table(null);
  }
}

/** What is wrong with the choice of several, above the table: there the summary of errors leads. */
function Unchosen({ visit }: { visit: Visit }) {
  const refusal = visit.failed?.refusal;
  const wrong =
    refusal === undefined
      ? undefined
      : [refusal, ...(refusal.more ?? [])].find(({ field }) => field === 'dossiers');
  return (
    <p class="field-error" id={fieldId('dossiers')} tabindex={-1}>
      {wrong === undefined ? null : visit.words(wrong)}
    </p>
  );
}

function QueueTable({
  visit,
  queue: { key, rows },
  chosen,
}: {
  visit: Visit;
  queue: ShownQueue;
  /** Whether several can be ticked for one act. */
  chosen: boolean;
}) {
  const say = dossierWords.in(visit.language);
  const codeOf = (row: ListedDossier) => row.code ?? say('dossier.without-code');
  return (
    <DataTable
      id={`queue-${key}`}
      caption={`${say(`queue.${key}`)} (${rows.length})`}
      rows={rows}
      empty={{ text: say('queue.none') }}
      columns={[
        ...(chosen
          ? [
              {
                key: 'chosen',
                label: say('queue.choose'),
                width: 'narrow' as const,
                cell: (row: ListedDossier) => (
                  <Checkboxes
                    name="dossiers"
                    id={`choose-${row.id}`}
                    label={say('queue.choose')}
                    labelHidden
                    options={[{ value: row.id, label: say('queue.choose-one', { code: codeOf(row) }) }]}
                    values={[]}
                  />
                ),
              },
            ]
          : []),
        {
          key: 'code',
          label: say('dossiers.code'),
          rowHeader: true,
          nowrap: true,
          cell: (row) => <a href={dossierUrl(row.id)}>{codeOf(row)}</a>,
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
