import { z } from 'zod';
import { defineAction, type Performing } from '../../platform/actions/action.ts';
import { id } from '../../platform/actions/fields.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { listTemplates, SHIPPED, type Template } from '../templates.ts';
import { templatesUrl } from '../urls.ts';
import { ruleSetCode } from './upload-template.ts';

/** Documents under a rule set are made with another template from now on: an uploaded one, or the product's own. */
export const replaceTemplate = defineAction({
  name: 'template.replace',
  path: '/templates/:rules/choice',
  permission: 'template.replace',
  sees: 'template.read',
  input: z.object({ rules: ruleSetCode(), template: id().or(z.literal(SHIPPED)) }),
  subject: async (_query, _input, actor) => ({ agencyId: actor.agencyId }),
  async perform(performing, { rules, template }) {
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
  },
  next: () => templatesUrl(),
});

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
