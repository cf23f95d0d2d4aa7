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
export { stepsInOrder } from './domain/process/paths.ts';
export type { Branch, InternalProcess, ProcessStep, StepAssignee } from './domain/process/process.ts';
export { casesOf, componentsOf, limitOf } from './domain/version-at.ts';
export { findProcess, processAt } from './processes.ts';
export {
  catalogueAgencies,
  findProcedureVersion,
  listProcedureVersions,
  type ProcedureRow,
  procedureVersionAt,
} from './queries.ts';
export { type ProcedureHit, searchProcedures } from './search.ts';
export { procedureUrl } from './urls.ts';
