import { defineImport } from '../../platform/import/index.ts';
import { AGENCY_COLUMNS, checkAgencies } from '../import-agencies.ts';
import { checkUnits, UNIT_COLUMNS } from '../import-units.ts';
import { affiliatedUrl, importAgenciesUrl, importUnitsUrl, unitsUrl } from '../urls.ts';

/** Units from a list. */
export const unitImportPages = defineImport({
  base: importUnitsUrl(),
  title: 'unit.import',
  lead: 'unit.import.lead',
  permission: 'agency.manage',
  action: 'unit.import',
  columns: UNIT_COLUMNS,
  breadcrumbs: (visit) => [{ href: unitsUrl(), label: visit.say('agencies.menu') }],
  check: (query, visit, rows) => checkUnits(query, visit.actor.agencyId, rows),
});

/** Affiliated agencies from a list. */
export const agencyImportPages = defineImport({
  base: importAgenciesUrl(),
  title: 'agency.import',
  lead: 'agency.import.lead',
  permission: 'agency.manage',
  action: 'agency.import',
  columns: AGENCY_COLUMNS,
  breadcrumbs: (visit) => [
    { href: unitsUrl(), label: visit.say('agencies.menu') },
    { href: affiliatedUrl(), label: visit.say('agencies.affiliated') },
  ],
  check: (query, _visit, rows) => checkAgencies(query, rows),
});
