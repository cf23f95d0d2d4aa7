import { sql } from 'kysely';
import { peopleInCharge } from '../people/index.ts';
import { asOfNow } from '../platform/measure/as-of.ts';
import type { Charge, ReminderSource } from '../platform/reminders/source.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { owedPublications } from './owed.ts';
import { publicationWords } from './publication-words.ts';
import { ownPublicationsUrl } from './urls.ts';

interface DueRow {
  agency: string;
  number: string;
  decided: CivilDate;
  due: CivilDate;
  count: number;
  /** The Office of the agency; null where it has none. */
  office: string | null;
}

/**
 * What an agency still has to make public of a decision: one reminder, however many procedures it announced. The Office
 * is reminded where there is one, else whoever answers for the agency.
 */
export const duePublications: ReminderSource = {
  kind: 'publication',
  async due(query, { clock, agencies, until, of }) {
    const { rows } = await sql<DueRow>`
      SELECT o.agency_id AS agency, o.decision_number AS number, o.decision_date AS decided, o.due_end AS due,
             count(*)::integer AS count,
             (SELECT unit.id FROM unit WHERE unit.agency_id = o.agency_id AND unit.kind = 'office'
                ORDER BY unit.position LIMIT 1) AS office
      FROM (${owedPublications(asOfNow(clock))}) o
      WHERE o.published_on IS NULL AND o.due_end IS NOT NULL AND o.agency_id = ANY (${[...agencies]}::uuid[])
        AND (${until ?? null}::date IS NULL OR o.due_end <= ${until ?? null}::date)
      GROUP BY o.agency_id, o.decision_number, o.decision_date, o.due_end
      ORDER BY o.due_end, o.agency_id, o.decision_number`.execute(query);
    const without = rows.filter(({ office }) => office === null).map(({ agency }) => agency);
    const inCharge = await peopleInCharge(query, without, clock.today());
    return rows
      .map(({ agency, number, decided, due, count, office }) => ({
        agencyId: agency,
        thing: `${agency}:${number}:${decided}:${due}`,
        title: publicationWords.say('publication.reminder', { count, number }),
        href: ownPublicationsUrl(),
        lastDay: due,
        charges:
          office === null
            ? (inCharge.get(agency) ?? []).map((personId): Charge => ({ unitId: null, personId }))
            : [{ unitId: office, personId: null }],
      }))
      .filter(
        ({ charges }) =>
          of === undefined ||
          charges.some(
            ({ unitId, personId }) => of.people.includes(personId ?? '') || of.units.includes(unitId ?? ''),
          ),
      );
  },
};
