import { type SqlBool, sql } from 'kysely';
import { listUnits } from '../agencies/index.ts';
import type { Reader } from '../platform/database/database.ts';
import { formatNumber } from '../platform/i18n/format.ts';
import { defineList, type ListAsk, type Say } from '../platform/lists/index.ts';
import type { Scope } from '../platform/policy/policy.ts';
import { holdsWords } from '../platform/search/folded.ts';
import { Tag } from '../platform/view/index.ts';
import { type CivilDate, readBudget } from '../pure/calendar/index.ts';
import { ONLINE_LEVELS, type ProcedureText, TIERS } from './domain/procedure.ts';
import { aboveAgencies } from './queries.ts';
import { proceduresUrl, procedureUrl } from './urls.ts';

/** What a procedure is on a day. */
export const STANDINGS = ['in-force', 'coming', 'draft', 'abolished'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A procedure's standing, from what is kept of it. */
export function standingOf(
  { state, inForce, abolishedFrom }: { state: string; inForce: boolean; abolishedFrom: CivilDate | null },
  day: CivilDate,
): Standing {
  if (state === 'draft') return 'draft';
  if (inForce) return 'in-force';
  return abolishedFrom !== null && abolishedFrom <= day ? 'abolished' : 'coming';
}

/** How a standing looks. */
export function StandingTag({ standing, words }: { standing: Standing; words: string }) {
  const tone = { 'in-force': 'done', coming: 'waiting', draft: 'neutral', abolished: 'neutral' } as const;
  return <Tag tone={tone[standing]}>{words}</Tag>;
}

/**
 * The procedures that somebody may see: of the catalogues of the own agency, of those above it and, from above, of
 * those below; what is prepared only by whoever works in its agency.
 */
function catalogued(query: Reader, scope: Scope, { actor, clock }: ListAsk) {
  const day = clock.today();
  const draftsOf = actor.accountId === null ? null : actor.agencyId;
  return query
    .selectFrom('procedure')
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.agency_id', '=', 'procedure.agency_id')
        .onRef('unit.id', '=', 'procedure.owner_unit_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('procedure_version')
          .selectAll()
          .whereRef('procedure_version.agency_id', '=', 'procedure.agency_id')
          .whereRef('procedure_version.procedure_id', '=', 'procedure.id')
          .where('announced', '=', true)
          .where('valid_from', '<=', day)
          .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>=', day)]))
          .orderBy('no', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .select([
      'procedure.id',
      'procedure.code',
      'procedure.name',
      'procedure.field_name',
      'procedure.tier',
      'procedure.state',
      'procedure.abolished_from',
      'unit.name as owner',
      'v.id as version_id',
      'v.valid_from',
      'v.decision_number',
      'v.procedure_text',
      sql<string>`${day}`.as('today'),
    ])
    .where(
      sql<SqlBool>`(procedure.agency_id = ANY (${[...scope.whole]}::uuid[]) OR procedure.agency_id IN (${aboveAgencies([actor.agencyId])}))`,
    )
    .where((eb) => eb.or([eb('procedure.state', '<>', 'draft'), eb('procedure.agency_id', '=', draftsOf)]));
}

type CataloguedRow = Awaited<ReturnType<ReturnType<typeof catalogued>['execute']>>[number];

const textOf = (row: CataloguedRow) => row.procedure_text as unknown as ProcedureText | null;

const standing = (row: CataloguedRow) =>
  standingOf(
    { state: row.state, inForce: row.version_id !== null, abolishedFrom: row.abolished_from },
    row.today,
  );

/** Time limits in short, each with the channel or case that it is for; as the decision says it where it names no budget. */
function limitsInShort({ limits }: Pick<ProcedureText, 'limits'>, say: Say): string {
  return limits
    .map(({ channel, case: when, budget, text }) => {
      const read = budget === null ? null : readBudget(budget);
      const limit = read === null ? text : `${formatNumber(read.amount)} ${say(`limit.unit.${read.unit}`)}`;
      const of = [channel === null ? null : say(`procedure.channel.${channel}`), when].filter(Boolean);
      return of.length === 0 ? limit : `${of.join(', ')}: ${limit}`;
    })
    .join('; ');
}

const STANDING_SQL: Readonly<Record<Standing, ReturnType<typeof sql<SqlBool>>>> = {
  'in-force': sql<SqlBool>`v.id IS NOT NULL`,
  coming: sql<SqlBool>`procedure.state <> 'draft' AND v.id IS NULL AND procedure.abolished_from IS NULL`,
  draft: sql<SqlBool>`procedure.state = 'draft'`,
  abolished: sql<SqlBool>`v.id IS NULL AND procedure.abolished_from IS NOT NULL`,
};

/** The procedure catalogue, with what holds today. */
export const procedureList = defineList({
  name: 'procedures',
  path: proceduresUrl(),
  permission: 'procedure.read',
  title: 'procedures.title',
  empty: 'procedures.empty',
  query: catalogued,
  order: ['procedure.field_name', 'procedure.name', 'procedure.id'],
  id: (row: CataloguedRow) => row.id,
  columns: [
    {
      key: 'name',
      label: 'procedure.name',
      rowHeader: true,
      width: 'broad',
      value: (row) => row.name,
      cell: (row) => (
        <a href={procedureUrl(row.id)} lang="vi">
          {row.name}
        </a>
      ),
      sort: 'procedure.name',
    },
    { key: 'code', label: 'procedure.code', value: (row) => row.code, sort: 'procedure.code', nowrap: true },
    {
      key: 'field',
      label: 'procedure.field',
      value: (row) => row.field_name,
      cell: (row) => <span lang="vi">{row.field_name}</span>,
      sort: 'procedure.field_name',
    },
    {
      key: 'tier',
      label: 'procedure.tier',
      value: (row, say) => say(`procedure.tier.${row.tier}`),
      code: (row) => row.tier,
      sort: 'procedure.tier',
    },
    {
      key: 'limit',
      label: 'procedure.limit',
      value: (row, say) => {
        const text = textOf(row);
        return text === null ? null : limitsInShort(text, say) || null;
      },
    },
    {
      key: 'online',
      label: 'procedure.online-level',
      value: (row, say) => {
        const level = textOf(row)?.onlineLevel;
        return level == null ? null : say(`procedure.online.${level}`);
      },
      code: (row) => textOf(row)?.onlineLevel ?? null,
    },
    { key: 'owner', label: 'procedure.owner', value: (row) => row.owner, sort: 'unit.name' },
    {
      key: 'state',
      label: 'procedure.state',
      value: (row, say) => say(`procedure.standing.${standing(row)}`),
      code: standing,
      cell: (row, visit) => (
        <StandingTag standing={standing(row)} words={visit.say(`procedure.standing.${standing(row)}`)} />
      ),
    },
  ],
  filters: [
    {
      kind: 'text',
      name: 'q',
      label: 'procedures.search',
      apply: (builder, typed) => builder.where(holdsWords('procedure.search_fold', typed)),
    },
    {
      kind: 'select',
      name: 'field',
      label: 'procedure.field',
      options: async (query) =>
        (
          await query.selectFrom('procedure').select('field_name').distinct().orderBy('field_name').execute()
        ).map(({ field_name: field }) => ({ value: field, label: field })),
      apply: (builder, field) => builder.where('procedure.field_name', '=', field),
    },
    {
      kind: 'select',
      name: 'tier',
      label: 'procedure.tier',
      options: (_query, _scope, { say }) =>
        TIERS.map((tier) => ({ value: tier, label: say(`procedure.tier.${tier}`) })),
      apply: (builder, tier) => builder.where('procedure.tier', '=', tier),
    },
    {
      kind: 'select',
      name: 'online',
      label: 'procedure.online-level',
      options: (_query, _scope, { say }) =>
        ONLINE_LEVELS.map((level) => ({ value: level, label: say(`procedure.online.${level}`) })),
      apply: (builder, level) => builder.where(sql<SqlBool>`v.procedure_text ->> 'onlineLevel' = ${level}`),
    },
    {
      kind: 'select',
      name: 'owner',
      label: 'procedure.owner',
      options: async (query, _scope, { actor }) =>
        (await listUnits(query, actor.agencyId))
          .filter(({ kind }) => kind === 'division' || kind === 'office')
          .map(({ id, name }) => ({ value: id, label: name })),
      apply: (builder, unit) => builder.where('procedure.owner_unit_id', '=', unit),
    },
    {
      kind: 'select',
      name: 'state',
      label: 'procedure.state',
      options: (_query, _scope, { say }) =>
        STANDINGS.map((one) => ({ value: one, label: say(`procedure.standing.${one}`) })),
      apply: (builder, one) => builder.where(STANDING_SQL[one as Standing]),
    },
  ],
});
