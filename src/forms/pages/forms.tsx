import { listTemplates, type Template } from '../../documents/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { DataTable, Facts, Notice, Tag } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { type FormRules, formRuleSets } from '../rules.ts';
import { type FormPurpose, formPurposes } from '../shelf.ts';
import { formSampleUrl, formsUrl, formUrl } from '../urls.ts';
import { formWords } from '../words.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** The forms of the one-stop desk by rule set: what each is for, how it looks, and what of it is unconfirmed. */
export const formsPage = definePage(formsUrl(), async (visit) => {
  const { agencyId } = visit.actor;
  if (!visit.may('form.read', { agencyId }).allowed)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = formWords.in(visit.language);
  const templates = await visit.read('form.read', (query) => listTemplates(query, agencyId));
  return {
    title: say('forms.title'),
    lead: say('forms.lead'),
    body: (
      <>
        <Notice>{say('forms.unconfirmed-notice')}</Notice>
        {formRuleSets.toReversed().map((rules) => (
          <RuleSet visit={visit} rules={rules} templates={templates} />
        ))}
      </>
    ),
  };
});

function RuleSet({
  visit,
  rules,
  templates,
}: {
  visit: Visit;
  rules: FormRules;
  templates: readonly Template[];
}) {
  const say = formWords.in(visit.language);
  const { from, until } = rules;
  const own = (code: string) => templates.some((one) => one.rules === code && one.inForce);
  return (
    <section id={rules.code}>
      <h2 lang="vi">{rules.title}</h2>
      <Facts
        facts={[
          {
            label: say('forms.applies'),
            value:
              until === null
                ? say('forms.from', { from: formatDate(from) })
                : say('forms.until', { from: formatDate(from), until: formatDate(until) }),
          },
          { label: say('forms.source'), value: <span lang="vi">{rules.source}</span> },
          { label: say('forms.confirmed'), value: <span lang="vi">{rules.confirmed}</span> },
          ...(rules.note === null
            ? []
            : [{ label: say('forms.note'), value: <span lang="vi">{rules.note}</span> }]),
        ]}
      />
      <DataTable
        id={`forms-${rules.code}`}
        caption={say('forms.of', { rules: rules.title })}
        rows={formPurposes.filter((one) => one.rules === rules)}
        empty={{ text: say('forms.none') }}
        columns={[
          { key: 'number', label: say('form.number'), cell: ({ form }) => form.number },
          {
            key: 'title',
            label: say('form.title'),
            rowHeader: true,
            width: 'broad',
            cell: ({ form, address }: FormPurpose) => (
              <>
                <a href={formUrl(address)} lang="vi">
                  {form.title}
                </a>
                <p class="hint" lang="vi">
                  {form.trigger}
                </p>
              </>
            ),
          },
          { key: 'page', label: say('form.page'), cell: ({ form }) => visit.say(`form.page.${form.page}`) },
          {
            key: 'unconfirmed',
            label: say('form.unconfirmed'),
            width: 'broad',
            cell: ({ form }) =>
              form.unconfirmed.length === 0 ? (
                <Tag tone="done">{say('form.unconfirmed.nothing')}</Tag>
              ) : (
                unconfirmedWords(visit, form)
              ),
          },
          {
            key: 'template',
            label: say('form.template'),
            cell: ({ code }) => (own(code) ? say('form.template.own') : say('form.template.shipped')),
          },
          {
            key: 'sample',
            label: say('form.sample'),
            cell: ({ address, form }) => (
              <a href={formSampleUrl(address)} aria-label={say('form.sample.of', { title: form.title })}>
                PDF
              </a>
            ),
          },
        ]}
      />
    </section>
  );
}
