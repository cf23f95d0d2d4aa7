import { ActionButton, ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { definePage } from '../../../platform/http/page.ts';
import type { Visit } from '../../../platform/http/visit.ts';
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
import { proposedChanges } from '../../domain/amending.ts';
import { type Amendment, type PlanState, unreadFile, versionInForce } from '../../domain/plan.ts';
import { issuedItems } from '../../domain/plan-decisions.ts';
import { versionChanges } from '../../domain/versions.ts';
import { readingProgress } from '../../reading-job.ts';
import { loadReading, unitResolver } from '../../readings.ts';
import { amendmentUrl, plansUrl, planUrl, reviewUrl } from '../../urls.ts';
import { planWords } from '../../words.ts';
import { ChangesTable } from './changes-table.tsx';
import { draftOfVisit } from './drafters-only.ts';
import { keptUpload } from './kept-upload.ts';
import { PLAN_FILES } from './new-plan.tsx';
import { ProposedChanges } from './proposed-changes.tsx';
import { ReadingSteps } from './reading.tsx';

/** Mending an issued plan by a correction letter or an amending plan. */
export const amendmentPage = definePage(amendmentUrl(':plan'), async (visit) => {
  const drafted = await draftOfVisit(visit);
  if (isRefusal(drafted)) return drafted;
  const { state, draft, row } = drafted;
  const say = planWords.in(visit.language);
  const plan = visit.param('plan');
  const before = versionInForce(state);
  if (before === undefined) return refuse('missing:thing');
  const common = {
    title: say('amendment.title'),
    kicker: row.title,
    lead: say('amendment.lead'),
    width: 'wide' as const,
    breadcrumbs: [
      { href: plansUrl(), label: say('plans.title') },
      { href: planUrl(plan), label: row.title ?? '' },
      { href: amendmentUrl(plan), label: say('amendment.title'), current: true },
    ],
  };
  const { amendment } = state;
  if (amendment === null)
    return { ...common, body: <OpeningForm visit={visit} plan={plan} seq={state.seq} /> };
  const unitOf = await visit.read('plan.draft', (query) => unitResolver(query, row.agencyId));
  const changes = versionChanges(before.items, issuedItems(draft, unitOf));
  const next = before.number + 1;
  const waits = unreadFile(state) !== null;
  return {
    ...common,
    ...(waits ? { refreshSeconds: 1 } : {}),
    body: (
      <>
        <Notice tone="info">
          {say(`amendment.kind.${amendment.kind}`)} {amendment.number}, {formatDate(amendment.date)}:{' '}
          {amendment.abstract}
        </Notice>
        {waits ? <ReadingSteps visit={visit} progress={readingProgress(plan)} /> : null}
        <FileFailure visit={visit} plan={plan} amendment={amendment} seq={state.seq} />
        <ReadChanges visit={visit} plan={plan} state={state} amendment={amendment} />
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
          <ActionButton
            visit={visit}
            action="plan.amend"
            params={{ plan }}
            seq={state.seq}
            subject={{ agencyId: row.agencyId }}
            refused={changes.length === 0 ? visit.words(refuse('conflict:nothing-changed')) : undefined}
          >
            {say('amendment.issue', { number: next })}
          </ActionButton>
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

/** The document without which an issued plan does not change. */
async function OpeningForm({ visit, plan, seq }: { visit: Visit; plan: string; seq: number }) {
  const say = planWords.in(visit.language);
  const field = fieldsOf(visit, 'plan.open-amendment', { plan });
  const { value, ...file } = field('file');
  return (
    <ActionForm visit={visit} action="plan.open-amendment" params={{ plan }} seq={seq} files>
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
      <FileUpload
        label={say('amendment.file')}
        hint={say('amendment.file.hint')}
        accept={PLAN_FILES}
        optional
        {...file}
        kept={await keptUpload(visit, value)}
      />
      <Button>{say('amendment.open')}</Button>
    </ActionForm>
  );
}

/** Why the amending plan's file could not be read; rows can still be changed by hand. */
function FileFailure(props: { visit: Visit; plan: string; amendment: Amendment; seq: number }) {
  const { visit, plan, amendment, seq } = props;
  const { failure } = amendment;
  if (failure === null) return null;
  const say = planWords.in(visit.language);
  return (
    <>
      <Notice tone="warning" title={say('amendment.unreadable')}>
        <p>{visit.say(`unreadable.${failure.code}`, failure.params)}</p>
        <p>{say('amendment.unreadable.by-hand')}</p>
      </Notice>
      {failure.code === 'secret' ? null : (
        <ActionForm visit={visit} action="plan.read-again" params={{ plan }} seq={seq} layout="inline">
          <Button variant="secondary" small>
            {say('unreadable.again')}
          </Button>
        </ActionForm>
      )}
    </>
  );
}

async function ReadChanges(props: { visit: Visit; plan: string; state: PlanState; amendment: Amendment }) {
  const { visit, plan, state, amendment } = props;
  if (amendment.reading === null) return null;
  const reading = await loadReading(visit.house.files, amendment.reading);
  const open = proposedChanges(reading, versionInForce(state)?.items ?? []).filter(
    ({ key }) => amendment.answers[key] === undefined,
  );
  return <ProposedChanges visit={visit} plan={plan} seq={state.seq} changes={open} amendment={amendment} />;
}
