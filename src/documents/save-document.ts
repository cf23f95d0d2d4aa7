import { sql } from 'kysely';
import type { Performing } from '../platform/actions/action.ts';
import type { Reader } from '../platform/database/database.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import { fold } from '../pure/vietnamese/index.ts';
import type { NumberAndSymbol } from './domain/document-number.ts';

export interface DocumentFields extends NumberAndSymbol {
  /** As written; null for the agency itself. */
  issuer: string | null;
  issueDate: CivilDate;
  abstract: string;
  fileId: string | null;
}

/**
 * Keeps a document in the actor's action; the same number, symbol, issuer and issue date are the same document. Its
 * words stay those of whoever named it first, who may correct them; others may add the file where none is there.
 * @returns its id
 */
export async function saveDocument(
  { query, actor, saveRow }: Performing,
  agencyId: string,
  fields: DocumentFields,
): Promise<string> {
  // Two who name the same document at once wait for each other, and the second finds it.
  const name = [agencyId, fields.number, fields.symbol, fields.issueDate, fields.issuer].join(' ');
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(query);
  const known = await query
    .selectFrom('document')
    .select(['id', 'type', 'abstract', 'file_id'])
    .where('agency_id', '=', agencyId)
    .where('number', '=', fields.number)
    .where('symbol', '=', fields.symbol)
    .where('issue_date', '=', fields.issueDate)
    .where('issuer', 'is not distinct from', fields.issuer)
    .executeTakeFirst();
  const own = known === undefined || (await firstNamedBy(query, known.id, actor.accountId));
  const { type, abstract } = own ? fields : known;
  const fileId = (own ? fields.fileId : null) ?? known?.file_id ?? fields.fileId ?? null;
  if (known !== undefined && known.type === type && known.abstract === abstract && known.file_id === fileId)
    return known.id;
  const id = known?.id ?? uuid7();
  await saveRow(
    'document',
    agencyId,
    {
      id,
      agency_id: agencyId,
      number: fields.number,
      symbol: fields.symbol,
      type,
      issuer: fields.issuer,
      issue_date: fields.issueDate,
      abstract,
      search_fold: fold(`${fields.number}/${fields.symbol} ${type} ${abstract}`),
      file_id: fileId,
    },
    false,
  );
  return id;
}

async function firstNamedBy(query: Reader, id: string, account: string | null): Promise<boolean> {
  const first = await query
    .selectFrom('row_version')
    .select('account')
    .where('table_name', '=', 'document')
    .where('row_id', '=', id)
    .where('seq', '=', 1)
    .executeTakeFirst();
  return first?.account === account;
}
