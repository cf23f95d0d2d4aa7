import { type SqlBool, sql } from 'kysely';
import { defineList } from '../platform/lists/index.ts';
import { PARTY_KINDS } from './domain/facts.ts';
import { maskNumber } from './domain/numbers.ts';
import { foundParties } from './search-parties.ts';
import { partiesUrl, partyUrl } from './urls.ts';
import { partyWords } from './words.ts';

/** As many as a search gives to the list. */
const MOST_FOUND = 1000;

const masked = (number: string | null) => (number === null ? null : maskNumber(number));

/** One agency as one, so that the newest of its parties are read along the key and no more than a page of them. */
function ofAgencies(agencies: readonly string[]) {
  const [only] = agencies;
  return only !== undefined && agencies.length === 1
    ? sql<SqlBool>`party.agency_id = ${only}`
    : sql<SqlBool>`party.agency_id = ANY (${[...agencies]}::uuid[])`;
}

/** Whom dossiers concern, the newest first; numbers are hidden in part, in exports too. */
export const partyList = defineList({
  name: 'parties',
  path: partiesUrl(),
  permission: 'party.read',
  title: 'parties.title',
  empty: 'parties.empty',
  query: (query, scope) =>
    query
      .selectFrom('party')
      .innerJoin('party_version', (join) =>
        join
          .onRef('party_version.agency_id', '=', 'party.agency_id')
          .onRef('party_version.party_id', '=', 'party.id')
          .onRef('party_version.version', '=', 'party.version'),
      )
      .leftJoin('agency', 'agency.id', 'party.agency_of')
      .select([
        'party.id',
        'party.kind',
        'party_version.name',
        'party_version.identity_number',
        'party_version.tax_code',
        'party_version.telephone',
        'party_version.decision_number',
        'agency.short_name as agency',
      ])
      .where(ofAgencies(scope.whole))
      .where('party.merged_into', 'is', null),
  order: ['party.id desc'],
  id: (row) => row.id,
  columns: [
    {
      key: 'name',
      label: 'parties.name',
      rowHeader: true,
      width: 'broad',
      value: (row, say) => row.name ?? say('party.erased'),
      cell: (row, visit) => (
        <a href={partyUrl(row.id)} lang={row.name === null ? undefined : 'vi'}>
          {row.name ?? partyWords.in(visit.language)('party.erased')}
        </a>
      ),
    },
    {
      key: 'kind',
      label: 'party.kind.label',
      value: (row, say) => say(`party.kind.${row.kind}`),
      code: (row) => row.kind,
    },
    {
      key: 'identityNumber',
      label: 'party.identity-number.short',
      nowrap: true,
      value: (row) => masked(row.identity_number),
    },
    { key: 'taxCode', label: 'party.tax-code', nowrap: true, value: (row) => masked(row.tax_code) },
    { key: 'decisionNumber', label: 'party.decision-number', value: (row) => row.decision_number },
    { key: 'telephone', label: 'party.telephone', nowrap: true, value: (row) => masked(row.telephone) },
    { key: 'agency', label: 'party.agency-of', value: (row) => row.agency },
  ],
  filters: [
    {
      name: 'q',
      label: 'parties.search',
      kind: 'text',
      apply: (builder, typed, { actor }) =>
        builder.where(
          sql<SqlBool>`(party.agency_id, party.id) IN (${foundParties([actor.agencyId], typed, MOST_FOUND)})`,
        ),
    },
    {
      name: 'kind',
      label: 'party.kind.label',
      kind: 'select',
      options: (_query, _scope, { say }) =>
        PARTY_KINDS.map((kind) => ({ value: kind, label: say(`party.kind.${kind}`) })),
      apply: (builder, kind) => builder.where('party.kind', '=', kind),
    },
  ],
});
