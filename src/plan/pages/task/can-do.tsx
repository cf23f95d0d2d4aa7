import type { Child } from 'hono/jsx';
import { Temporal } from 'temporal-polyfill';
import { nameAndPosition } from '../../../people/index.ts';
import { ActionButton, ActionForm, fieldsOf } from '../../../platform/http/action-form.tsx';
import { formatShortInstant } from '../../../platform/http/format.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import type { Subject } from '../../../platform/policy/policy.ts';
import { isRefusal } from '../../../platform/refusal.ts';
import { Button, DateInput, Select, TextArea, TextInput } from '../../../platform/view/index.ts';
import { formatDate } from '../../../pure/vietnamese/index.ts';
import { type Milestone, standingMilestones } from '../../domain/task.ts';
import * as decide from '../../domain/task-decisions.ts';
import { confirmSubject, judgeOf, workSubject } from '../../task-rights.ts';
import { rightsOf } from '../../task-state.ts';
import { submissionUrl } from '../../task-urls.ts';
import type { TaskView } from '../../task-view.ts';
import { taskWords } from '../../task-words.ts';
import { milestoneName } from './say.ts';

interface Rights {
  work: Subject;
  confirm: Subject;
}

/** What can be done with a task, and for what cannot, why. */
export function CanDo({ visit, view }: { visit: Visit; view: TaskView }) {
  const say = taskWords.in(visit.language);
  const rights: Rights = {
    work: workSubject(rightsOf(view)),
    confirm: confirmSubject(rightsOf(view), view.units, visit.actor),
  };
  return (
    <aside>
      <h2>{say('task.can-do')}</h2>
      <Assign visit={visit} view={view} rights={rights} />
      <AnswerChases visit={visit} view={view} rights={rights} />
      <Start visit={visit} view={view} rights={rights} />
      <Progress visit={visit} view={view} rights={rights} />
      <Expect visit={visit} view={view} rights={rights} />
      <MayNotWork visit={visit} view={view} rights={rights} />
      {standingMilestones(view.state).map((milestone) => (
        <MilestoneActs visit={visit} view={view} rights={rights} milestone={milestone} />
      ))}
    </aside>
  );
}

/** Why a decision refuses as things stand, in words; undefined where it does not. */
export function refusedNow(visit: Visit, decision: decide.Decision): string | undefined {
  return isRefusal(decision) ? visit.words(decision) : undefined;
}

