import { type RawBuilder, sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { listUnits } from '../../agencies/index.ts';
import type { Reader } from '../../platform/database/database.ts';
import { readersLanguage } from '../../platform/i18n/language.ts';
import { defineList, type ListAsk } from '../../platform/lists/index.ts';
import { asOfDay } from '../../platform/measure/as-of.ts';
import type { Scope } from '../../platform/policy/policy.ts';
import { Tag, type Tone } from '../../platform/view/index.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { dossierUrl } from '../urls.ts';
import { closedVersions } from './closed.ts';
import { closedDossiers, columnCounts, countedDossiers, narrowed } from './counted.ts';
import { type ReportForm, reportForms } from './report-form.ts';
import { closedDossiersUrl, handlingDossiersUrl } from './urls.ts';
import type { DossierVerdict } from './verdict.ts';

/** A dossier that a handling report counts. */
interface CountedDossierRow {
  id: string;
  code: string | null;
  procedure: string | null;
  field: string;
  unit: string | null;
  arrival: string;
  verdict: DossierVerdict;
  accepted_at: Temporal.Instant | null;
}

export const VERDICT_TONES: Readonly<Record<DossierVerdict, Tone>> = {
  early: 'on-time',
  on_time: 'on-time',
  done_late: 'late',
  within: 'neutral',
  late: 'late',
  out: 'neutral',
};

/** Of what one may count, what one's own agency handles: a report is of one agency. */
export const ownAgency = ({ whole }: Scope, agencyId: string | null): string[] =>
  whole.filter((id) => id === agencyId);

const CODE = /^[a-z0-9-]+$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const formOf = ({ params }: Pick<ListAsk, 'params'>): ReportForm | undefined =>
  reportForms.find(({ code }) => code === params.form);

/** The day of a parameter; undefined where it is none. */
const dayOf = (typed = '') =>
  DAY.test(typed) ? (readCivilDate(typed, Number(typed.slice(0, 4))) ?? undefined) : undefined;

/** What is counted, with what a row of the list shows. */
const listed = (query: Reader, counted: RawBuilder<unknown>) =>
  query
    .selectFrom(
      sql<CountedDossierRow & { ending: string | null; unit_id: string; procedure_id: string }>`(
        SELECT c.dossier_id AS id, c.code, c.field, c.arrival, c.verdict, c.ending, c.unit_id, c.procedure_id, d.accepted_at,
          u.name AS unit, p.name AS procedure
        FROM (${counted}) c LEFT JOIN dossier d ON d.agency_id = c.agency_id AND d.id = c.dossier_id
        LEFT JOIN unit u ON u.agency_id = c.agency_id AND u.id = c.unit_id
        LEFT JOIN procedure p ON p.id = c.procedure_id)`.as('counted'),
    )
    .selectAll();

const nothing = sql`SELECT NULL::uuid AS agency_id, NULL::uuid AS dossier_id, NULL AS code, NULL::uuid AS unit_id,
  NULL::uuid AS procedure_id, NULL AS field, NULL AS arrival, NULL AS verdict, NULL AS ending WHERE false`;

const parts = {
  permission: 'dossier.count',
  title: 'handling-dossiers.title',
  empty: 'handling-dossiers.empty',
  order: ['counted.code', 'counted.id'],
  id: (row: CountedDossierRow) => row.id,
  columns: [
    {
      key: 'code',
      label: 'dossiers.code',
      value: (row: CountedDossierRow) => row.code,
      cell: (row: CountedDossierRow) => <a href={dossierUrl(row.id)}>{row.code}</a>,
      rowHeader: true,
      nowrap: true,
    },
    {
      key: 'procedure',
      label: 'dossier.procedure',
      value: (row: CountedDossierRow) => row.procedure,
      cell: (row: CountedDossierRow) => <span lang="vi">{row.procedure}</span>,
      width: 'broad',
    },
    {
      key: 'field',
      label: 'handling-report.by.field',
      value: (row: CountedDossierRow) => row.field,
      cell: (row: CountedDossierRow) => <span lang="vi">{row.field}</span>,
    },
    {
      key: 'unit',
      label: 'dossier.unit',
      value: (row: CountedDossierRow) => row.unit,
      cell: (row: CountedDossierRow) => <span lang="vi">{row.unit}</span>,
    },
    {
      key: 'accepted',
      label: 'dossier.accepted-at',
      type: 'instant',
      value: (row: CountedDossierRow) => row.accepted_at,
      sort: 'counted.accepted_at',
    },
    {
      key: 'arrival',
      label: 'handling-dossiers.arrival',
      value: (row: CountedDossierRow, say: (key: string) => string) =>
        say(`handling-dossiers.arrival.${row.arrival}`),
      code: (row: CountedDossierRow) => row.arrival,
    },
    {
      key: 'verdict',
      label: 'handling-dossiers.verdict',
      value: (row: CountedDossierRow, say: (key: string) => string) =>
        say(`handling-dossiers.verdict.${row.verdict}`),
      code: (row: CountedDossierRow) => row.verdict,
      cell: (row: CountedDossierRow, visit: { say(key: string): string }) => (
        <Tag tone={VERDICT_TONES[row.verdict]}>{visit.say(`handling-dossiers.verdict.${row.verdict}`)}</Tag>
      ),
    },
  ],
} as const;

type Builder = ReturnType<typeof listed>;

const filters = [
  {
    kind: 'select' as const,
    name: 'column',
    label: 'handling-dossiers.column',
    // A form's words are Vietnamese; whoever reads English knows its columns by their numbers.
    options: (_query: Reader, _scope: Scope, ask: ListAsk) =>
      (formOf(ask)?.columns ?? []).map(({ no, group, title }) => ({
        value: String(no),
        label: readersLanguage() === 'vi' ? `(${no}) ${group}: ${title}` : `(${no})`,
      })),
    apply: (builder: Builder, value: string, ask: ListAsk) => {
      const column = formOf(ask)?.columns.find(({ no }) => String(no) === value);
      return column === undefined ? builder : builder.where(columnCounts(column, 'counted'));
    },
  },
  {
    kind: 'select' as const,
    name: 'ending',
    label: 'handling-dossiers.ending',
    options: (_query: Reader, _scope: Scope, { say }: ListAsk) =>
      (['finished', 'withdrawn', 'stopped'] as const).map((ending) => ({
        value: ending,
        label: say(`handling-dossiers.ending.${ending}`),
      })),
    apply: (builder: Builder, ending: string) => builder.where('counted.ending', '=', ending),
  },
  {
    kind: 'select' as const,
    name: 'unit',
    label: 'dossier.unit',
    options: async (query: Reader, _scope: Scope, { actor }: ListAsk) =>
      (await listUnits(query, actor.agencyId)).map(({ id, name }) => ({ value: id, label: name })),
    apply: (builder: Builder, unit: string) => builder.where(narrowed({ unit }, 'counted')),
  },
  {
    kind: 'select' as const,
    name: 'field',
    label: 'handling-report.by.field',
    options: async (query: Reader) => fieldOptions(query),
    apply: (builder: Builder, field: string) => builder.where(narrowed({ field }, 'counted')),
  },
  {
    kind: 'select' as const,
    name: 'procedure',
    label: 'dossier.procedure',
    options: async (query: Reader) => procedureOptions(query),
    apply: (builder: Builder, procedure: string) => builder.where(narrowed({ procedure }, 'counted')),
  },
];

/** Fields of all versions of procedures: dossiers keep that of theirs. */
export async function fieldOptions(query: Reader) {
  const { rows } = await sql<{ field: string }>`SELECT DISTINCT procedure_text->'field'->>'name' AS field
    FROM procedure_version WHERE procedure_text->'field'->>'name' <> '' ORDER BY 1`.execute(query);
  return rows.map(({ field }) => ({ value: field, label: field }));
}

export async function procedureOptions(query: Reader) {
  const rows = await query
    .selectFrom('procedure')
    .select(['id', 'name'])
    .where('state', '<>', 'draft')
    .orderBy('name')
    .execute();
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

/** The dossiers that a number of the handling report of any period was counted from. */
export const handlingDossierList = defineList({
  ...parts,
  name: 'handling-dossiers',
  path: handlingDossiersUrl(':form', ':from', ':to'),
  parameters: { form: CODE, from: DAY, to: DAY },
  subject: async (_query, ask) =>
    formOf(ask) === undefined || dayOf(ask.params.from) === undefined || dayOf(ask.params.to) === undefined
      ? undefined
      : { agencyId: ask.actor.agencyId },
  query: (query, scope, ask) => {
    const [form, from, to] = [formOf(ask), dayOf(ask.params.from), dayOf(ask.params.to)];
    if (form === undefined || from === undefined || to === undefined) return listed(query, nothing);
    return listed(
      query,
      countedDossiers(ownAgency(scope, ask.actor.agencyId), from, asOfDay(to, ask.clock), form),
    );
  },
  filters,
});

/** The same of a closed period, as they stood when it was closed. */
export const closedDossierList = defineList({
  ...parts,
  name: 'closed-dossiers',
  path: closedDossiersUrl(':form', ':report', ':no'),
  parameters: { form: CODE, no: /^\d{1,4}$/ },
  async subject(query, ask) {
    const { report = '', no } = ask.params;
    if (formOf(ask) === undefined) return undefined;
    const found = (await closedVersions(query, report)).find((one) => String(one.no) === no);
    return found && { agencyId: found.agencyId };
  },
  query: (query, scope, { params: { report = '', no = '' } }) =>
    listed(query, closedDossiers(scope.whole, report, Number(no))),
  filters,
});
