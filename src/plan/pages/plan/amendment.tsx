import { ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import { isRefusal, refuse } from '../../../platform/refusal.ts';
import {
  Button,
  ButtonRow,
  DateInput,
  FileUpload,
  Notice,
  Radios,
  TextArea,
  TextInput,
} from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { versionInForce } from '../../domain/plan.ts';
import { issuedItems } from '../../domain/plan-decisions.ts';
import { versionChanges } from '../../domain/versions.ts';
import { unitResolver } from '../../readings.ts';
import { amendmentUrl, plansUrl, planUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ChangesTable } from './changes-table.tsx';
import { draftOfVisit } from './drafters-only.ts';

/** Mending an issued plan by a correction letter or an amending plan. */
export const amendmentPage = definePage('/plans/:plan/amendment', async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { state, draft, row } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const before = versionInForce(state);
  if (before === undefined) return refuse('missing:thing');
  const breadcrumbs = [
    { href: plansUrl(), label: say('plans.title') },
    { href: planUrl(plan), label: row.title ?? '' },
    { href: amendmentUrl(plan), label: say('amendment.title'), current: true },
  ];
  const common = {
    title: say('amendment.title'),
    kicker: row.title,
    lead: say('amendment.lead'),
    breadcrumbs,
  };
  const { amendment } = state;
  if (amendment === null) {
    const field = fieldsOf(visit, 'plan.open-amendment', { plan });
    return {
      ...common,
      body: (
        <ActionForm visit={visit} action="plan.open-amendment" params={{ plan }} seq={state.seq} files>
          <Radios
            label={say('amendment.kind')}
            options={(['correction_letter', 'amending_plan'] as const).map((kind) => ({
              value: kind,
              label: say(`amendment.kind.${kind}`),
            }))}
            {...field('kind')}
          />
          <TextInput label={say('amendment.number')} width="medium" {...field('number')} />
          <DateInput label={say('amendment.date')} {...field('date')} />
          <TextArea label={say('amendment.abstract')} rows={2} {...field('abstract')} />
          <FileUpload label={say('amendment.file')} optional {...field('file')} />
          <Button>{say('amendment.open')}</Button>
        </ActionForm>
      ),
    };
  }
  const unitOf = await visit.read('plan.draft', (query) => unitResolver(query, row.agencyId));
  const changes = versionChanges(before.items, issuedItems(draft, unitOf));
  const next = before.number + 1;
  return {
    ...common,
    body: (
      <>
        <Notice tone="info">
          {say(`amendment.kind.${amendment.kind}`)} {amendment.number}, {formatDate(amendment.date)}:{' '}
          {amendment.abstract}
        </Notice>
        <ChangesTable
          visit={visit}
          id="changes"
          caption={say('amendment.changes', { number: next })}
          changes={changes}
        />
        <ButtonRow>
          <Button href={reviewUrl(plan)} variant="secondary">
            {say('amendment.edit')}
          </Button>
          <ActionForm visit={visit} action="plan.amend" params={{ plan }} seq={state.seq} layout="inline">
            <Button>{say('amendment.issue', { number: next })}</Button>
          </ActionForm>
          <ActionForm
            visit={visit}
            action="plan.abandon-amendment"
            params={{ plan }}
            seq={state.seq}
            layout="inline"
          >
            <Button variant="danger">{say('amendment.abandon')}</Button>
          </ActionForm>
        </ButtonRow>
      </>
    ),
  };
});