function Assign({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  const say = taskWords.in(visit.language);
  const params = { task: view.id };
  const why = visit.whyNot('task.assign', rights.work);
  const done = refusedNow(visit, decide.progress(view.state, ''));
  if (why !== undefined || done !== undefined) return null;
  const person = fieldsOf(visit, 'task.assign', params)('person');
  const held = view.state.assignees.find(({ unitId }) => isMine(view, unitId))?.personId;
  return (
    <ActionForm visit={visit} action="task.assign" params={params} seq={view.seq}>
      <Select
        label={say('assign.person')}
        options={view.candidates.map((one) => ({ value: one.id, label: nameAndPosition(one) }))}
        {...person}
        value={person.value ?? held}
      />
      <Button>{say('assign.submit')}</Button>
    </ActionForm>
  );
}

/** Chases that wait for an answer, for whoever works on the task. */
function AnswerChases({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  const say = taskWords.in(visit.language);
  const why = visit.whyNot('task.work', rights.work);
  const judge = judgeOf(visit.actor, view.agencyId);
  return (
    <>
      {view.state.chases.map((one) => {
        const params = { task: view.id, chase: one.chase };
        const field = fieldsOf(visit, 'chase.answer', params, one.chase);
        const text = field('text');
        if (text.value === undefined && (one.answer !== null || why !== undefined)) return null;
        return (
          <ActionForm visit={visit} action="chase.answer" params={params} seq={view.seq}>
            <TextArea
              label={say('chase.answer', { date: formatShortInstant(Temporal.Instant.from(one.at)) })}
              hint={<span class="as-typed">{one.text}</span>}
              rows={3}
              {...text}
            />
            <DateInput label={say('expect.day')} optional {...field('day', expectedDay(view))} />
            <Button
              value={`chase.answer-${one.chase}`}
              disabledReason={why ?? refusedNow(visit, decide.answerChase(view.state, one.chase, '', judge))}
            >
              {say('chase.answer.submit')}
            </Button>
          </ActionForm>
        );
      })}
    </>
  );
}

function isMine(view: TaskView, unitId: string): boolean {
  return view.candidates.some((one) => one.unitId === unitId);
}

function Start({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  if (view.state.started || visit.whyNot('task.work', rights.work) !== undefined) return null;
  return (
    <ActionButton
      visit={visit}
      action="task.start"
      params={{ task: view.id }}
      seq={view.seq}
      subject={rights.work}
      variant="secondary"
      refused={refusedNow(visit, decide.start(view.state))}
    >
      {taskWords.in(visit.language)('start.submit')}
    </ActionButton>
  );
}

/** Who works on the task, for whoever does not: said once, whatever its milestones. */
function MayNotWork({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  const say = taskWords.in(visit.language);
  if (visit.whyNot('task.work', rights.work) === undefined) return null;
  if (refusedNow(visit, decide.progress(view.state, '')) !== undefined) return null;
  const { leadUnits } = view.state;
  const own = judgeOf(visit.actor, view.agencyId).units.some((unit) => leadUnits.includes(unit));
  const names = leadUnits.flatMap((id) => view.units.find((unit) => unit.id === id)?.name ?? []).join(', ');
  return <p class="hint">{own ? say('work.not-given') : say('work.of-unit', { unit: names })}</p>;
}

function Progress({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  const say = taskWords.in(visit.language);
  const params = { task: view.id };
  const field = fieldsOf(visit, 'task.record-progress', params, 'progress');
  const note = field('note');
  const refused =
    visit.whyNot('task.work', rights.work) ?? refusedNow(visit, decide.progress(view.state, ''));
  if (refused !== undefined && note.value === undefined) return null;
  return (
    <ActionForm visit={visit} action="task.record-progress" params={params} seq={view.seq}>
      <TextArea label={say('progress.note')} rows={3} {...note} />
      <Button variant="secondary" disabledReason={refused} value="task.record-progress">
        {say('progress.submit')}
      </Button>
    </ActionForm>
  );
}

const expectedDay = ({ state: { expectedOn } }: TaskView) =>
  expectedOn === null ? null : formatDate(expectedOn);

/** Whether the visitor is asked for an answer, in which an expected day is given too. */
const isAsked = (visit: Visit, view: TaskView) => {
  const judge = judgeOf(visit.actor, view.agencyId);
  return view.state.chases.some(({ chase }) => !isRefusal(decide.answerChase(view.state, chase, '', judge)));
};

/** Declares when the task will be done. */
function Expect({ visit, view, rights }: { visit: Visit; view: TaskView; rights: Rights }) {
  const say = taskWords.in(visit.language);
  const params = { task: view.id };
  const field = fieldsOf(visit, 'task.expect', params, 'expect');
  const day = field('day', expectedDay(view));
  const refused =
    visit.whyNot('task.work', rights.work) ?? refusedNow(visit, decide.progress(view.state, ''));
  const failed = visit.failedForm('task.expect', `/tasks/${view.id}/expectation`);
  if ((refused !== undefined || isAsked(visit, view)) && failed === null) return null;
  return (
    <ActionForm visit={visit} action="task.expect" params={params} seq={view.seq}>
      <DateInput label={say('expect.day')} {...day} />
      <TextInput label={say('expect.note')} {...field('note')} />
      <Button variant="secondary" disabledReason={refused} value="task.expect">
        {say('expect.submit')}
      </Button>
    </ActionForm>
  );
}

function MilestoneActs(props: { visit: Visit; view: TaskView; rights: Rights; milestone: Milestone }) {
  const { visit, view, milestone } = props;
  const several = standingMilestones(view.state).length > 1;
  const acts = actsOf(props);
  if (acts.length === 0) return null;
  return (
    <>
      {several ? <h3>{milestoneName(milestone)}</h3> : null}
      {acts}
    </>
  );

  function actsOf({ rights }: { rights: Rights }): Child[] {
    const say = taskWords.in(visit.language);
    const judge = judgeOf(visit.actor, view.agencyId);
    const { no, state } = milestone;
    const acts: Child[] = [];
    const works = visit.whyNot('task.work', rights.work) === undefined && !view.state.withdrawn;
    if (works && (state === 'open' || state === 'sent_back'))
      acts.push(
        <p>
          <Button href={submissionUrl(view.id, no)}>
            {say(milestone.submissions.length > 0 ? 'submission.open-again' : 'submission.open')}
          </Button>
        </p>,
      );
    const mayNot = refusedNow(visit, decide.confirm(view.state, no, judge));
    // The reason from the work itself (one's own unit's) says more than that of the role.
    if (state === 'submitted')
      acts.push(
        <p>
          {mayNot === undefined ? (
            <ActionButton
              visit={visit}
              action="milestone.confirm"
              params={{ task: view.id, milestone: String(no) }}
              seq={view.seq}
              subject={rights.confirm}
            >
              {say('confirm.submit')}
            </ActionButton>
          ) : (
            <Button disabledReason={mayNot} value={`confirm-${no}`}>
              {say('confirm.submit')}
            </Button>
          )}
        </p>,
      );
    const reasoned = [
      {
        action: 'milestone.send-back',
        fits: state === 'submitted',
        label: say('send-back.reason'),
        submit: say('send-back.submit'),
        refused: refusedNow(visit, decide.sendBack(view.state, no, '', judge)),
      },
      {
        action: 'milestone.reopen',
        fits: state === 'confirmed',
        label: say('reopen.reason'),
        submit: say('reopen.submit'),
        refused: refusedNow(visit, decide.reopen(view.state, no, '', judge)),
      },
    ];
    const mayNotJudge = visit.whyNot('task.confirm', rights.confirm);
    for (const act of reasoned) {
      const why = mayNotJudge ?? act.refused;
      const typed = fieldsOf(visit, act.action, { task: view.id, milestone: String(no) })('reason').value;
      if (typed !== undefined || (act.fits && why === undefined))
        acts.push(<Reasoned visit={visit} view={view} no={no} why={why} {...act} />);
    }
    return acts;
  }
}

/**
 * An act that needs a reason. Where somebody else has meanwhile made it needless, the form stays with what was
 * typed, and its button says why.
 */
function Reasoned({
  visit,
  view,
  no,
  action,
  label,
  submit,
  why,
}: {
  visit: Visit;
  view: TaskView;
  no: number;
  action: string;
  label: string;
  submit: string;
  why: string | undefined;
}) {
  const params = { task: view.id, milestone: String(no) };
  const reason = fieldsOf(visit, action, params, `${action}-${no}`)('reason');
  return (
    <ActionForm visit={visit} action={action} params={params} seq={view.seq}>
      <TextArea label={label} rows={3} {...reason} />
      <Button variant="secondary" disabledReason={why} value={`${action}-${no}`}>
        {submit}
      </Button>
    </ActionForm>
  );
}
