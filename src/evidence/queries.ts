import type { Reader } from '../platform/database/database.ts';
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
}

/** Every revision of these pieces of evidence, in order. */
export async function findRevisions(
  query: Reader,
  agencyId: string,
  evidenceIds: readonly string[],
): Promise<EvidenceRevision[]> {
  if (evidenceIds.length === 0) return [];
  const rows = await query
    .selectFrom('evidence_revision as revision')
    .leftJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'revision.agency_id')
        .onRef('document.id', '=', 'revision.document_id'),
    )
    .selectAll('revision')
    .select('document.issuer')
    .where('revision.agency_id', '=', agencyId)
    .where('revision.evidence_id', 'in', [...evidenceIds])
    .orderBy('revision.evidence_id')
    .orderBy('revision.no')
    .execute();
  return rows.map((row) => ({
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
  }));
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
