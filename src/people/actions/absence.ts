import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, optionalDay, text } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { absencesWithin, unitsOfPerson } from '../absences.ts';
import { type Absence, comesBack, lastDay, overlapping } from '../domain/absence.ts';
import { absencesUrl } from '../urls.ts';
import { agencyOfPerson, personSubject } from './common.ts';

/** Says who acts for an absent person, from a day to a day: for all of the person's work. */
export const saveAbsence = defineAction({
  name: 'absence.save',
  path: '/absences',
  permission: 'absence.manage',
  sees: 'absence.read',
  input: z.object({ person: id(), deputy: id(), from: civilDay(), to: civilDay(), reason: text(500) }),
  subject: (query, input) => absenceSubject(query, input.person, input.from),
  async perform({ query, clock }, input) {
    const agencyId = await agencyOfPerson(query, input.person);
    const absence: Absence = {
      person: input.person,
      deputy: input.deputy,
      from: input.from,
      until: input.to,
    };
    if (absence.until < absence.from)
      throw new RefusalError(refuse('invalid:days-order', {}, { field: 'to' }));
    if (absence.until < clock.today())
      throw new RefusalError(refuse('invalid:absence-past', {}, { field: 'to' }));
    if (absence.deputy === absence.person)
      throw new RefusalError(refuse('invalid:own-deputy', {}, { field: 'deputy' }));
    // Both are locked, so that two forms sent at once meet each other's absence.
    const people = await query
      .selectFrom('person')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('id', 'in', [absence.person, absence.deputy])
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', absence.until)]))
      .orderBy('id')
      .forUpdate()
      .execute();
    if (people.length < 2) throw new RefusalError(refuse('invalid:choose', {}, { field: 'deputy' }));
    const others = await absencesWithin(query, agencyId, absence.from, absence.until);
    const same = overlapping(absence, others);
    if (same !== undefined)
      throw new RefusalError(
        refuse(
          'conflict:absence-overlaps',
          { from: formatDate(same.from), to: formatDate(same.until), deputy: same.deputyName },
          { field: 'from' },
        ),
      );
    if (comesBack(absence, others))
      throw new RefusalError(refuse('conflict:deputy-circle', {}, { field: 'deputy' }));
    const id = uuid7();
    await query
      .insertInto('absence')
      .values({
        agency_id: agencyId,
        id,
        person_id: absence.person,
        deputy_id: absence.deputy,
        starts_on: absence.from,
        ends_on: absence.until,
        reason: input.reason,
      })
      .execute();
    return { id };
  },
  next: () => absencesUrl(),
});

/** Ends an absence early: from this day, today unless said otherwise, the person is back. */
export const endAbsence = defineAction({
  name: 'absence.end',
  path: '/absences/:absence/end',
  permission: 'absence.manage',
  sees: 'absence.read',
  input: z.object({ absence: id(), day: optionalDay() }),
  async subject(query, input) {
    const absence = await query
      .selectFrom('absence')
      .select(['person_id', 'starts_on'])
      .where('id', '=', input.absence)
      .executeTakeFirst();
    return absence && absenceSubject(query, absence.person_id, absence.starts_on);
  },
  async perform({ query, clock }, input) {
    const absence = await query
      .selectFrom('absence')
      .select(['agency_id', 'ends_on', 'ended_early_on'])
      .where('id', '=', input.absence)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const today = clock.today();
    const day = input.day ?? today;
    if (lastDay(absence.ends_on, absence.ended_early_on) < today)
      throw new RefusalError(refuse('conflict:absence-over'));
    // What the deputy did in days gone by was lawful; an end cannot reach back.
    if (day < today || day > absence.ends_on)
      throw new RefusalError(
        refuse('invalid:day-back', { to: formatDate(absence.ends_on) }, { field: 'day' }),
      );
    await query
      .updateTable('absence')
      .set({ ended_early_on: day })
      .where('agency_id', '=', absence.agency_id)
      .where('id', '=', input.absence)
      .execute();
    return { id: input.absence };
  },
  next: () => absencesUrl(),
});

/** An absence is the business of the person, of the heads of the person's units that day, and of administrators. */
async function absenceSubject(query: Reader, personId: string, day: CivilDate): Promise<Subject | undefined> {
  const subject = await personSubject(query, personId);
  if (subject === undefined) return undefined;
  return { ...subject, people: [personId], units: await unitsOfPerson(query, personId, day) };
}
