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
  type ProcedureRow,
  procedureVersionAt,
} from './queries.ts';
export { type ProcedureHit, searchProcedures } from './search.ts';
export { procedureUrl } from './urls.ts';
