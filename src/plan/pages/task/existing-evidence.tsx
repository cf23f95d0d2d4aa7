import { type EvidenceRevision, searchEvidence } from '../../../evidence/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { refuse } from '../../../platform/refusal.ts';
import { Button, EmptyState, Form, Notice, Radios, TextInput } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { saysHosted } from '../../domain/hosted.ts';
import * as decide from '../../domain/task-decisions.ts';
import { wantedDocumentTypes } from '../../domain/wanted-document.ts';
import { type EvidenceUseRow, listUses } from '../../evidence-uses.ts';
import { workSubject } from '../../task-rights.ts';
import { rightsOf } from '../../task-state.ts';
import { existingEvidenceUrl, submissionUrl, taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { milestoneName } from './say.ts';
import { taskOfVisit } from './task.tsx';

/** As many pieces as somebody looks through; more are found by their words. */
const SHOWN = 20;

/** Chooses a piece of the agency's evidence for a milestone, as a whole or by the section that holds the deliverable. */
export const existingEvidencePage = definePage(existingEvidenceUrl(':task', ':milestone'), async (visit) => {
  const view = await taskOfVisit(visit);
  const milestone = view?.state.milestones.find(
    (one) => String(one.no) === visit.param('milestone') && !one.dropped,
  );
  if (view === undefined || milestone === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = taskWords.in(visit.language);
  const typed = visit.url.searchParams.get('q')?.normalize('NFC').trim() ?? '';
  const { found, uses } = await visit.read('task.read', async (query) => {
    const pieces = await searchEvidence(query, view.agencyId, typed, SHOWN);
    return {
      found: pieces,
      uses: await listUses(
        query,
        view.agencyId,
        pieces.map((one) => one.evidenceId),
      ),
    };
  });
  const params = { task: view.id, milestone: String(milestone.no) };
  const field = fieldsOf(visit, 'milestone.use-evidence', params);
  const refusal = decide.maySubmit(view.state, milestone.no);
  const refused =
    visit.whyNot('task.work', workSubject(rightsOf(view))) ??
    (refusal === null ? undefined : visit.words(refusal));
  const wanted = wantedDocumentTypes(view.state.title, view.state.deliverable);
  const hosted = saysHosted(view.state);
  return {
    title: say('existing.title'),
    kicker: `${view.state.title} · ${milestoneName(milestone)}`,
    lead: say('existing.lead'),
    breadcrumbs: [
      { href: taskUrl(view.id), label: view.state.title },
      { href: submissionUrl(view.id, milestone.no), label: say('submission.title') },
      { href: existingEvidenceUrl(view.id, milestone.no), label: say('existing.title'), current: true },
    ],
    body: (
      <>
        <ChangedMeanwhile visit={visit} view={view} />
        {hosted ? <Notice tone="info">{say('existing.hosted')}</Notice> : null}
        {wanted.length === 0 ? null : (
          <Notice tone="info">{say('submission.wanted', { wanted: wanted.join(', ') })}</Notice>
        )}
        <Form action={existingEvidenceUrl(view.id, milestone.no)} method="get" keep={false} layout="inline">
          <TextInput label={say('existing.search')} name="q" value={typed} optional />
          <Button variant="secondary">{say('existing.search.submit')}</Button>
        </Form>
        <h2>{say('existing.found')}</h2>
        {found.length === 0 ? (
          <EmptyState>{say(typed === '' ? 'existing.none' : 'existing.not-found')}</EmptyState>
        ) : (
          <ActionForm visit={visit} action="milestone.use-evidence" params={params} seq={view.seq}>
            <Radios
              label={say('existing.choose')}
              options={found.map((piece) => optionOf(visit, piece, uses))}
              {...field('evidence')}
            />
            <TextInput
              label={say('existing.section')}
              hint={say(hosted ? 'existing.section.hosted' : 'existing.section.hint')}
              optional={!hosted}
              {...field('section')}
            />
            <Button disabledReason={refused} value="milestone.use-evidence">
              {say('submission.submit')}
            </Button>
          </ActionForm>
        )}
      </>
    ),
  };
});

/** A piece by number, date and abstract, with the tasks that it proves already. */
function optionOf(visit: Visit, piece: EvidenceRevision, uses: readonly EvidenceUseRow[]) {
  const say = taskWords.in(visit.language);
  const of = uses.filter(({ evidenceId }) => evidenceId === piece.evidenceId);
  const tasks = [...new Set(of.map(({ no, title }) => `${no}. ${title}`))];
  return {
    value: piece.evidenceId,
    label: [
      piece.documentNumber ?? piece.file?.name ?? say('evidence.event'),
      say('evidence.dated', { date: formatDate(piece.evidenceDate) }),
      piece.abstract,
    ].join(' · '),
    hint: tasks.length === 0 ? undefined : say('existing.of', { tasks: tasks.join('; ') }),
  };
}
