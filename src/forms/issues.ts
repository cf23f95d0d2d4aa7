import type { Temporal } from 'temporal-polyfill';
import type { Performing } from '../platform/actions/action.ts';
import type { Reader } from '../platform/database/database.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { CivilDate } from '../pure/calendar/civil-date.ts';
import type { FormKind } from './domain/content.ts';
import type { IssuedForm, PrintedForm } from './print.ts';

/** A form to be written down as issued. */
export interface NewFormIssue {
  agencyId: string;
  /** null for a tracking book. */
  dossierId: string | null;
  /** The day of issue, as the form says it. */
  day: CivilDate;
  form: IssuedForm;
  /** What was handed out; absent where it is issued now and printed later. */
  printed?: Pick<PrintedForm, 'fileSha256' | 'fileType'>;
}

/** Writes down, within the action that issues it, that a form was issued. @returns its id */
export async function recordFormIssue(
  { query, actor, clock }: Pick<Performing, 'query' | 'actor' | 'clock'>,
  { agencyId, dossierId, day, form, printed }: NewFormIssue,
): Promise<string> {
  const id = uuid7();
  await query
    .insertInto('form_issue')
    .values({
      agency_id: agencyId,
      id,
      dossier_id: dossierId,
      form_code: form.formCode,
      kind: form.kind,
      number: form.number,
      content_sha256: digest(form.contentSha256),
      template_sha256: digest(form.templateSha256),
      file_sha256: printed === undefined ? null : digest(printed.fileSha256),
      file_type: printed?.fileType ?? null,
      issued_on: day,
      issued_at: clock.now(),
      issued_by: actor.accountId,
    })
    .execute();
  return id;
}

const digest = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex');

/** A form that was issued for a dossier. */
export interface FormIssue {
  id: string;
  kind: FormKind;
  formCode: string;
  number: string | null;
  contentSha256: string;
  fileType: 'pdf' | 'docx' | null;
  issuedOn: CivilDate;
  issuedAt: Temporal.Instant;
  issuedBy: string | null;
}

/** What was issued for a dossier, oldest first. */
export async function formIssuesOf(query: Reader, agencyId: string, dossierId: string): Promise<FormIssue[]> {
  const rows = await query
    .selectFrom('form_issue')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('dossier_id', '=', dossierId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FormKind,
    formCode: row.form_code,
    number: row.number,
    contentSha256: row.content_sha256.toString('hex'),
    fileType: row.file_type as FormIssue['fileType'],
    issuedOn: row.issued_on,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
  }));
}
