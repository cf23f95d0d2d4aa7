import { BlockTable, InForce, listTemplateActs, listTemplates, TemplatesOf } from '../../documents/index.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Facts, Notice } from '../../platform/view/index.ts';
import { formLabel } from '../sheet.ts';
import { formPurpose, formShelf } from '../shelf.ts';
import { formTemplateBlocks } from '../template-blocks.ts';
import { formSampleUrl, formsUrl, formUrl } from '../urls.ts';
import { formWords } from '../words.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** The form of the page's address; undefined where there is none, or nobody may see it. */
export function formOfVisit(visit: Visit) {
  const { agencyId } = visit.actor;
  return visit.may('form.read', { agencyId }).allowed ? formPurpose(visit.param('form')) : undefined;
}

/** A form: when it is issued, what of it is unconfirmed, how it looks, and its Word template. */
export const formPage = definePage(formUrl(':form'), async (visit) => {
  const purpose = formOfVisit(visit);
  if (purpose === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const { agencyId } = visit.actor;
  const say = formWords.in(visit.language);
  const [all, acts] = await visit.read('form.read', async (query) => [
    await listTemplates(query, agencyId),
    await listTemplateActs(query, agencyId),
  ]);
  const { rules, form, address } = purpose;
  const templates = all.filter((one) => one.rules === purpose.code);
  const shown = { visit, shelf: formShelf, purpose, templates };
  return {
    title: form.title,
    kicker: <span lang="vi">{formLabel(rules, form)}</span>,
    breadcrumbs: [
      { href: formsUrl(), label: say('forms.title') },
      { href: formUrl(address), label: form.title, current: true },
    ],
    body: (
      <>
        {form.unconfirmed.length === 0 ? null : (
          <Notice
            tone="warning"
            title={say('form.unconfirmed.title', { parts: unconfirmedWords(visit, form) })}
          >
            <span lang="vi">{form.source}</span>
          </Notice>
        )}
        <Facts
          facts={[
            { label: say('form.trigger'), value: <span lang="vi">{form.trigger}</span> },
            { label: say('form.page'), value: visit.say(`form.page.${form.page}`) },
            { label: say('form.template'), value: <InForce {...shown} /> },
          ]}
        />
        <ButtonRow>
          <Button href={formSampleUrl(address)}>{say('form.sample.open')}</Button>
        </ButtonRow>
        <section>
          <h2>{say('form.template.title')}</h2>
          <p>{say('form.template.hint')}</p>
          <TemplatesOf {...shown} acts={acts} />
        </section>
        <section>
          <h2>{say('form.blocks')}</h2>
          <p>{say('form.blocks.hint')}</p>
          <BlockTable
            visit={visit}
            id="blocks"
            caption={say('form.blocks')}
            blocks={formTemplateBlocks(form)}
          />
        </section>
      </>
    ),
  };
});
