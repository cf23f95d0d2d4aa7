import { z } from 'zod';
import { readNumberAndSymbol, saveDocument } from '../documents/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import { oneOf, optionalDay, optionalId, optionalText } from '../platform/actions/fields.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { EVIDENCE_KINDS, type EvidenceOrigin, hand, type Revision } from './domain/evidence.ts';
import { fileRefusal } from './domain/evidence-file.ts';
import { evidenceLedger } from './ledger.ts';

/** The fields of a form that hands evidence in; which of them are needed follows from the kind. */
export const evidenceFields = {
  kind: oneOf(EVIDENCE_KINDS),
  /** Number and symbol, "375/KH-SGDĐT". */
  number: optionalText(100),
  issuer: optionalText(200),
  issueDate: optionalDay(),
  /** Day of the event, or of what the file shows. */
  day: optionalDay(),
  abstract: optionalText(1000),
  /** A stored file. */
  file: optionalId(),
};

const read = z.object(evidenceFields);
export type EvidenceInput = z.output<typeof read>;

/** Names the fields that the kind of evidence needs and that are missing; for `superRefine`. */
export function checkEvidence(input: EvidenceInput, context: z.RefinementCtx): void {
  const missing = (field: keyof EvidenceInput, message = 'required') =>
    context.addIssue({ code: 'custom', message, path: [field] });
  if (input.kind === 'document') {
    if (input.number === null) missing('number');
    else if (readNumberAndSymbol(input.number) === null) missing('number', 'document-number');
    if (input.issueDate === null) missing('issueDate');
  } else if (input.day === null) missing('day');
  if (input.abstract === null) missing('abstract');
  if (input.kind === 'file' && input.file === null) missing('file', 'file');
}

/** A revision of a piece of evidence, as what it proves refers to it. */
export interface HandedIn {
  evidenceId: string;
  revision: number;
  evidenceDate: CivilDate;
  /** Null where the evidence is no document. */
  documentType: string | null;
}

/**
 * Hands evidence in within an action under way: a new piece, or the next revision of `evidenceId`.
 * @returns what the thing that it proves has to remember, and the type of its document
 */
export async function handIn(
  performing: Performing,
  agencyId: string,
  input: EvidenceInput,
  evidenceId: string | null,
): Promise<HandedIn> {
  return record(performing, agencyId, await revisionOf(performing, agencyId, input), evidenceId);
}

/**
 * Hands in a document that other work of the house has brought forth.
 * @param day what counts as its evidence date: the day on which it was sent
 */
export async function handInDocument(
  performing: Performing,
  agencyId: string,
  document: { id: string; number: string; type: string; abstract: string },
  day: CivilDate,
  origin: EvidenceOrigin,
): Promise<HandedIn> {
  const { abstract, ...known } = document;
  const revision: Revision = {
    kind: 'document',
    evidenceDate: day,
    abstract,
    document: known,
    file: null,
    origin,
  };
  return record(performing, agencyId, revision, null);
}

async function record(
  performing: Performing,
  agencyId: string,
  revision: Revision,
  evidenceId: string | null,
): Promise<HandedIn> {
  const id = evidenceId ?? uuid7();
  const { state } = await performing.append(
    evidenceLedger,
    agencyId,
    id,
    (known) => hand(known, revision),
    false,
  );
  return {
    evidenceId: id,
    revision: state?.revisions.length ?? 1,
    evidenceDate: revision.evidenceDate,
    documentType: revision.document?.type ?? null,
  };
}

async function revisionOf(
  performing: Performing,
  agencyId: string,
  { kind, number, issuer, issueDate, day, abstract, file: fileId }: EvidenceInput,
): Promise<Revision> {
  const evidenceDate = kind === 'document' ? issueDate : day;
  if (evidenceDate === null || abstract === null)
    throw new Error('evidence was not checked before it was handed in');
  const file = fileId === null ? null : await ownFile(performing, agencyId, fileId);
  const read = kind === 'document' && number !== null ? readNumberAndSymbol(number) : null;
  if (read === null) return { kind, evidenceDate, abstract, document: null, file };
  const id = await saveDocument(performing, agencyId, {
    ...read,
    issuer,
    issueDate: evidenceDate,
    abstract,
    fileId,
  });
  const document = { id, number: `${read.number}/${read.symbol}`, type: read.type };
  return { kind, evidenceDate, abstract, document, file };
}

/** A file that the actor has uploaded: nobody hands in what another person's form has kept. */
export async function ownFile(
  { query, actor }: Performing,
  agencyId: string,
  id: string,
): Promise<NonNullable<Revision['file']>> {
  const row = await query
    .selectFrom('stored_file')
    .select(['id', 'name', 'sha256', 'format'])
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .where('uploaded_by', '=', actor.accountId)
    .executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
  const { format, ...file } = row;
  const refused = fileRefusal(format, file.name);
  if (refused !== null) throw new RefusalError(refuse(refused, { name: file.name }, { field: 'file' }));
  return file;
}
