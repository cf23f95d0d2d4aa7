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
    .selectFrom('evidence_revision')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('evidence_id', 'in', [...evidenceIds])
    .orderBy('evidence_id')
    .orderBy('no')
    .execute();
  return rows.map((row) => ({
    evidenceId: row.evidence_id,
    no: row.no,
    kind: row.kind as EvidenceKind,
    evidenceDate: row.evidence_date,
    abstract: row.abstract,
    documentNumber: row.document_number,
    documentType: row.document_type,
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
