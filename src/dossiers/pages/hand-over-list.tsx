import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { listUnits } from '../../agencies/index.ts';
import { officeInstant } from '../../platform/clock/clock.ts';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import { refuse } from '../../platform/refusal.ts';
import { DataTable, EmptyState } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { dossierUrl, handOverListUrl, queueUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';

interface HandedOver {
  id: string;
  code: string | null;
  subject: string;
  owner: string | null;
  to_unit: string;
  at: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
}

/** What the visitor's units handed over today, by unit, to be printed and signed by both sides. */
export const handOverListPage = definePage(handOverListUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = dossierWords.in(visit.language);
  const today = visit.house.clock.today();
  const from = officeInstant(`${today}T00:00`).toString();
  const acting = visit.scope('dossier.hand-over');
  const { rows, names } = await visit.read('dossier.read', async (query) => {
    const { rows: found } = await sql<HandedOver>`
      SELECT dossier.id, dossier.code, dossier.subject, owner.name AS owner, e.payload->>'toUnit' AS to_unit,
        e.occurred_at AS at, c.occurred_at AS confirmed_at
      FROM dossier
      JOIN event e ON e.agency_id = dossier.agency_id AND e.stream = dossier.id AND e.type = 'handed-over'
      LEFT JOIN LATERAL (SELECT a.type, a.occurred_at FROM event a WHERE a.agency_id = e.agency_id AND a.stream = e.stream
        AND a.seq > e.seq AND a.type IN ('hand-over-confirmed', 'hand-over-declined') ORDER BY a.seq LIMIT 1) c ON true
      JOIN dossier_period p ON p.agency_id = e.agency_id AND p.dossier_id = dossier.id
        AND p.from_at <= e.occurred_at AND (p.to_at IS NULL OR p.to_at > e.occurred_at)
      LEFT JOIN party_version owner ON owner.agency_id = dossier.agency_id AND owner.party_id = dossier.owner_id
        AND owner.version = dossier.owner_version
      WHERE c.type IS DISTINCT FROM 'hand-over-declined' AND e.occurred_at >= ${from} AND dossier.agency_id = ANY (${[...acting.agencies]}::uuid[])
        AND (dossier.agency_id = ANY (${[...acting.whole]}::uuid[]) OR p.unit_id = ANY (${[...acting.units]}::uuid[]))
      ORDER BY e.payload->>'toUnit', e.occurred_at`.execute(query);
    const known = new Map<string, string>();
    for (const agency of acting.agencies)
      for (const { id, name } of await listUnits(query, agency)) known.set(id, name);
    return { rows: found, names: known };
  });
  const units = [...new Set(rows.map(({ to_unit }) => to_unit))];
  return {
    title: say('hand-over-list.title', { day: formatDate(today) }),
    lead: say('hand-over-list.lead'),
    breadcrumbs: [{ label: say('queue.title'), href: queueUrl() }],
    width: 'wide',
    body:
      units.length === 0 ? (
        <EmptyState>{say('hand-over-list.none')}</EmptyState>
      ) : (
        units.map((unit) => (
          <section class="hand-over-list">
            <DataTable
              id={`to-${unit}`}
              caption={say('hand-over-list.to', { unit: names.get(unit) ?? '' })}
              rows={rows.filter(({ to_unit }) => to_unit === unit)}
              empty={{ text: '' }}
              columns={[
                {
                  key: 'code',
                  label: say('dossiers.code'),
                  rowHeader: true,
                  nowrap: true,
                  cell: (row) => <a href={dossierUrl(row.id)}>{row.code}</a>,
                },
                {
                  key: 'owner',
                  label: say('dossiers.owner'),
                  cell: (row) => <span lang="vi">{row.owner}</span>,
                },
                {
                  key: 'subject',
                  label: say('dossier.subject'),
                  width: 'broad',
                  cell: (row) => <span lang="vi">{row.subject}</span>,
                },
                { key: 'at', label: say('hand-over-list.time'), cell: (row) => formatShortInstant(row.at) },
                {
                  key: 'confirmed',
                  label: say('hand-over-list.confirmed'),
                  cell: (row) => (row.confirmed_at === null ? null : formatShortInstant(row.confirmed_at)),
                },
              ]}
            />
            <div class="signatures">
              <p>{say('hand-over-list.giver')}</p>
              <p>{say('hand-over-list.taker')}</p>
            </div>
          </section>
        ))
      ),
  };
});
