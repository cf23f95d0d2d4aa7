import { z } from 'zod';
import { listUnits } from '../../agencies/index.ts';
import { defineAction } from '../../platform/actions/action.ts';
import { id, optionalText } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { deskId } from '../desk.ts';
import { isIdentifier } from '../domain/code.ts';
import { deskUrl } from '../urls.ts';

const identifier = (scheme: '2018' | '2025') =>
  optionalText(40).refine((typed) => typed === null || isIdentifier(scheme, typed), `identifier-${scheme}`);

/** Which unit is the one-stop desk of an agency, and by which identifiers its codes begin. */
export const saveDesk = defineAction({
  name: 'desk.save',
  path: '/agencies/:agency/desk',
  permission: 'desk.keep',
  sees: 'desk.read',
  input: z.object({
    agency: id(),
    unit: id(),
    printedName: optionalText(200),
    identifier2018: identifier('2018'),
    identifier2025: identifier('2025'),
  }),
  subject: async (_query, { agency }) => ({ agencyId: agency }),
  async perform({ query, saveRow }, { agency, unit, printedName, identifier2018, identifier2025 }) {
    const units = await listUnits(query, agency);
    if (!units.some((one) => one.id === unit))
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'unit' }));
    const row = {
      agency_id: agency,
      id: deskId(agency),
      unit_id: unit,
      printed_name: printedName,
      identifier_2018: identifier2018,
      identifier_2025: identifier2025,
    };
    const { seq } = await saveRow('desk', agency, row);
    return { id: row.id, seq };
  },
  next: ({ agency }) => deskUrl(agency),
});
