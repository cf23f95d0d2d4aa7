export {
  type Agency,
  allAgencyIds,
  findAgency,
  findRootAgency,
  listChildren,
  listUnits,
  RootAgency,
  type Unit,
  unitNames,
} from './queries.ts';
