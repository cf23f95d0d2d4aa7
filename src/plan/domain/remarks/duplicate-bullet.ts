import { fold } from '../../../pure/vietnamese/fold.ts';
import type { Span } from '../read-plan.ts';
import type { PlanContext } from './plan-context.ts';
import type { Rule, RuleRemark } from './rule.ts';
import { quoted } from './wording.ts';

/** So many words in a row are no chance. */
const IN_A_ROW = 13;

interface Bullet {
  group: string;
  text: string;
  span: Span;
}

/** The same promise, or the same duty of one unit, written twice. */
export const duplicateBullet: Rule = {
  id: 'duplicate-bullet',
  severity: 'info',
  title: 'Nội dung trùng lặp',
  check(context) {
    const bullets: Bullet[] = [
      ...context.plan.commitments.map(({ area, text, span }) => ({ group: `lĩnh vực ${area}`, text, span })),
      ...context.plan.duties.map(({ unit, text, span }) => ({ group: unit, text, span })),
    ];
    return [...Map.groupBy(bullets, ({ group }) => group)].flatMap(([group, own]) =>
      repeated(group, own, context),
    );
  },
};

function repeated(group: string, bullets: readonly Bullet[], { source }: PlanContext): RuleRemark[] {
  const words = bullets.map(({ text }) => text.split(/\s+/u));
  const folded = bullets.map(({ text }) => fold(text).split(' '));
  const seen = new Map<string, { bullet: number; at: number }>();
  return bullets.flatMap(({ span }, bullet): RuleRemark[] => {
    const own = (folded[bullet] ?? []).map((word) => word.replace(/[^a-z0-9&]/gu, ''));
    let longest = { length: 0, at: 0, first: { bullet: 0, at: 0 } };
    let length = 0;
    for (let at = 0; at + IN_A_ROW <= own.length; at++) {
      const run = own.slice(at, at + IN_A_ROW).join(' ');
      const first = seen.get(run);
      if (first === undefined) seen.set(run, { bullet, at });
      length = first === undefined || first.bullet === bullet ? 0 : length + 1;
      if (first !== undefined && length > longest.length) {
        longest = { length, at: at - length + 1, first: { bullet: first.bullet, at: first.at - length + 1 } };
      }
    }
    if (longest.length === 0) return [];
    const size = longest.length + IN_A_ROW - 1;
    const repeatedWords = (words[bullet] ?? []).slice(longest.at, longest.at + size);
    // The long name of one thing may stand in two promises about it.
    const promise = longest.at === 0 || /[.;:,]$/u.test(words[bullet]?.[longest.at - 1] ?? '');
    if (!promise && !repeatedWords.slice(0, -1).some((word) => /[.;]$/u.test(word))) return [];
    const phrase = (of: number, at: number) => (words[of] ?? []).slice(at, at + size).join(' ');
    const place = (of: number, at: number) => {
      const range = source.range(bullets[of]?.span ?? span);
      return source.span(source.locate(phrase(of, at), range) ?? range);
    };
    return [
      {
        message: `Nội dung ${quoted(phrase(bullet, longest.at))} xuất hiện hai lần trong cùng mục (${group}); đề nghị gộp lại.`,
        spans: [place(longest.first.bullet, longest.first.at), place(bullet, longest.at)],
      },
    ];
  });
}
