export { VersionHistory } from './pages/version-history.tsx';
export { agencyChaseSubject } from './policy.ts';
export {
  AFFILIATED_KINDS,
  type Agency,
  agencyNames,
  allAgenciesIn,
  allAgencyIds,
  countAffiliated,
  countUnits,
  findAgency,
  findRootAgency,
  findUnit,
  listChildren,
  listUnits,
  RootAgency,
  type Unit,
  unitNames,
} from './queries.ts';
export { versionsOf } from './versions.ts';
