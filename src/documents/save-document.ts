import type { Performing } from '../platform/actions/action.ts';
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
 * Keeps a document in the actor's action; the same number, symbol, issuer and issue date are the same document, of
 * which the newest words are a new version. @returns its id
 */
export async function saveDocument(
  { query, saveRow }: Performing,
  agencyId: string,
  fields: DocumentFields,
): Promise<string> {
  const known = await query
    .selectFrom('document')
    .select(['id', 'type', 'abstract', 'file_id'])
    .where('agency_id', '=', agencyId)
    .where('number', '=', fields.number)
    .where('symbol', '=', fields.symbol)
    .where('issue_date', '=', fields.issueDate)
    .where('issuer', 'is not distinct from', fields.issuer)
    .executeTakeFirst();
  const fileId = fields.fileId ?? known?.file_id ?? null;
  if (
    known !== undefined &&
    known.type === fields.type &&
    known.abstract === fields.abstract &&
    known.file_id === fileId
  )
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
      type: fields.type,
      issuer: fields.issuer,
      issue_date: fields.issueDate,
      abstract: fields.abstract,
      search_fold: fold(`${fields.number}/${fields.symbol} ${fields.type} ${fields.abstract}`),
      file_id: fileId,
    },
    false,
  );
  return id;
}
