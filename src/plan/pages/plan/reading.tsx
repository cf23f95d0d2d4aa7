import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import type { Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, FileUpload, Notice, Progress } from '../../../platform/view/index.ts';
import type { PlanState } from '../../domain/plan.ts';
import { readingProgress } from '../../reading-job.ts';
import { plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { PLAN_FILES } from './new-plan.tsx';

/** Shown while the file is read; it brings itself up to date, with or without JavaScript. */
export function readingShown(visit: Visit, plan: string, state: PlanState): Shown {
  const say = planWords.in(visit.language);
  const progress = readingProgress(plan);
  return {
    title: say('reading.title', { file: state.fileName }),
    lead: say('reading.lead'),
    refreshSeconds: 1,
    breadcrumbs: [{ href: plansUrl(), label: say('plans.title') }],
    body: (
      <>
        <Progress
          id="reading"
          label={say('reading.progress')}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          unit={say('reading.pages')}
        />
        <ActionForm visit={visit} action="plan.stop-reading" params={{ plan }} layout="inline">
          <Button variant="secondary">{say('reading.stop')}</Button>
        </ActionForm>
      </>
    ),
  };
}

/** Why the file could not be read, and what to do; the file is kept unless the law forbids it. */
export function unreadableShown(visit: Visit, plan: string, state: PlanState): Shown {
  const say = planWords.in(visit.language);
  const failure = state.failure ?? { code: 'damaged', params: {} };
  const field = fieldsOf(visit, 'plan.upload');
  const secret = failure.code === 'secret';
  return {
    title: say('unreadable.title', { file: secret ? say('plan.file') : state.fileName }),
    breadcrumbs: [{ href: plansUrl(), label: say('plans.title') }],
    body: (
      <>
        <Notice tone="error">
          <p>{visit.say(`unreadable.${failure.code}`, failure.params)}</p>
          {secret ? null : <p>{say('unreadable.kept')}</p>}
        </Notice>
        {secret ? null : (
          <ActionForm
            visit={visit}
            action="plan.read-again"
            params={{ plan }}
            layout="inline"
            seq={state.seq}
          >
            <Button variant="secondary">{say('unreadable.again')}</Button>
          </ActionForm>
        )}
        <h2>{say('unreadable.other')}</h2>
        <ActionForm visit={visit} action="plan.upload" hidden={{ plan }} files seq={state.seq}>
          <FileUpload label={say('upload.file')} accept={PLAN_FILES} {...field('file')} />
          <Button>{say('upload.submit')}</Button>
        </ActionForm>
      </>
    ),
  };
}
