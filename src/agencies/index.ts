export {
  type Agency,
  findAgency,
  findRootAgency,
  listChildren,
  listUnits,
  RootAgency,
  type Unit,
} from './queries.ts';
