import { fold } from '../../pure/vietnamese/index.ts';
import { TARGET_MEASURES } from '../data/targets.ts';
import { atTime, type Scene } from '../scene.ts';
import { UPLOAD } from './plan.ts';

/** The clerk says by what targets are measured, or why they cannot be yet. */
export function targetScenes(): Scene[] {
  return TARGET_MEASURES.map(
    ([words, by], index): Scene => ({
      key: `target.measure.${index}`,
      at: atTime('2019-02-13', 60 + 6 * index),
      who: 'chuyenvien.vp',
      action: 'target.measure',
      input: async (stage) => {
        const rows = await stage.read((query) =>
          query
            .selectFrom('plan_item')
            .select(['key', 'content'])
            .where('plan_id', '=', stage.made(UPLOAD))
            .where('kind', '=', 'target')
            .where('version_to', 'is', null)
            .orderBy('position')
            .execute(),
        );
        const target = rows.find(({ content }) =>
          fold((content as { fields: { text: string } }).fields.text).includes(fold(words)),
        );
        if (target === undefined) throw new Error(`no target says "${words}"`);
        return { plan: stage.made(UPLOAD), target: target.key, ...by };
      },
    }),
  );
}
