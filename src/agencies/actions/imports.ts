import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id, text } from '../../platform/actions/fields.ts';
import { insertRows } from '../../platform/actions/versioned-rows.ts';
import { rowsToImport } from '../../platform/import/index.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { AGENCY_COLUMNS, checkAgencies } from '../import-agencies.ts';
import { checkUnits, UNIT_COLUMNS } from '../import-units.ts';
import { findAgency } from '../queries.ts';
import { newAgencyRow, newUnitRow, shareWithParent } from '../rows.ts';
import { affiliatedUrl, unitsUrl } from '../urls.ts';

/** Takes a file with a list, to be looked through before anything is added from it. */
export const uploadImport = defineAction({
  name: 'import.upload',
  path: '/imports',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({ file: id(), next: text(200).regex(/^\/(?!\/)/, 'choose') }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform({ query, actor }, input) {
    const file = await query
      .selectFrom('stored_file')
      .select('format')
      .where('agency_id', '=', actor.agencyId)
      .where('id', '=', input.file)
      .executeTakeFirst();
    if (file?.format !== 'xlsx' && file?.format !== 'txt')
      throw new RefusalError(refuse('invalid:file-format', { allowed: 'XLSX, CSV' }, { field: 'file' }));
    return { id: input.file };
  },
  next: (input) => `${input.next}/${input.file}`,
});

/** Adds the units of a list that are not there yet; rows with something wrong are left out. */
export const importUnits = defineAction({
  name: 'unit.import',
  path: '/units/import',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({ file: id() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, input) {
    const { query, actor, clock } = performing;
    const checked = await checkUnits(
      query,
      actor.agencyId,
      await rowsToImport(performing, input.file, UNIT_COLUMNS),
    );
    const added = checked.filter((row) => row.state === 'new');
    if (added.length === 0) throw new RefusalError(refuse('conflict:import-nothing'));
    const rows = added.map(({ unit }) => ({
      ...newUnitRow(unit, actor.agencyId, uuid7(), clock.today()),
      agencyOfVersion: actor.agencyId,
    }));
    await insertRows(query, 'unit', rows, {
      account: actor.accountId,
      recordedAt: clock.real().toString(),
    });
    return { id: input.file, count: rows.length };
  },
  next: () => unitsUrl(),
});

/** Adds the affiliated agencies of a list that are not there yet; rows with something wrong are left out. */
export const importAgencies = defineAction({
  name: 'agency.import',
  path: '/agencies/import',
  permission: 'agency.manage',
  sees: 'agency.read',
  input: z.object({ file: id() }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, input) {
    const { query, actor, clock, reach } = performing;
    const parent = await findAgency(query, actor.agencyId);
    if (parent === undefined) throw new RefusalError(refuse('missing:thing'));
    const checked = await checkAgencies(query, await rowsToImport(performing, input.file, AGENCY_COLUMNS));
    const added = checked.filter((row) => row.state === 'new');
    if (added.length === 0) throw new RefusalError(refuse('conflict:import-nothing'));
    const rows = added.map(({ agency }) => {
      const id = uuid7();
      return { ...newAgencyRow(agency, parent, id, clock.today()), agencyOfVersion: id };
    });
    const ids = rows.map((row) => row.id);
    await reach(ids);
    await insertRows(query, 'agency', rows, {
      account: actor.accountId,
      recordedAt: clock.real().toString(),
    });
    await shareWithParent(query, ids, parent.id, clock.today());
    return { id: input.file, count: rows.length };
  },
  next: () => affiliatedUrl(),
});
