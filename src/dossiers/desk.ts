import type { Reader } from '../platform/database/database.ts';
import { uuidOf } from '../platform/uuid.ts';

/** The one-stop desk of an agency. */
export interface Desk {
  agencyId: string;
  unitId: string;
  /** As the head of forms names it; null for the unit's own name. */
  printedName: string | null;
  identifiers: { '2018': string | null; '2025': string | null };
  seq: number;
}

/** There is one an agency. */
export const deskId = (agencyId: string) => uuidOf(`desk ${agencyId}`);

/** The desk of an agency; undefined where none has been set up. */
export async function findDesk(query: Reader, agencyId: string): Promise<Desk | undefined> {
  const row = await query.selectFrom('desk').selectAll().where('agency_id', '=', agencyId).executeTakeFirst();
  return (
    row && {
      agencyId,
      unitId: row.unit_id,
      printedName: row.printed_name,
      identifiers: { '2018': row.identifier_2018, '2025': row.identifier_2025 },
      seq: row.seq,
    }
  );
}
