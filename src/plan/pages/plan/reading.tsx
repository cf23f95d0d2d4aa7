import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import type { Shown } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { Button, FileUpload, Notice, Progress } from '../../../platform/view/index.ts';
import type { PlanState } from '../../domain/plan.ts';
import { type PlanRow, plansOfSameFile } from '../../queries.ts';
import { type ReadingProgress, readingProgress } from '../../reading-job.ts';
import { plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { Abandon } from './abandoned.tsx';
import { keptUpload } from './kept-upload.ts';
import { PLAN_FILES } from './new-plan.tsx';
import { SameFile } from './same-file.tsx';

/** Shown while the file is read; it brings itself up to date, with or without JavaScript. */
export async function readingShown(
  visit: Visit,
  plan: string,
  state: PlanState,
  row: PlanRow,
): Promise<Shown> {
  const say = planWords.in(visit.language);
  const twins = await visit.read('plan.draft', (query) => plansOfSameFile(query, row));
  const progress = readingProgress(plan);
  return {
    title: say('reading.title', { file: state.fileName }),
    lead: say('reading.lead'),
    refreshSeconds: 1,
    breadcrumbs: [{ href: plansUrl(), label: say('plans.title') }],
    body: (
      <>
        <SameFile visit={visit} twins={twins} />
        <ReadingSteps visit={visit} progress={progress} />
        <ActionForm visit={visit} action="plan.stop-reading" params={{ plan }} layout="inline">
          <Button variant="secondary">{say('reading.stop')}</Button>
        </ActionForm>
      </>
    ),
  };
}

/** How far a reading has come: pages taken out, then the plan read from them. */
export function ReadingSteps({ visit, progress }: { visit: Visit; progress: ReadingProgress | undefined }) {
  const say = planWords.in(visit.language);
  if (progress === undefined) return <p>{say('reading.queued')}</p>;
  if (progress.step === 'read') return <p>{say('reading.understanding')}</p>;
  if (progress.total === 0) return <p>{say('reading.opening')}</p>;
  return (
    <Progress
      id="reading"
      label={say('reading.progress')}
      done={progress.done}
      total={progress.total}
      unit={say('reading.pages')}
    />
  );
}

/** Why the file could not be read, and what to do; the file is kept unless the law forbids it. */
export async function unreadableShown(visit: Visit, plan: string, state: PlanState): Promise<Shown> {
  const say = planWords.in(visit.language);
  const failure = state.failure ?? { code: 'damaged', params: {} };
  const { value, ...field } = fieldsOf(visit, 'plan.upload')('file');
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
          <FileUpload
            label={say('upload.file')}
            accept={PLAN_FILES}
            {...field}
            kept={await keptUpload(visit, value)}
          />
          <Button>{say('upload.submit')}</Button>
        </ActionForm>
        <Abandon visit={visit} plan={plan} seq={state.seq} />
      </>
    ),
  };
}
