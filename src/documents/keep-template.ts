import type { Performing } from '../platform/actions/action.ts';
import { ExtractError } from '../platform/extract/index.ts';
import { RefusalError, refuse } from '../platform/refusal.ts';
import { uuid7 } from '../platform/uuid.ts';
import type { TemplatePurpose } from './shelf.ts';
import { listTemplates, SHIPPED, type Template } from './templates.ts';

/** Keeps an uploaded Word template and says what it knows; it is not in force yet. The same file is the same template. */
export async function keepTemplate(
  { query, files, actor, saveRow }: Performing,
  purpose: TemplatePurpose,
  fileId: string,
): Promise<{ id: string }> {
  const { code: rules } = purpose;
  const file = await query
    .selectFrom('stored_file')
    .select(['id', 'sha256'])
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', fileId === '' ? uuid7() : fileId)
    .executeTakeFirst();
  if (file === undefined) throw new RefusalError(refuse('invalid:file', {}, { field: 'file' }));
  const known = (await listTemplates(query, actor.agencyId)).find(
    (one) => one.rules === rules && one.sha256 === file.sha256,
  );
  if (known !== undefined) return { id: known.id };
  const fillable = await isFillable(await files.get(file.sha256), purpose);
  const id = uuid7();
  const row = { id, agency_id: actor.agencyId, rules, file_id: file.id, fillable, in_force: false };
  await saveRow('template', actor.agencyId, row, false);
  return { id };
}

async function isFillable(bytes: Uint8Array, purpose: TemplatePurpose): Promise<boolean> {
  try {
    return (await purpose.examine(bytes)).broken.length === 0;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    throw new RefusalError(refuse(`invalid:template-${error.code}`, {}, { field: 'file' }));
  }
}

/** Puts another template in force: an uploaded one by its id, or the product's own. */
export async function chooseTemplate(
  performing: Performing,
  { code: rules }: TemplatePurpose,
  template: string,
): Promise<{ id: string }> {
  const { query, actor } = performing;
  // Two who choose at once wait for each other.
  await query
    .selectFrom('template')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('rules', '=', rules)
    .orderBy('id')
    .forUpdate()
    .execute();
  const known = (await listTemplates(query, actor.agencyId)).filter((one) => one.rules === rules);
  const chosen = known.find((one) => one.id === template);
  if (template !== SHIPPED && chosen === undefined) throw new RefusalError(refuse('missing:thing'));
  if (chosen?.fillable === false) throw new RefusalError(refuse('conflict:template-broken'));
  const before = known.find((one) => one.inForce);
  if (before?.id !== chosen?.id) {
    if (before !== undefined) await putInForce(performing, before, false);
    if (chosen !== undefined) await putInForce(performing, chosen, true);
  }
  return { id: (chosen ?? before)?.id ?? actor.agencyId };
}

async function putInForce({ query, actor, saveRow }: Performing, template: Template, inForce: boolean) {
  const { file_id, fillable, rules } = await query
    .selectFrom('template')
    .select(['file_id', 'fillable', 'rules'])
    .where('agency_id', '=', actor.agencyId)
    .where('id', '=', template.id)
    .executeTakeFirstOrThrow();
  await saveRow(
    'template',
    actor.agencyId,
    { id: template.id, agency_id: actor.agencyId, rules, file_id, fillable, in_force: inForce },
    false,
  );
}
