import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { definePage } from '../../platform/http/page.ts';
import { ListView, listPage } from '../../platform/lists/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { Button, ButtonRow, Notice, Select, TextInput } from '../../platform/view/index.ts';
import { processList } from '../process-list.tsx';
import { newProcessUrl, processesUrl, processImportUrl } from '../process-urls.ts';
import { processWords } from '../process-words.ts';
import { choosableProcedures } from '../read-decision.ts';

/** The internal processes, with the ways to write one. */
export const processesPage = listPage(processList, async (visit, page) => {
  const say = processWords.in(visit.language);
  const keeps = visit.may('internal-process.keep', { agencyId: visit.actor.agencyId }).allowed;
  return {
    width: 'wide',
    act: keeps ? <Button href={newProcessUrl()}>{say('processes.new')}</Button> : undefined,
    body: (
      <>
        {keeps ? (
          <ButtonRow>
            <Button variant="secondary" href={processImportUrl()}>
              {say('processes.import')}
            </Button>
          </ButtonRow>
        ) : null}
        <ListView visit={visit} list={processList} read={page} captionHidden />
      </>
    ),
  };
});

/** The form that begins a draft: of which procedure, under which code. */
export const newProcessPage = definePage(newProcessUrl(), async (visit) => {
  const say = processWords.in(visit.language);
  const verdict = visit.may('internal-process.keep', { agencyId: visit.actor.agencyId });
  if (!verdict.allowed) return visit.signedIn === null ? refuse('unauthenticated:sign-in') : verdict.reason;
  const procedures = await visit.read('internal-process.keep', (query) =>
    choosableProcedures(query, visit.actor.agencyId),
  );
  const free = procedures.filter(({ drafted }) => !drafted);
  const field = fieldsOf(visit, 'internal-process.start');
  return {
    title: say('processes.new'),
    lead: say('process.new.lead'),
    breadcrumbs: [
      { href: processesUrl(), label: say('processes.title') },
      { href: newProcessUrl(), label: say('processes.new'), current: true },
    ],
    body:
      free.length === 0 ? (
        <Notice>{say('process.new.none')}</Notice>
      ) : (
        <ActionForm visit={visit} action="internal-process.start">
          <div lang="vi">
            <Select
              label={say('process.procedure')}
              empty={say('process.procedure.choose')}
              width="full"
              options={free.map(({ id, code, name }) => ({
                value: id,
                label: code === null ? name : `${name} (${code})`,
              }))}
              {...field('procedure', visit.url.searchParams.get('procedure'))}
            />
          </div>
          <TextInput
            label={say('process.iso-code')}
            hint={say('process.iso-code.hint')}
            width="medium"
            optional
            {...field('isoCode')}
          />
          <TextInput label={say('process.version')} width="short" {...field('version', '01')} />
          <Button>{say('processes.new')}</Button>
        </ActionForm>
      ),
  };
});
