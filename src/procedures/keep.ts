import type { Performing } from '../platform/actions/action.ts';
import { type Refusal, RefusalError, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import { type CivilDate, fromDayNumber, toDayNumber } from '../pure/calendar/index.ts';
import { fold } from '../pure/vietnamese/index.ts';
import {
  type AnnouncementFields,
  checkAbolition,
  checkAnnouncement,
  publicBy,
  type VersionChange,
} from './domain/announcing.ts';
import type { OnlineLevel, ProcedureText } from './domain/procedure.ts';
import { nationalPart } from './domain/procedure-code.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { openOwnPlaces } from './places.ts';
import { findProcedure, type ProcedureRow } from './queries.ts';

type Writing = Pick<Performing, 'query' | 'saveRow' | 'clock'>;

/** What is entered of a procedure: its code and owner, which hold for all versions, and the words of the next one. */
export interface ProcedureFields {
  code: string | null;
  ownerUnitId: string | null;
  text: ProcedureText;
}

/**
 * Keeps the words of the version that is prepared, of a new procedure or of one that is announced.
 * @param procedureId null for a new one
 * @returns the procedure's id and the seq of its row
 */
export async function keepDraft(
  writing: Writing,
  agencyId: string,
  procedureId: string | null,
  { code, ownerUnitId, text }: ProcedureFields,
): Promise<{ id: string; seq: number }> {
  const { query, saveRow } = writing;
  const before = procedureId === null ? undefined : await known(writing, procedureId);
  if (before !== undefined && before.abolished_from !== null)
    throw new RefusalError(refuse('conflict:procedure-abolished', { day: before.abolished_from }));
  const nationalCode = code === null ? null : nationalPart(code);
  await refuseTaken(writing, agencyId, { id: before?.id ?? null, nationalCode, tier: text.tier });
  const id = before?.id ?? uuid7();
  const announced = before !== undefined && before.state !== 'draft';
  const { seq } = await saveRow('procedure', agencyId, {
    ...(before === undefined ? rowOfNew(agencyId) : rowOf(before)),
    id,
    code,
    national_code: nationalCode,
    owner_unit_id: ownerUnitId,
    // An announced procedure keeps the name under which it is known until the next version is announced.
    ...(announced ? { search_fold: searched(code, before.name, before.field_name) } : shownOf(code, text)),
  });
  const draft = await query
    .selectFrom('procedure_version')
    .selectAll()
    .where('procedure_id', '=', id)
    .where('announced', '=', false)
    .executeTakeFirst();
  await saveRow(
    'procedure_version',
    agencyId,
    {
      ...(draft ?? { ...rowOfDraft(agencyId, id), id: uuid7() }),
      announced_at: null,
      procedure_text: JSON.stringify(text),
    },
    false,
  );
  return { id, seq };
}

/** Announces the version that is prepared; the one before ends on the day before. */
export async function announceDraft(
  writing: Writing,
  procedureId: string,
  change: VersionChange,
  by: AnnouncementFields,
): Promise<{ id: string; seq: number; version: string }> {
  await known(writing, procedureId);
  const draft = await writing.query
    .selectFrom('procedure_version')
    .select(['id', 'procedure_text'])
    .where('procedure_id', '=', procedureId)
    .where('announced', '=', false)
    .executeTakeFirst();
  if (draft === undefined) throw new RefusalError(refuse('conflict:no-draft'));
  return announce(
    writing,
    procedureId,
    draft.id,
    draft.procedure_text as unknown as ProcedureText,
    change,
    by,
  );
}

/** Gives a procedure another online level from a day on: a new version that says the same otherwise. */
export async function reclassify(
  writing: Writing,
  procedureId: string,
  onlineLevel: OnlineLevel,
  by: AnnouncementFields,
): Promise<{ id: string; seq: number; version: string }> {
  await known(writing, procedureId);
  const newest = await newestOf(writing, procedureId);
  if (newest === undefined) throw new RefusalError(refuse('conflict:not-announced'));
  const text = newest.procedure_text as unknown as ProcedureText;
  if (text.onlineLevel === onlineLevel)
    throw new RefusalError(refuse('invalid:same-online-level', {}, { field: 'onlineLevel' }));
  return announce(writing, procedureId, uuid7(), { ...text, onlineLevel }, 'reclassified', by);
}

/** Abolishes a procedure, from a day on; what began before goes on by its version. */
export async function abolish(
  writing: Writing,
  procedureId: string,
  by: { number: string; date: CivilDate; from: CivilDate; successorId: string | null },
): Promise<{ id: string; seq: number }> {
  const { clock, saveRow } = writing;
  const row = await known(writing, procedureId);
  const newest = await newestOf(writing, procedureId);
  throwIf(
    checkAbolition(
      { abolishedFrom: row.abolished_from, newestFrom: newest?.valid_from ?? null },
      by,
      clock.today(),
    ),
  );
  if (by.successorId !== null) {
    const successor = await findProcedure(writing.query, by.successorId);
    if (successor === undefined || successor.agency_id !== row.agency_id || successor.id === row.id)
      throw new RefusalError(refuse('invalid:choose', {}, { field: 'successor' }));
  }
  await endVersions(writing, row, by.from);
  const { seq } = await saveRow('procedure', row.agency_id, {
    ...rowOf(row),
    state: 'abolished',
    abolished_at: clock.now().toString(),
    abolished_from: by.from,
    abolition_number: by.number,
    abolition_date: by.date,
    abolition_public_by: publicBy(by.date),
    successor_id: by.successorId,
  });
  return { id: row.id, seq };
}

async function announce(
  writing: Writing,
  procedureId: string,
  versionId: string,
  text: ProcedureText,
  change: VersionChange,
  by: AnnouncementFields,
): Promise<{ id: string; seq: number; version: string }> {
  const { clock, saveRow } = writing;
  const row = await known(writing, procedureId);
  const newest = await newestOf(writing, procedureId);
  throwIf(
    checkAnnouncement(
      { abolishedFrom: row.abolished_from, newestFrom: newest?.valid_from ?? null },
      by,
      clock.today(),
    ),
  );
  await refuseTaken(writing, row.agency_id, { id: row.id, nationalCode: row.national_code, tier: text.tier });
  // The procedure first: it is what the form was made from, so a form that was overtaken stops here.
  const { seq } = await saveRow('procedure', row.agency_id, {
    ...rowOf(row),
    state: 'announced',
    ...shownOf(row.code, text),
  });
  await endVersions(writing, row, by.validFrom);
  await saveRow(
    'procedure_version',
    row.agency_id,
    {
      agency_id: row.agency_id,
      id: versionId,
      procedure_id: row.id,
      no: (newest?.no ?? 0) + 1,
      announced: true,
      change: newest === undefined ? 'new' : change === 'new' ? 'amended' : change,
      valid_from: by.validFrom,
      valid_to: null,
      decision_number: by.number,
      decision_date: by.date,
      public_by: publicBy(by.date),
      procedure_text: JSON.stringify(text),
      announced_at: clock.now().toString(),
    },
    false,
  );
  await openOwnPlaces(writing, row, text.tier, by.date);
  return { id: row.id, seq, version: versionId };
}

/** Ends what holds on a day or later: on the day before. */
async function endVersions({ query, saveRow }: Writing, row: ProcedureRow, from: CivilDate): Promise<void> {
  const open = await query
    .selectFrom('procedure_version')
    .selectAll()
    .where('agency_id', '=', row.agency_id)
    .where('procedure_id', '=', row.id)
    .where('announced', '=', true)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .execute();
  const validTo = dayBefore(from);
  for (const version of open)
    await saveRow(
      'procedure_version',
      row.agency_id,
      {
        ...version,
        announced_at: version.announced_at?.toString() ?? null,
        procedure_text: JSON.stringify(version.procedure_text),
        valid_to: validTo,
      },
      false,
    );
}

/** The procedure, locked: who announces or prepares at once waits, and finds what the other left. */
async function known({ query }: Writing, id: string): Promise<ProcedureRow> {
  const row = await query
    .selectFrom('procedure')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new RefusalError(refuse('missing:thing'));
  return row;
}

function newestOf({ query }: Writing, procedureId: string) {
  return query
    .selectFrom('procedure_version')
    .select(['no', 'valid_from', 'procedure_text'])
    .where('procedure_id', '=', procedureId)
    .where('announced', '=', true)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function refuseTaken(
  { query }: Writing,
  agencyId: string,
  { id, nationalCode, tier }: { id: string | null; nationalCode: string | null; tier: string },
): Promise<void> {
  if (nationalCode === null) return;
  await oneAfterAnother(query, agencyId, nationalCode, tier);
  const taken = await query
    .selectFrom('procedure')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('national_code', '=', nationalCode)
    .where('tier', '=', tier)
    .where('state', '<>', 'abolished')
    .$if(id !== null, (rows) => rows.where('id', '<>', id ?? ''))
    .executeTakeFirst();
  if (taken !== undefined)
    throw new RefusalError(
      refuse('conflict:procedure-code', { code: nationalCode, name: taken.name }, { field: 'code' }),
    );
}

const searched = (code: string | null, name: string, field: string) =>
  fold(
    [code, code === null ? null : nationalPart(code)?.replace('.', ''), name, field]
      .filter(Boolean)
      .join(' '),
  );

/** What of a text stands in the procedure's own row, to be listed and found by. */
function shownOf(code: string | null, { name, field, tier }: ProcedureText) {
  return {
    name,
    field_code: field.code,
    field_name: field.name,
    tier,
    search_fold: searched(code, name, field.name),
  };
}

const rowOfNew = (agencyId: string) => ({
  agency_id: agencyId,
  state: 'draft',
  abolished_from: null,
  abolition_number: null,
  abolition_date: null,
  abolition_public_by: null,
  abolished_at: null,
  successor_id: null,
});

/** A row as it is saved again. */
const rowOf = (row: ProcedureRow) => ({ ...row, abolished_at: row.abolished_at?.toString() ?? null });

const rowOfDraft = (agencyId: string, procedureId: string) => ({
  agency_id: agencyId,
  procedure_id: procedureId,
  no: 0,
  announced: false,
  change: 'new',
  valid_from: null,
  valid_to: null,
  decision_number: null,
  decision_date: null,
  public_by: null,
});

function throwIf(refusal: Refusal | null): void {
  if (refusal !== null) throw new RefusalError(refusal);
}

function dayBefore(day: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(day) - 1);
}
