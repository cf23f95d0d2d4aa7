import { z } from 'zod';
import { findAgency } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { civilDay, id, optionalId, optionalText, text, ticked } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { readWeek, writeWeek } from '../../pure/calendar/index.ts';
import { readCivilDate } from '../../pure/law/index.ts';
import { agencyHoursUrl } from '../urls.ts';

/** A day of each year, "16/4", as it is kept: "04-16". */
const season = () =>
  z.string('required').transform((typed, context) => {
    const [, day = '', month = ''] = /^(\d{1,2})[/.-](\d{1,2})$/.exec(typed) ?? [];
    const kept = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    // Of a year that is no leap year: a season cannot begin on 29 February.
    if (readCivilDate(`2019-${kept}`) !== null) return kept;
    context.addIssue({ code: 'custom', message: 'season' });
    return z.NEVER;
  });

/** Sets the office hours of an agency from a day on, or corrects a version; every state is kept. */
export const saveHours = defineAction({
  name: 'office_hours.save',
  path: '/office-hours/:agency/versions',
  permission: 'office_hours.set',
  sees: 'calendar.read',
  input: z.object({
    agency: id(),
    version: optionalId(),
    from: civilDay(),
    legalBasis: text(500),
    season: season(),
    hours: text(2000),
    otherSeason: season().or(
      z
        .literal('')
        .nullish()
        .transform(() => null),
    ),
    otherHours: optionalText(2000),
    reception: optionalText(2000),
    provisional: ticked(),
  }),
  async subject(query, input) {
    const agency = await findAgency(query, input.agency);
    return agency && { agencyId: agency.id };
  },
  async perform({ query, saveRow }, input) {
    const rows = await query
      .selectFrom('office_hours')
      .select(['id', 'valid_from'])
      .where('agency_id', '=', input.agency)
      .execute();
    if (input.version !== null && rows.every(({ id: known }) => known !== input.version))
      throw new RefusalError(refuse('missing:thing'));
    if (rows.some((row) => row.valid_from === input.from && row.id !== input.version))
      throw new RefusalError(refuse('conflict:hours-from', {}, { field: 'from' }));
    if ((input.otherSeason === null) !== (input.otherHours === null))
      throw new RefusalError(
        refuse('invalid:required', {}, { field: input.otherSeason === null ? 'otherSeason' : 'otherHours' }),
      );
    if (input.otherSeason === input.season)
      throw new RefusalError(refuse('conflict:season', {}, { field: 'otherSeason' }));
    const hours = {
      hours: week(input.hours, 'hours'),
      other_hours: input.otherHours === null ? null : week(input.otherHours, 'otherHours'),
      reception: input.reception === null ? null : week(input.reception, 'reception'),
    };
    const version = input.version ?? uuid7();
    const { seq } = await saveRow('office_hours', input.agency, {
      id: version,
      agency_id: input.agency,
      valid_from: input.from,
      legal_basis: input.legalBasis,
      season: input.season,
      other_season: input.otherSeason,
      ...hours,
      provisional: input.provisional,
    });
    return { id: version, seq };
  },
  next: ({ agency }) => agencyHoursUrl(agency),
});

/** Hours as they are kept. @throws RefusalError at the field, with the line that cannot be read */
function week(typed: string, field: string): string {
  const read = readWeek(typed);
  if ('wrong' in read)
    throw new RefusalError(refuse('invalid:office-hours', { line: read.wrong.slice(0, 100) }, { field }));
  return writeWeek(read.hours);
}
