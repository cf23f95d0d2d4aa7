import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { type DocumentRules, documentRuleSets } from '../../platform/paper/rules.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, DataTable, Facts, FileUpload, Notice, Tag } from '../../platform/view/index.ts';
import { TEMPLATE_BLOCKS } from '../../platform/word/blocks.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { templateWords } from '../template-words.ts';
import { listTemplateActs, listTemplates, SHIPPED, type Template, type TemplateAct } from '../templates.ts';
import { templateFileUrl, templatesUrl, templateUrl } from '../urls.ts';
import { BlockTable } from './block-table.tsx';

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
  const inForce = templates.find((one) => one.inForce);
  const current = inForce?.id ?? SHIPPED;
  const subject = { agencyId: visit.actor.agencyId };
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
            value: (
              <a href={templateUrl(rules.code, current)}>{inForce?.fileName ?? say('template.shipped')}</a>
            ),
          },
          { label: say('rules.unconfirmed'), value: unconfirmedWords(visit, rules) },
        ]}
      />
      <ButtonRow>
        <Button variant="secondary" href={templateFileUrl(rules.code, current)}>
          {say('template.download.current')}
        </Button>
        {inForce === undefined ? null : (
          <ActionButton
            visit={visit}
            action="template.replace"
            params={{ rules: rules.code }}
            hidden={{ template: SHIPPED }}
            subject={subject}
            variant="secondary"
          >
            {say('template.use.shipped')}
          </ActionButton>
        )}
      </ButtonRow>
      <UploadForm visit={visit} rules={rules} />
      {templates.length === 0 ? null : (
        <DataTable
          id={`versions-${rules.code}`}
          caption={say('template.versions')}
          rows={templates}
          empty={{ text: say('template.none') }}
          columns={[
            {
              key: 'file',
              label: say('template.file'),
              rowHeader: true,
              cell: (one) => <a href={templateUrl(rules.code, one.id)}>{one.fileName}</a>,
            },
            {
              key: 'state',
              label: say('template.state'),
              cell: (one) => <TemplateTag visit={visit} template={one} />,
            },
            {
              key: 'acts',
              label: say('template.acts'),
              width: 'broad',
              cell: (one) => (
                <ul>
                  {acts
                    .filter(({ template }) => template === one.id)
                    .map(({ act, who, at }) => (
                      <li>
                        {visit.say(`template.act.${act}`)}: {formatShortInstant(at)}
                        {who === null ? '' : `, ${who}`}
                      </li>
                    ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function TemplateTag({ visit, template }: { visit: Visit; template: Template }) {
  const say = templateWords.in(visit.language);
  if (template.inForce) return <Tag tone="done">{say('template.state.in-force')}</Tag>;
  return template.fillable ? (
    <Tag tone="neutral">{say('template.state.kept')}</Tag>
  ) : (
    <Tag tone="late">{say('template.state.broken')}</Tag>
  );
}

function UploadForm({ visit, rules }: { visit: Visit; rules: DocumentRules }) {
  const say = templateWords.in(visit.language);
  const whyNot = visit.whyNot('template.replace', { agencyId: visit.actor.agencyId });
  if (whyNot !== undefined)
    return (
      <Button disabledReason={whyNot} value={`upload-${rules.code}`}>
        {say('template.upload')}
      </Button>
    );
  const params = { rules: rules.code };
  const { value: _, ...field } = fieldsOf(visit, 'template.upload', params)('file');
  return (
    <ActionForm visit={visit} action="template.upload" params={params} files>
      <FileUpload
        label={say('template.new-file')}
        hint={say('template.new-file.hint')}
        accept=".docx"
        {...field}
        // Two forms of one page; the one that was refused is what the summary links to.
        id={field.error === undefined ? `file-${rules.code}` : undefined}
      />
      <Button>{say('template.upload')}</Button>
    </ActionForm>
  );
}

/** What of the layout was not compared with the official text, each once. */
function unconfirmedWords(visit: Visit, { unconfirmed }: DocumentRules): string {
  const named = unconfirmed.map((path) => visit.say(`rules.value.${path.replace(/\..*/, '')}`));
  return [...new Set(named)].join(', ');
}
