import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { Button, FileUpload, Notice } from '../../../platform/view/index.ts';
import { newPlanUrl, plansUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { draftersOnly } from './drafters-only.ts';
import { keptUpload } from './kept-upload.ts';

export const PLAN_FILES = '.docx,.pdf,.txt,.md,.html,.htm';

/** Uploading the file of a plan. */
export const newPlanPage = definePage(newPlanUrl(), async (visit) => {
  const refused = draftersOnly(visit);
  if (refused !== null) return refused;
  const say = planWords.in(visit.language);
  const { value, ...field } = fieldsOf(visit, 'plan.upload')('file');
  return {
    title: say('upload.title'),
    lead: say('upload.lead'),
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: newPlanUrl(), label: say('upload.title'), current: true },
    ],
    body: (
      <>
        <Notice tone="warning">{say('upload.secret')}</Notice>
        <ActionForm visit={visit} action="plan.upload" files>
          <FileUpload
            label={say('upload.file')}
            accept={PLAN_FILES}
            {...field}
            kept={await keptUpload(visit, value)}
          />
          <Button>{say('upload.submit')}</Button>
        </ActionForm>
      </>
    ),
  };
});
