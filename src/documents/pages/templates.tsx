import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type DocumentRules, documentRuleSets } from '../../platform/paper/rules.ts';
import { refuse } from '../../platform/refusal.ts';
import { Facts, Notice } from '../../platform/view/index.ts';
import { TEMPLATE_BLOCKS } from '../../platform/word/blocks.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { documentShelf, purposeOf } from '../shelf.ts';
import { templateWords } from '../template-words.ts';
import { listTemplateActs, listTemplates, type Template, type TemplateAct } from '../templates.ts';
import { templatesUrl } from '../urls.ts';
import { BlockTable } from './block-table.tsx';
import { InForce, TemplatesOf } from './templates-of.tsx';

/** The Word templates of an agency's documents: which is in force for each rule set, and how to replace it. */
export const templatesPage = definePage(templatesUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  if (!visit.may('template.read', { agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = templateWords.in(visit.language);
  const [templates, acts] = await visit.read('template.read', async (query) => [
    await listTemplates(query, agencyId),
    await listTemplateActs(query, agencyId),
  ]);
  return {
    title: say('templates.title'),
    lead: say('templates.lead'),
    body: (
      <>
        <Notice>{say('templates.word-only')}</Notice>
        {documentRuleSets.toReversed().map((rules) => (
          <RuleSet
            visit={visit}
            rules={rules}
            templates={templates.filter((one) => one.rules === rules.code)}
            acts={acts}
          />
        ))}
        <section>
          <h2>{say('template.blocks')}</h2>
          <p>{say('template.blocks.hint')}</p>
          <BlockTable visit={visit} id="blocks" caption={say('template.blocks')} blocks={TEMPLATE_BLOCKS} />
        </section>
      </>
    ),
  };
});

function RuleSet({
  visit,
  rules,
  templates,
  acts,
}: {
  visit: Visit;
  rules: DocumentRules;
  templates: readonly Template[];
  acts: readonly TemplateAct[];
}) {
  const say = templateWords.in(visit.language);
  const shown = { visit, shelf: documentShelf, purpose: purposeOf(documentShelf, rules.code), templates };
  return (
    <section id={rules.code}>
      <h2 lang="vi">{rules.title}</h2>
      <Facts
        facts={[
          {
            label: say('rules.applies'),
            value:
              rules.until === null
                ? say('rules.from', { from: formatDate(rules.from) })
                : say('rules.until', { from: formatDate(rules.from), until: formatDate(rules.until) }),
          },
          {
            label: say('template.in-force'),
            value: <InForce {...shown} />,
          },
          { label: say('rules.unconfirmed'), value: unconfirmedWords(visit, rules) },
        ]}
      />
      <TemplatesOf {...shown} acts={acts} />
    </section>
  );
}

/** What of the layout was not compared with the official text, each once. */
function unconfirmedWords(visit: Visit, { unconfirmed }: DocumentRules): string {
  const named = unconfirmed.map((path) => visit.say(`rules.value.${path.replace(/\..*/, '')}`));
  return [...new Set(named)].join(', ');
}
