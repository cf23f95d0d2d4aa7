import { EvidenceInputs, keptFileName } from '../../../evidence/index.ts';
import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { refuse } from '../../../platform/refusal.ts';
import { UUID } from '../../../platform/uuid.ts';
import { Button, Notice } from '../../../platform/view/index.ts';
import * as decide from '../../domain/task-decisions.ts';
import { wantedDocumentType } from '../../domain/wanted-document.ts';
import { workSubject } from '../../task-rights.ts';
import { rightsOf } from '../../task-state.ts';
import { submissionUrl, taskUrl } from '../../task-urls.ts';
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
  const before = view.revisions.findLast(
    (one) => one.evidenceId === milestone.submissions.at(-1)?.evidenceId,
  );
  const kept = field('file').value ?? before?.file?.id ?? '';
  const today = visit.house.clock.today();
  const keptFile = UUID.test(kept)
    ? await visit.read('task.read', (query) => keptFileName(query, visit.actor.accountId, kept))
    : undefined;
  const evidence = { evidenceId: view.id, revision: 1, evidenceDate: today };
  const refused =
    visit.whyNot('task.work', workSubject(rightsOf(view))) ??
    refusedNow(visit, decide.submit(view.state, milestone.no, evidence, today));
  const wanted = wantedDocumentType(view.state.title, view.state.deliverable);
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
        {wanted === null ? null : <Notice tone="info">{say('submission.wanted', { wanted })}</Notice>}
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
