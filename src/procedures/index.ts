export type {
  Channel,
  Component,
  Fee,
  HandlingKind,
  Limit,
  OnlineLevel,
  ProcedureText,
  ProcedureVersion,
  Tier,
} from './domain/procedure.ts';
export { casesOf, componentsOf, limitOf } from './domain/version-at.ts';
export {
  catalogueAgencies,
  findProcedureVersion,
  listProcedureVersions,
  type ProcedureHit,
  type ProcedureRow,
  procedureVersionAt,
  searchProcedures,
} from './queries.ts';
export { procedureUrl } from './urls.ts';
