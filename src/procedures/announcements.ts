import { type Selectable, sql } from 'kysely';
import type { Reader } from '../platform/database/database.ts';
import type { AnnouncementRowTable, AnnouncementTable } from '../platform/database/schema.ts';
import { UUID } from '../platform/uuid.ts';
import type { ReadProcedure, ReadRemark, WholeRule } from './domain/announcement/read-announcement.ts';
import {
  Catalogue,
  type CataloguedProcedure,
  type KeptRow,
  type ReviewedRow,
  type RowCorrection,
  reviewed,
  type Treatment,
} from './domain/announcement/review.ts';
import type { ProcedureText, Tier } from './domain/procedure.ts';

export type AnnouncementRow = Selectable<AnnouncementTable>;

/** A row under review with the row that keeps it. */
export type KeptReview = ReviewedRow & { id: string; seq: number; entered: EnteredEntry[] | null };

/** What came of a row at a level. */
export interface EnteredEntry {
  tier: Tier;
  deed: string;
  procedure: string | null;
}

/** An announcement by its id, as far as the transaction sees it. */
export async function findAnnouncement(query: Reader, id: string): Promise<AnnouncementRow | undefined> {
  if (!UUID.test(id)) return undefined;
  return query.selectFrom('announcement').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What is doubtful in the whole of an announcement. */
export function wholeRemarks({ remarks }: Pick<AnnouncementRow, 'remarks'>): ReadRemark<WholeRule>[] {
  return remarks as unknown as ReadRemark<WholeRule>[];
}

/** Other announcements that came from the very same file. */
export function announcementsOfSameFile(query: Reader, row: AnnouncementRow): Promise<AnnouncementRow[]> {
  return query
    .selectFrom('announcement')
    .selectAll()
    .where('agency_id', '=', row.agency_id)
    .where('sha256', '=', row.sha256)
    .where('id', '<>', row.id)
    .orderBy('id')
    .execute();
}

/** The text that rows point into; null of records without one. */
export async function sourceOf(query: Reader, { id }: Pick<AnnouncementRow, 'id'>): Promise<string | null> {
  const row = await query
    .selectFrom('announcement_source')
    .select('source_text')
    .where('announcement_id', '=', id)
    .executeTakeFirst();
  return row?.source_text ?? null;
}

/** The rows of an announcement as corrected, each with what is still doubtful. */
export async function reviewedRows(query: Reader, announcementId: string): Promise<KeptReview[]> {
  const rows = await query
    .selectFrom('announcement_row')
    .selectAll()
    .where('announcement_id', '=', announcementId)
    .orderBy('no')
    .execute();
  const all = reviewed(rows.map(keptOf));
  return all.flatMap((one, at) => {
    const row = rows[at];
    return row === undefined
      ? []
      : [{ ...one, id: row.id, seq: row.seq, entered: row.entered as unknown as EnteredEntry[] | null }];
  });
}

function keptOf(row: Selectable<AnnouncementRowTable>): KeptRow {
  return {
    no: row.no,
    asRead: row.as_read as unknown as ReadProcedure,
    correction: row.correction as unknown as RowCorrection | null,
    treatment: row.treatment as Treatment,
    targetId: row.target_id,
    answer: row.answer,
  };
}

/** The procedures of an agency's catalogue that rows may be: of their codes, chosen for them, or without a code. */
export async function catalogueFor(
  query: Reader,
  agencyId: string,
  rows: readonly ReviewedRow[],
): Promise<Catalogue> {
  const codes = rows.flatMap(({ row }) => row.nationalCode ?? []);
  const targets = rows.flatMap(({ targetId }) => targetId ?? []);
  const { rows: found } = await sql<{
    id: string;
    national_code: string | null;
    name: string;
    tier: Tier;
    code: string | null;
    owner_unit_id: string | null;
    procedure_text: ProcedureText;
    announced: boolean;
  }>`
    SELECT p.id, p.national_code, p.name, p.tier, p.code, p.owner_unit_id, v.procedure_text, v.announced
    FROM procedure p CROSS JOIN LATERAL (
      SELECT procedure_text, announced FROM procedure_version
      WHERE agency_id = p.agency_id AND procedure_id = p.id ORDER BY announced, no DESC LIMIT 1) v
    WHERE p.agency_id = ${agencyId} AND p.state <> 'abolished' AND (p.national_code IS NULL
      OR p.national_code = ANY (${codes}::text[]) OR p.id = ANY (${targets}::uuid[]))
    ORDER BY p.id`.execute(query);
  return new Catalogue(
    found.map(
      (row): CataloguedProcedure => ({
        id: row.id,
        nationalCode: row.national_code,
        name: row.name,
        tier: row.tier,
        code: row.code,
        ownerUnitId: row.owner_unit_id,
        text: row.procedure_text,
        announced: row.announced,
      }),
    ),
  );
}
