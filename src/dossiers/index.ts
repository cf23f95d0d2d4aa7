export {
  appointment,
  type DeskClock,
  deskClockOf,
  deskRulesOn,
  dueAfterSupplement,
} from './appointed.ts';
export { codeRulesOn } from './code-rules.ts';
export { counterScope, dossierCode } from './domain/code.ts';
export * as dossierDecisions from './domain/decisions.ts';
export type { Channel, DossierEvent, DossierState, Intake, PartyRef } from './domain/dossier.ts';
export { dossierLedger } from './ledger.ts';
