import { ActionButton } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, DataTable, Notice } from '../../platform/view/index.ts';
import type { TemplateReport } from '../../platform/word/check-template.ts';
import type { TemplateShelf } from '../shelf.ts';
import { templateWords } from '../template-words.ts';
import { SHIPPED } from '../templates.ts';
import { BlockTable } from './block-table.tsx';
import { templateOfVisit, templatePath } from './template-file.ts';

/** A template: what it knows and what it misses, what a sample made with it says, and the button that puts it in force. */
export const templatePageOf = (shelf: TemplateShelf) =>
  definePage(templatePath(shelf), async (visit) => {
    const found = await templateOfVisit(visit, shelf);
    if (found === undefined)
      return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
    const say = templateWords.in(visit.language);
    const { template, purpose, bytes } = found;
    const name = template?.id ?? SHIPPED;
    const title = template?.fileName ?? say('template.shipped');
    const address = shelf.url(purpose.address, name);
    const report = await purpose.examine(bytes);
    return {
      title,
      kicker: <span lang="vi">{purpose.title}</span>,
      breadcrumbs: [
        { href: shelf.overview.url, label: visit.say(shelf.overview.title) },
        ...(purpose.page === undefined ? [] : [{ href: purpose.page.url, label: purpose.page.title }]),
        { href: address, label: title, current: true },
      ],
      body: (
        <>
          <ButtonRow>
            {template?.inForce ? null : (
              <ActionButton
                visit={visit}
                action={shelf.actions.choose}
                params={{ [shelf.parameter]: purpose.address }}
                hidden={{ template: name }}
                subject={{ agencyId: visit.actor.agencyId }}
                refused={
                  report.broken.length === 0 ? undefined : visit.words(refuse('conflict:template-broken'))
                }
              >
                {say('template.use')}
              </ActionButton>
            )}
            {report.broken.length > 0 ? null : (
              <Button variant="secondary" href={`${address}/sample`}>
                {say('template.sample')}
              </Button>
            )}
            <Button variant="secondary" href={`${address}/file`}>
              {say('template.download')}
            </Button>
          </ButtonRow>
          {template?.inForce ? <Notice tone="done">{say('template.in-force.now')}</Notice> : null}
          <Findings visit={visit} report={report} />
          {report.sample === '' ? null : (
            <section>
              <h2>{say('template.sample.title')}</h2>
              <p class="hint">{say('template.sample.hint')}</p>
              <pre lang="vi">{report.sample}</pre>
            </section>
          )}
        </>
      ),
    };
  });

/** What is wrong or doubtful in a template, each with its place. */
function Findings({ visit, report }: { visit: Visit; report: TemplateReport }) {
  const say = templateWords.in(visit.language);
  const { broken, unknown, missing, missingStyles } = report;
  if (broken.length + unknown.length + missing.length + missingStyles.length === 0)
    return <Notice tone="done">{say('template.complete')}</Notice>;
  return (
    <>
      {broken.length === 0 ? null : (
        <DataTable
          id="broken"
          caption={say('template.broken')}
          rows={broken}
          empty={{ text: say('template.none') }}
          columns={[
            {
              key: 'what',
              label: say('template.mistake'),
              rowHeader: true,
              cell: ({ code }) =>
                visit.house.lexicon.has(`template.mistake.${code}`)
                  ? visit.say(`template.mistake.${code}`)
                  : say('template.mistake.other'),
            },
            {
              key: 'block',
              label: say('template.block'),
              cell: ({ block }) => <code lang="vi">{block}</code>,
            },
            { key: 'words', label: say('template.place'), cell: ({ words }) => words },
          ]}
        />
      )}
      {unknown.length === 0 ? null : (
        <DataTable
          id="unknown"
          caption={say('template.unknown')}
          rows={unknown}
          empty={{ text: say('template.none') }}
          columns={[
            {
              key: 'block',
              label: say('template.block'),
              rowHeader: true,
              cell: ({ block }) => <code lang="vi">{block}</code>,
            },
            {
              key: 'place',
              label: say('template.place'),
              cell: ({ part, paragraph, words }) => (
                <>
                  {visit.say(`template.place.${part}`, { paragraph })} <q lang="vi">{words}</q>
                </>
              ),
            },
          ]}
        />
      )}
      {missing.length === 0 ? null : (
        <BlockTable visit={visit} id="missing" caption={say('template.missing')} blocks={missing} />
      )}
      {missingStyles.length === 0 ? null : (
        <Notice tone="warning" title={say('template.styles')}>
          {missingStyles.join('; ')}
        </Notice>
      )}
    </>
  );
}
