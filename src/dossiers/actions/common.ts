import { z } from 'zod';
import { ownFile } from '../../evidence/index.ts';
import type { Performing } from '../../platform/actions/action.ts';
import { id, optionalDay, optionalId, optionalText } from '../../platform/actions/fields.ts';
import type { Reader } from '../../platform/database/database.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { type Refusal, RefusalError, refuse } from '../../platform/refusal.ts';
import type { ActDocument, DossierEvent, DossierFile, DossierState } from '../domain/dossier.ts';
import { type DossierForm, issueForm } from '../dossier-forms.ts';
import { dossierLedger } from '../ledger.ts';
import { deskSubject, type Held, handleSubject, pendingSubject } from '../policy.ts';
import { type DossierRow, findDossierRow } from '../queries.ts';

export const ofDossier = z.object({ dossier: id() });
export type OfDossier = z.output<typeof ofDossier>;

const judgedBy =
  (subject: (held: Held) => Subject) =>
  async (query: Reader, { dossier }: OfDossier): Promise<Subject | undefined> => {
    const row = await findDossierRow(query, dossier);
    return row && subject(row);
  };

/** What policy judges: the unit that answers for it, the one that shall get it, the desk that received it, the agency. */
export const byHandler = judgedBy(handleSubject);
export const byPending = judgedBy(pendingSubject);
export const byDesk = judgedBy(deskSubject);
export const byAgency = judgedBy(({ agencyId }) => ({ agencyId }));

/** Appends to the ledger of a dossier that exists. */
export async function onDossier(
  { append, query }: Performing,
  dossier: string,
  decide: (state: DossierState) => readonly DossierEvent[] | Refusal,
  guarded = true,
): Promise<{ id: string; seq: number }> {
  const { agencyId } = await rowOf({ query }, dossier);
  const { seq } = await append(
    dossierLedger,
    agencyId,
    dossier,
    (state) => (state === undefined ? refuse('missing:thing') : decide(state)),
    guarded,
  );
  return { id: dossier, seq };
}

/** The same, with the form that tells the applicant of it. */
export async function issuing(
  performing: Performing,
  dossier: string,
  kind: DossierForm,
  decide: (state: DossierState) => readonly DossierEvent[] | Refusal,
): Promise<{ id: string; seq: number }> {
  const done = await onDossier(performing, dossier, decide);
  await issueForm(performing, dossier, kind);
  return done;
}

/** Its row, which the subject has found before. */
export async function rowOf({ query }: Pick<Performing, 'query'>, dossier: string): Promise<DossierRow> {
  const row = await findDossierRow(query, dossier);
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  return row;
}

/** The agency that handles it. */
export async function agencyOf(performing: Performing, dossier: string): Promise<string> {
  return (await rowOf(performing, dossier)).agencyId;
}

/** Fields of the document on which an act rests. */
export const documentFields = { number: optionalText(100), date: optionalDay(), file: optionalId() };
type DocumentInput = { number: string | null; date: string | null; file: string | null };

/** That document; null where none of its fields is filled in. */
export async function documentOf(
  performing: Performing,
  agencyId: string,
  { number, date, file }: DocumentInput,
): Promise<ActDocument | null> {
  if (number === null && date === null && file === null) return null;
  return { number, date, file: file === null ? null : await keptFile(performing, agencyId, file) };
}

/** A file that the actor has uploaded with the form. */
export async function keptFile(performing: Performing, agencyId: string, id: string): Promise<DossierFile> {
  const { name, sha256 } = await ownFile(performing, agencyId, id);
  return { id, name, sha256 };
}

/** Refuses at a field where a document is wanted and nothing of it is there. */
export function needed(document: ActDocument | null): ActDocument {
  if (document === null || document.number === null)
    throw new RefusalError(refuse('invalid:required', {}, { field: 'number' }));
  return document;
}
