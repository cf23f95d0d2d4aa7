export type { EvidenceKind } from './domain/evidence.ts';
export type { HandedIn } from './hand-in.ts';
export { checkEvidence, evidenceFields, handIn, handInDocument, ownFile } from './hand-in.ts';
export { EvidenceInputs } from './pages/inputs.tsx';
export {
  type EvidenceRevision,
  findEvidence,
  findRevisions,
  keptFileName,
  searchEvidence,
} from './queries.ts';
