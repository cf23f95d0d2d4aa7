import type { Reader } from '../platform/database/database.ts';
import type { Scope } from '../platform/policy/policy.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';

export interface DocumentRow {
  id: string;
  agencyId: string;
  number: string;
  symbol: string;
  type: string | null;
  issuer: string | null;
  issueDate: CivilDate;
  abstract: string;
}

export const DOCUMENTS_A_PAGE = 50;

/** Documents by issue date, newest first; `search` finds number, symbol, type and abstract without accents. */
export async function listDocuments(
  query: Reader,
  scope: Scope,
  { search, page }: { search: string; page: number },
): Promise<{ rows: DocumentRow[]; total: number }> {
  const within = () => {
    const all = query.selectFrom('document').where('agency_id', 'in', [...scope.whole]);
    return search === '' ? all : all.where('search_fold', 'like', `%${likeSafe(fold(search))}%`);
  };
  if (scope.whole.length === 0) return { rows: [], total: 0 };
  const { total } = await within()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await within()
    .selectAll()
    .orderBy('issue_date', 'desc')
    .orderBy('id')
    .limit(DOCUMENTS_A_PAGE)
    .offset((page - 1) * DOCUMENTS_A_PAGE)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      agencyId: row.agency_id,
      number: row.number,
      symbol: row.symbol,
      type: row.type,
      issuer: row.issuer,
      issueDate: row.issue_date,
      abstract: row.abstract,
    })),
  };
}

function likeSafe(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}
