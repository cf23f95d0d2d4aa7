import type { Child } from 'hono/jsx';
import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import { isRefusal, refuse } from '../../platform/refusal.ts';
import { Button, DateInput, TextArea, TextInput } from '../../platform/view/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import { isOpen, isSigned } from '../domain/report.ts';
import * as decide from '../domain/report-decisions.ts';
import { chainSubject, draftSubject, judgeSubject, reportJudge } from '../report-rights.ts';
import { symbolOf } from '../report-title.ts';
import { reportWords } from '../words.ts';
import type { ReportView } from './report-view.ts';

interface Part {
  visit: Visit;
  view: ReportView;
}

/** What can be done with a report, and for the next step why it may not be done by whoever looks. */
export function CanDo({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  if (visit.signedIn === null) return null;
  return (
    <aside>
      <h2>{say('report.can-do')}</h2>
      {view.kind === 'department' ? (
        <Chain visit={visit} view={view} />
      ) : (
        <OfUnit visit={visit} view={view} />
      )}
    </aside>
  );
}

const refusedNow = (visit: Visit, decided: unknown): string | undefined =>
  isRefusal(decided) ? visit.words(decided) : undefined;

/** One button; its reason from the report says more than that of the role. */
function Step(
  props: Part & {
    action: string;
    subject: Subject;
    refused?: string | undefined;
    children?: Child;
    secondary?: boolean;
  },
) {
  const { visit, view, action, subject, refused, children, secondary } = props;
  return (
    <p>
      <ActionButton
        visit={visit}
        action={action}
        params={{ report: view.id }}
        seq={view.seq}
        subject={subject}
        refused={refused}
        variant={secondary ? 'secondary' : undefined}
      >
        {children}
      </ActionButton>
    </p>
  );
}

/** The acts on the report of a unit, or on the part on an area. */
function OfUnit({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  const { state, units } = view;
  const judge = reportJudge(visit.actor, view.agencyId);
  const judging = judgeSubject(view, units, visit.actor);
  const own = refusedNow(visit, decide.confirm(state, judge));
  return (
    <>
      {isOpen(state) ? (
        <Step
          visit={visit}
          view={view}
          action="report.submit"
          subject={draftSubject(view)}
          refused={view.closed ? visit.words(refuse('conflict:report-period-closed')) : undefined}
        >
          {say(state.state === 'sent_back' ? 'report.submit-again' : 'report.submit')}
        </Step>
      ) : null}
      {state.state === 'submitted' ? (
        own === undefined ? (
          <Step visit={visit} view={view} action="report.confirm" subject={judging}>
            {say('report.confirm')}
          </Step>
        ) : (
          <Button disabledReason={own} value="report.confirm">
            {say('report.confirm')}
          </Button>
        )
      ) : null}
      <Reasoned
        visit={visit}
        view={view}
        action="report.send-back"
        fits={state.state === 'submitted' || state.state === 'confirmed'}
        why={
          visit.whyNot('report.confirm', judging) ??
          refusedNow(visit, decide.sendBack(state, '', judge, view.closed))
        }
      />
    </>
  );
}

/** The steps of the department's report, each by whom it is for. */
function Chain({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  const { state, agencyId, units } = view;
  const chain = chainSubject(agencyId, units);
  const common = { visit, view };
  return (
    <>
      {isOpen(state) ? (
        <>
          {visit.whyNot('report.draft', draftSubject(view)) === undefined ? (
            <Step {...common} action="report.compile" subject={draftSubject(view)} secondary>
              {say('report.compile')}
            </Step>
          ) : null}
          <Step {...common} action="report.submit-for-signature" subject={draftSubject(view)}>
            {say('report.submit-for-signature')}
          </Step>
        </>
      ) : null}
      {state.state === 'in_review' ? (
        <Step {...common} action="report.review" subject={chain}>
          {say('report.review')}
        </Step>
      ) : null}
      {state.state === 'reviewed' ? (
        <Step {...common} action="report.agree" subject={chain}>
          {say('report.agree')}
        </Step>
      ) : null}
      {state.state === 'agreed' ? (
        <Step {...common} action="report.sign" subject={chain}>
          {say(visit.actor.posts.some(({ role }) => role === 'director') ? 'report.sign' : 'report.sign-for')}
        </Step>
      ) : null}
      <Reasoned
        {...common}
        action="report.send-back-draft"
        fits={!isOpen(state) && !isSigned(state)}
        why={visit.whyNot('report.send-back', chain) ?? refusedNow(visit, decide.sendBackDraft(state, ''))}
      />
      <Register {...common} />
      <Send {...common} />
      <Receive {...common} />
    </>
  );
}

/** An act that needs a reason; it stays with what was typed where somebody else was first. */
function Reasoned({
  visit,
  view,
  action,
  fits,
  why,
}: Part & { action: string; fits: boolean; why: string | undefined }) {
  const say = reportWords.in(visit.language);
  const params = { report: view.id };
  const reason = fieldsOf(visit, action, params)('reason');
  if (reason.value === undefined && (!fits || why !== undefined)) return null;
  return (
    <ActionForm visit={visit} action={action} params={params} seq={view.seq}>
      <TextArea label={say('report.send-back.reason')} rows={3} {...reason} />
      <Button variant="secondary" disabledReason={why} value={action}>
        {say('report.send-back')}
      </Button>
    </ActionForm>
  );
}

/** Whether a form of the records clerk is shown: at its step, or with what was typed into it too late. */
function clerks({ visit, view }: Part, action: string, fits: boolean) {
  const params = { report: view.id };
  const why = visit.whyNot('report.register', chainSubject(view.agencyId, view.units));
  const path = visit.house.actions.get(action)?.path.replace(':report', view.id) ?? '';
  const shown = fits || visit.failedForm(action, path) !== null;
  return { params, why, shown, field: fieldsOf(visit, action, params) };
}

function Register({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  const { state, registered } = view.state;
  const { params, why, shown, field } = clerks(
    { visit, view },
    'report.register',
    state === 'signed' || state === 'registered',
  );
  if (!shown) return null;
  if (why !== undefined)
    return state === 'signed' ? (
      <Button disabledReason={why} value="report.register">
        {say('report.register')}
      </Button>
    ) : null;
  const today = formatDate(visit.house.clock.today());
  return (
    <ActionForm visit={visit} action="report.register" params={params} seq={view.seq}>
      <TextInput
        label={say('report.number.given')}
        hint={say('report.number.hint', { symbol: symbolOf(view.agency?.symbol ?? '') })}
        inputmode="numeric"
        width="short"
        {...field('number', registered?.number)}
      />
      <DateInput
        label={say('report.issue-date')}
        {...field('date', registered === null ? today : formatDate(registered.date))}
      />
      <Button value="report.register" variant={registered === null ? 'main' : 'secondary'}>
        {say(registered === null ? 'report.register' : 'report.register-again')}
      </Button>
    </ActionForm>
  );
}

function Send({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  const { params, why, shown, field } = clerks(
    { visit, view },
    'report.send',
    view.state.state === 'registered',
  );
  if (!shown) return null;
  if (why !== undefined)
    return (
      <Button disabledReason={why} value="report.send">
        {say('report.send')}
      </Button>
    );
  const { milestone } = view.period ?? { milestone: null };
  return (
    <ActionForm visit={visit} action="report.send" params={params} seq={view.seq}>
      <DateInput
        label={say('report.sent-on')}
        hint={milestone === null ? undefined : say('report.sent-on.hint', { no: milestone.taskNo })}
        {...field('day', formatDate(visit.house.clock.today()))}
      />
      <Button value="report.send">{say('report.send')}</Button>
    </ActionForm>
  );
}

function Receive({ visit, view }: Part) {
  const say = reportWords.in(visit.language);
  const { params, why, shown, field } = clerks(
    { visit, view },
    'report.receive',
    view.state.state === 'sent',
  );
  if (!shown || why !== undefined) return null;
  return (
    <ActionForm visit={visit} action="report.receive" params={params} seq={view.seq}>
      <DateInput label={say('report.received-on')} {...field('day')} />
      <TextInput label={say('report.receipt-number')} {...field('number')} />
      <Button value="report.receive">{say('report.receive')}</Button>
    </ActionForm>
  );
}
