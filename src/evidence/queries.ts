import { sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import { holdsWords } from '../platform/search/folded.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { EvidenceKind } from './domain/evidence.ts';

export interface EvidenceRevision {
  evidenceId: string;
  no: number;
  kind: EvidenceKind;
  evidenceDate: CivilDate;
  abstract: string;
  documentNumber: string | null;
  documentType: string | null;
  issuer: string | null;
  file: { id: string; name: string; sha256: string } | null;
  /** The page of what of the house it comes from, where that handed it in by itself. */
  origin: string | null;
}

/** Every revision of these pieces of evidence, in order. */
export async function findRevisions(
  query: Reader,
  agencyId: string,
  evidenceIds: readonly string[],
): Promise<EvidenceRevision[]> {
  if (evidenceIds.length === 0) return [];
  const rows = await revisions(query, agencyId)
    .where('revision.evidence_id', 'in', [...evidenceIds])
    .orderBy('revision.evidence_id')
    .orderBy('revision.no')
    .execute();
  return rows.map(revisionOf);
}

/** A piece of evidence with its revisions, wherever the transaction may see it. */
export async function findEvidence(
  query: Reader,
  id: string,
): Promise<{ agencyId: string; revisions: EvidenceRevision[] } | undefined> {
  const row = await query.selectFrom('evidence').select('agency_id').where('id', '=', id).executeTakeFirst();
  return row && { agencyId: row.agency_id, revisions: await findRevisions(query, row.agency_id, [id]) };
}

/** The newest pieces of evidence of an agency in their last form, those that hold the typed words. */
export async function searchEvidence(
  query: Reader,
  agencyId: string,
  typed: string,
  limit: number,
): Promise<EvidenceRevision[]> {
  const rows = await revisions(query, agencyId)
    .innerJoin('evidence', (join) =>
      join
        .onRef('evidence.agency_id', '=', 'revision.agency_id')
        .onRef('evidence.id', '=', 'revision.evidence_id')
        .onRef('evidence.revision', '=', 'revision.no'),
    )
    .where(holdsWords(foldedWords, typed))
    .orderBy('revision.evidence_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(revisionOf);
}

/** Number, abstract and file name without accents or capitals; what is handed in is too little to keep them folded. */
const foldedWords = sql`translate(regexp_replace(normalize(lower(concat_ws(' ', revision.document_number,
  revision.abstract, revision.file_name)), NFD), U&'[\\0300-\\036F]', '', 'g'), 'đ', 'd')`;

function revisions(query: Reader, agencyId: string) {
  return query
    .selectFrom('evidence_revision as revision')
    .leftJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'revision.agency_id')
        .onRef('document.id', '=', 'revision.document_id'),
    )
    .selectAll('revision')
    .select('document.issuer')
    .where('revision.agency_id', '=', agencyId);
}

type RevisionRow = Awaited<ReturnType<ReturnType<typeof revisions>['execute']>>[number];

function revisionOf(row: RevisionRow): EvidenceRevision {
  return {
    evidenceId: row.evidence_id,
    no: row.no,
    kind: row.kind as EvidenceKind,
    evidenceDate: row.evidence_date,
    abstract: row.abstract,
    documentNumber: row.document_number,
    documentType: row.document_type,
    issuer: row.issuer,
    file:
      row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '', sha256: row.sha256 ?? '' },
    origin: row.origin_kind === null ? null : `/${row.origin_kind}s/${row.origin_id}`,
  };
}

/** Name of a file that a refused form has kept for this account. */
export async function keptFileName(
  query: Reader,
  accountId: string | null,
  fileId: string,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('stored_file')
    .select('name')
    .where('id', '=', fileId)
    .where('uploaded_by', '=', accountId)
    .executeTakeFirst();
  return row?.name;
}
