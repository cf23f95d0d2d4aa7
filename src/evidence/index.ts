export type { EvidenceKind } from './domain/evidence.ts';
export { checkEvidence, evidenceFields, handIn, ownFile } from './hand-in.ts';
export { EvidenceInputs } from './pages/inputs.tsx';
export {
  type EvidenceRevision,
  findEvidence,
  findRevisions,
  keptFileName,
  searchEvidence,
} from './queries.ts';
