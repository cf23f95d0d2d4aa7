import { z } from 'zod';
import { defineAction } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { ExtractError } from '../../platform/extract/index.ts';
import { examineTemplate } from '../../platform/paper/press.ts';
import { documentRuleSets } from '../../platform/paper/rules.ts';
import { sampleReport } from '../../platform/paper/sample.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { uuid7 } from '../../platform/uuid.ts';
import { listTemplates } from '../templates.ts';
import { templateUrl } from '../urls.ts';

/** One of the rule sets that documents are laid out by. */
export const ruleSetCode = () =>
  z.string('required').refine((code) => documentRuleSets.some((rules) => rules.code === code), 'choose');

/** Keeps a Word template and says what it knows; it is not in force yet. The same file is the same template. */
export const uploadTemplate = defineAction({
  name: 'template.upload',
  path: '/templates/:rules/uploads',
  permission: 'template.replace',
  sees: 'template.read',
  input: z.object({ rules: ruleSetCode(), file: id().or(z.literal('').transform(() => '')) }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform({ query, files, actor, saveRow }, { rules, file: fileId }) {
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
    const fillable = await isFillable(await files.get(file.sha256));
    const template = uuid7();
    await saveRow(
      'template',
      actor.agencyId,
      {
        id: template,
        agency_id: actor.agencyId,
        rules,
        file_id: file.id,
        fillable,
        in_force: false,
      },
      false,
    );
    return { id: template };
  },
  next: ({ rules }, result) => templateUrl(rules, result.id),
});

async function isFillable(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await examineTemplate(bytes, sampleReport())).broken.length === 0;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    throw new RefusalError(refuse(`invalid:template-${error.code}`, {}, { field: 'file' }));
  }
}
