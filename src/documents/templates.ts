import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/store.ts';
import { shippedTemplate, type TemplateBytes } from '../platform/word/shipped.ts';
import type { TemplatePurpose } from './shelf.ts';

/** Stands for the template that the product brings, where a template is named. */
export const SHIPPED = 'shipped';

/** A template that the agency uploaded. */
export interface Template {
  id: string;
  rules: string;
  fileName: string;
  sha256: string;
  fillable: boolean;
  inForce: boolean;
  seq: number;
}

/** All that an agency uploaded, newest first. */
export async function listTemplates(query: Reader, agencyId: string): Promise<Template[]> {
  const rows = await query
    .selectFrom('template')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.agency_id', '=', 'template.agency_id')
        .onRef('stored_file.id', '=', 'template.file_id'),
    )
    .select(['template.id', 'rules', 'stored_file.name', 'sha256', 'fillable', 'in_force', 'seq'])
    .where('template.agency_id', '=', agencyId)
    .orderBy('template.id', 'desc')
    .execute();
  return rows.map(({ name, in_force, ...row }) => ({ ...row, fileName: name, inForce: in_force }));
}

/** One act on a template: it was uploaded, put in force, or gave way to another. */
export interface TemplateAct {
  template: string;
  act: 'uploaded' | 'in-force' | 'given-way';
  /** Name of who did it; null where the reader may not see the person. */
  who: string | null;
  at: Temporal.Instant;
}

/** What was done with an agency's templates, newest first. */
export async function listTemplateActs(query: Reader, agencyId: string): Promise<TemplateAct[]> {
  const rows = await query
    .selectFrom('row_version')
    .leftJoin('account', 'account.id', 'row_version.account')
    .leftJoin('person', (join) =>
      join.onRef('person.agency_id', '=', 'account.agency_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select(['row_id', 'row_version.seq', 'row_version.recorded_at', 'row_value', 'person.name'])
    .where('row_version.agency_id', '=', agencyId)
    .where('table_name', '=', 'template')
    .orderBy('row_version.recorded_at', 'desc')
    .orderBy('row_version.seq', 'desc')
    .execute();
  return rows.map((row) => ({
    template: row.row_id,
    act:
      row.seq === 1
        ? 'uploaded'
        : (row.row_value as { in_force: boolean }).in_force
          ? 'in-force'
          : 'given-way',
    who: row.name,
    at: row.recorded_at,
  }));
}

/** The bytes of a template by its name in an address; undefined where the agency has none of that name. */
export async function templateBytes(
  query: Reader,
  files: Pick<FileStore, 'get'>,
  agencyId: string,
  purpose: TemplatePurpose,
  name: string,
): Promise<(TemplateBytes & { template: Template | null }) | undefined> {
  if (name === SHIPPED) return { ...(await purpose.shipped()), template: null };
  const template = (await listTemplates(query, agencyId)).find(
    (one) => one.id === name && one.rules === purpose.code,
  );
  if (template === undefined) return undefined;
  return { bytes: await files.get(template.sha256), sha256: template.sha256, template };
}

/** The template that an agency's documents, or forms, are made with now. @param rules code of what it is for */
export async function templateInForce(
  query: Reader,
  files: Pick<FileStore, 'get'>,
  agencyId: string,
  rules: string,
  shipped: () => Promise<TemplateBytes> = () => shippedTemplate(rules),
): Promise<TemplateBytes> {
  const row = await query
    .selectFrom('template')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.agency_id', '=', 'template.agency_id')
        .onRef('stored_file.id', '=', 'template.file_id'),
    )
    .select('sha256')
    .where('template.agency_id', '=', agencyId)
    .where('rules', '=', rules)
    .where('in_force', '=', true)
    .executeTakeFirst();
  return row === undefined ? shipped() : { bytes: await files.get(row.sha256), sha256: row.sha256 };
}
