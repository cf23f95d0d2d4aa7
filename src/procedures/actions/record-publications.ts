import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { civilDay, many } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import { asOfNow } from '../../platform/measure/as-of.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { UUID, uuid7 } from '../../platform/uuid.ts';
import { checkPublication } from '../domain/place.ts';
import { type OwedPublication, owedPublications } from '../owed.ts';
import { findPlaces } from '../places.ts';
import { ownPublicationsUrl } from '../urls.ts';

/** "<place>" for what was looked at, "<place>/<version>" or "<place>/abolition" for what was made public. */
const ABOLITION = 'abolition';
/** So many at once. */
const MOST = 1000;
const owedKey = z
  .string()
  .regex(
    new RegExp(`^${UUID.source.slice(1, -1)}/(${UUID.source.slice(1, -1)}|${ABOLITION})$`, 'i'),
    'choose',
  );
const someOf = (one: z.ZodString) =>
  many(one)
    .refine((all) => all.length > 0, 'choose')
    .refine((all) => all.length <= MOST, 'choose');

/** Says on which day versions were made public at the own agency's places; another day takes the place of an earlier one. */
export const recordPublications = defineAction({
  name: 'publication.record',
  path: '/publications',
  permission: 'publication.record',
  sees: 'publication.read',
  input: z.object({ owed: someOf(owedKey), publishedOn: civilDay() }),
  subject: (query, { owed }) =>
    subjectOf(
      query,
      owed.map((key) => key.split('/')[0] ?? ''),
    ),
  async perform(performing, { owed, publishedOn }) {
    const { query, clock, actor } = performing;
    const known = await owedOf(performing, owed);
    const now = clock.now().toString();
    for (const key of new Set(owed)) {
      const one = known.get(key);
      if (one === undefined) throw new RefusalError(refuse('invalid:choose', {}, { field: 'owed' }));
      const refusal = checkPublication({ published: publishedOn, decided: one.decision_date }, clock.today());
      if (refusal !== null) throw new RefusalError(refusal);
      if (one.published_on === publishedOn) continue;
      await query
        .updateTable('publication')
        .set({ superseded_at: now })
        .where('agency_id', '=', one.agency_id)
        .where('place_id', '=', one.place_id)
        .where('version_id', 'is not distinct from', one.version_id)
        .where('superseded_at', 'is', null)
        .execute();
      await query
        .insertInto('publication')
        .values({
          agency_id: one.agency_id,
          id: uuid7(),
          place_id: one.place_id,
          keeper_id: one.keeper_id,
          procedure_id: one.procedure_id,
          version_id: one.version_id,
          published_on: publishedOn,
          recorded_at: now,
          recorded_by: actor.accountId,
          superseded_at: null,
        })
        .execute();
    }
    return { recorded: new Set(owed).size };
  },
  next: () => ownPublicationsUrl(),
});

/** Says that somebody looked today whether procedures hang at places of the own agency, and are current there. */
export const checkPlaces = defineAction({
  name: 'place.check',
  path: '/publications/checks',
  permission: 'publication.record',
  sees: 'publication.read',
  input: z.object({ places: someOf(z.string().regex(UUID, 'choose')) }),
  subject: (query, { places }) => subjectOf(query, places),
  async perform({ query, clock, saveRow }, { places }) {
    for (const row of await findPlaces(query, places)) {
      if (row.valid_to !== null) throw new RefusalError(refuse('conflict:place-ended'));
      await saveRow('procedure_place', row.agency_id, { ...row, checked_on: clock.today() }, false);
    }
    return { checked: new Set(places).size };
  },
  next: () => ownPublicationsUrl(),
});

/** The one agency whose places these are; undefined where they are of several, or one is unknown. */
async function subjectOf(query: Reader, places: readonly string[]): Promise<Subject | undefined> {
  const wanted = new Set(places);
  const found = await findPlaces(query, [...wanted]);
  const agencies = new Set(found.map((row) => row.agency_id));
  const [agencyId] = agencies;
  return agencyId === undefined || agencies.size > 1 || found.length < wanted.size ? undefined : { agencyId };
}

async function owedOf(
  { query, clock }: Performing,
  owed: readonly string[],
): Promise<ReadonlyMap<string, OwedPublication>> {
  const places = [...new Set(owed.map((key) => key.split('/')[0] ?? ''))];
  // Two who enter the same at once wait for each other.
  await sql`SELECT id FROM procedure_place WHERE id = ANY (${places}::uuid[]) ORDER BY id FOR UPDATE`.execute(
    query,
  );
  const { rows } = await sql<OwedPublication>`SELECT * FROM (${owedPublications(asOfNow(clock))}) owed
    WHERE place_id = ANY (${places}::uuid[])`.execute(query);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** How a form names what is owed. */
export const keyOf = ({
  place_id: place,
  version_id: version,
}: Pick<OwedPublication, 'place_id' | 'version_id'>) => `${place}/${version ?? ABOLITION}`;
