import { EvidenceInputs, keptFileName } from '../../../evidence/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { UUID } from '../../../platform/uuid.ts';
import { Button, Notice } from '../../../platform/view/index.ts';
import { saysHosted } from '../../domain/hosted.ts';
import { ownEvidence } from '../../domain/task.ts';
import * as decide from '../../domain/task-decisions.ts';
import { wantedDocumentTypes } from '../../domain/wanted-document.ts';
import { workSubject } from '../../task-rights.ts';
import { rightsOf } from '../../task-state.ts';
import { existingEvidenceUrl, submissionUrl, taskUrl } from '../../task-urls.ts';
import { taskWords } from '../../task-words.ts';
import { refusedNow } from './can-do.tsx';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { milestoneName } from './say.ts';
import { taskOfVisit } from './task.tsx';

/** The form that hands evidence in for a milestone. */
export const submissionPage = definePage(submissionUrl(':task', ':milestone'), async (visit) => {
  const view = await taskOfVisit(visit);
  const milestone = view?.state.milestones.find(
    (one) => String(one.no) === visit.param('milestone') && !one.dropped,
  );
  if (view === undefined || milestone === undefined)
    return refuse(visit.signedIn === null ? 'unauthenticated:sign-in' : 'missing:thing');
  const say = taskWords.in(visit.language);
  const params = { task: view.id, milestone: String(milestone.no) };
  const field = fieldsOf(visit, 'milestone.submit', params);
  const own = ownEvidence(milestone);
  const before = view.revisions.findLast((one) => one.evidenceId === own);
  const kept = field('file').value ?? before?.file?.id ?? '';
  const keptFile = UUID.test(kept)
    ? await visit.read('task.read', (query) => keptFileName(query, visit.actor.accountId, kept))
    : undefined;
  const refused =
    visit.whyNot('task.work', workSubject(rightsOf(view))) ??
    refusedNow(visit, decide.maySubmit(view.state, milestone.no) ?? []);
  const wanted = wantedDocumentTypes(view.state.title, view.state.deliverable);
  const last = milestone.submissions.at(-1)?.answer;
  return {
    title: say('submission.title'),
    kicker: `${view.state.title} · ${milestoneName(milestone)}`,
    breadcrumbs: [
      { href: taskUrl(view.id), label: view.state.title },
      { href: submissionUrl(view.id, milestone.no), label: say('submission.title'), current: true },
    ],
    body: (
      <>
        <ChangedMeanwhile visit={visit} view={view} />
        {last?.kind === 'sent_back' && milestone.state === 'sent_back' ? (
          <Notice tone="warning">{say('submission.sent-back', { reason: last.reason ?? '' })}</Notice>
        ) : null}
        {wanted.length === 0 ? null : (
          <Notice tone="info">{say('submission.wanted', { wanted: wanted.join(', ') })}</Notice>
        )}
        <p>
          {saysHosted(view.state) ? `${say('submission.hosted')} ` : null}
          <a href={existingEvidenceUrl(view.id, milestone.no)}>{say('submission.existing')}</a>
        </p>
        <ActionForm visit={visit} action="milestone.submit" params={params} seq={view.seq} files>
          <EvidenceInputs
            visit={visit}
            field={field}
            before={before}
            keptFile={keptFile === undefined ? undefined : { id: kept, name: keptFile }}
          />
          <Button disabledReason={refused} value="milestone.submit">
            {say('submission.submit')}
          </Button>
        </ActionForm>
      </>
    ),
  };
});
