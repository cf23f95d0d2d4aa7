import type { Child } from 'hono/jsx';
import { ActionButton, ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import type { Visit } from '../../platform/http/visit.ts';
import type { Subject } from '../../platform/policy/policy.ts';
import {
  Button,
  Checkboxes,
  DateInput,
  FileUpload,
  Select,
  TextArea,
  TextInput,
} from '../../platform/view/index.ts';
import { OUTCOMES, openHandOver } from '../domain/dossier.ts';
import { type DossierAct, fits } from '../domain/status.ts';
import { deskSubject, handleSubject, pendingSubject } from '../policy.ts';
import { dossierWords } from '../words.ts';
import { BroughtRows, SupplementRows } from './rows.tsx';
import { fileField } from './uploads.ts';
import type { DossierView } from './view.ts';

interface Part {
  visit: Visit;
  view: DossierView;
}

/** What can be done with a dossier by whoever looks, the next step first, the rest folded away. */
export function CanDo({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  if (visit.signedIn === null) return null;
  const acts = [
    <Received visit={visit} view={view} />,
    <HandedOver visit={visit} view={view} />,
    <Handled visit={visit} view={view} />,
    <Settled visit={visit} view={view} />,
    <Opinions visit={visit} view={view} />,
    <Ended visit={visit} view={view} />,
  ];
  return (
    <aside class="acts">
      <h2>{say('dossier.can-do')}</h2>
      {acts}
    </aside>
  );
}

/** Whether an act fits the dossier and the visitor may do it. */
function may({ visit, view }: Part, act: DossierAct, permission: string, subject: Subject): boolean {
  return fits(view.state.status, act) && visit.may(permission, subject).allowed;
}

/** The fields of an act's form, told apart from those of the other forms of the page. */
const fieldsOfAct = ({ visit, view }: Part, action: string) =>
  fieldsOf(visit, action, { dossier: view.id }, action.replace(/^.*\./, ''));

const subjects = ({ view }: Part) => ({
  desk: deskSubject(view.row),
  handler: handleSubject(view.row),
  pending: pendingSubject(view.row),
  agency: { agencyId: view.agencyId },
});

/** One act with a form of its own; folded where it is not the next step. */
function Fold({
  part: { visit, view },
  action,
  open = false,
  files = false,
  label,
  children,
}: {
  part: Part;
  action: string;
  open?: boolean;
  files?: boolean;
  label?: string;
  children?: Child;
}) {
  const words = label ?? visit.say(`action.${action}`);
  const params = { dossier: view.id };
  const failed = visit.failed?.action === action;
  const form = (
    <ActionForm visit={visit} action={action} params={params} seq={view.seq} id={action} files={files}>
      {children}
      <Button variant={open ? 'main' : 'secondary'}>{words}</Button>
    </ActionForm>
  );
  if (open) return form;
  return (
    <details open={failed}>
      <summary>{words}</summary>
      {form}
    </details>
  );
}

/** One button without anything to fill in. */
function Press({ part: { visit, view }, action, subject }: { part: Part; action: string; subject: Subject }) {
  return (
    <p>
      <ActionButton
        visit={visit}
        action={action}
        params={{ dossier: view.id }}
        seq={view.seq}
        subject={subject}
      >
        {visit.say(`action.${action}`)}
      </ActionButton>
    </p>
  );
}

/** At the desk: accept, refuse, ask for completion, take in what was asked for, return the result. */
function Received(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { desk } = subjects(part);
  const field = (action: string) => fieldsOfAct(part, action);
  const receives = (act: DossierAct) => may(part, act, 'dossier.receive', desk);
  const refuse = field('dossier.refuse');
  const returned = field('dossier.return-result');
  return (
    <>
      {receives('accept') ? <Press part={part} action="dossier.accept" subject={desk} /> : null}
      {receives('receive-completion') ? (
        <Fold part={part} action="dossier.receive-completion" open files>
          <BroughtRows visit={visit} view={view} action="dossier.receive-completion" />
        </Fold>
      ) : null}
      {receives('receive-supplement') ? (
        <Fold part={part} action="dossier.receive-supplement" open files>
          <BroughtRows visit={visit} view={view} action="dossier.receive-supplement" />
        </Fold>
      ) : null}
      {receives('request-completion') ? (
        <Fold part={part} action="dossier.request-completion">
          <SupplementRows visit={visit} view={view} action="dossier.request-completion" />
        </Fold>
      ) : null}
      {receives('refuse') ? (
        <Fold part={part} action="dossier.refuse">
          <TextArea label={say('refusal.reason')} rows={3} {...refuse('reason')} />
          <TextInput label={say('act.basis')} {...refuse('basis')} />
        </Fold>
      ) : null}
      {receives('return-result') ? (
        <Fold part={part} action="dossier.return-result" open>
          <Select
            label={say('return.by')}
            options={(['direct', 'online', 'post'] as const).map((value) => ({
              value,
              label: say(`return.${value}`),
            }))}
            {...returned('by', view.state.returnBy)}
          />
          <TextInput label={say('return.to')} optional {...returned('to')} />
          <TextInput label={say('act.note')} optional {...returned('note')} />
        </Fold>
      ) : null}
    </>
  );
}

/** From unit to unit. */
function HandedOver(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { handler, pending } = subjects(part);
  const field = fieldsOfAct(part, 'dossier.hand-over');
  const decline = fieldsOfAct(part, 'dossier.decline-hand-over');
  const open = openHandOver(view.state) !== undefined;
  const atDesk = view.state.status === 'accepted';
  return (
    <>
      {open && may(part, 'confirm-hand-over', 'dossier.hand-over', pending) ? (
        <>
          <Press part={part} action="dossier.confirm-hand-over" subject={pending} />
          <Fold part={part} action="dossier.decline-hand-over">
            <TextArea label={say('act.reason')} rows={2} {...decline('reason')} />
          </Fold>
        </>
      ) : null}
      {!open && may(part, 'hand-over', 'dossier.hand-over', handler) ? (
        <Fold part={part} action="dossier.hand-over" open={atDesk}>
          <Select
            label={say('hand-over.to')}
            options={view.units
              .filter(({ id, validTo }) => id !== view.state.unitId && validTo === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...field('toUnit', atDesk ? view.version?.ownerUnitId : undefined)}
          />
          <TextInput label={say('act.note')} optional {...field('note')} />
        </Fold>
      ) : null}
    </>
  );
}

/** In the unit: who handles it, what is still needed. */
function Handled(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { handler } = subjects(part);
  const { state } = view;
  const assign = fieldsOfAct(part, 'dossier.assign');
  const supplement = fieldsOfAct(part, 'dossier.request-supplement');
  const propose = fieldsOfAct(part, 'dossier.propose');
  const takes = state.personId === null && may(part, 'assign', 'dossier.take', handler);
  return (
    <>
      {may(part, 'propose', 'dossier.handle', handler) ? (
        <Fold part={part} action="dossier.propose" open={state.personId !== null} files>
          <Select
            label={say('proposal.outcome')}
            options={OUTCOMES.map((value) => ({ value, label: say(`outcome.${value}`) }))}
            {...propose('outcome', 'granted')}
          />
          <TextArea label={say('proposal.note')} rows={3} {...propose('note')} />
          <FileUpload label={say('proposal.file')} optional {...fileField(propose('file'), view.uploads)} />
        </Fold>
      ) : null}
      {takes ? <Press part={part} action="dossier.take" subject={handler} /> : null}
      {may(part, 'assign', 'dossier.assign', handler) && view.colleagues.length > 0 ? (
        <Fold part={part} action="dossier.assign" open={state.personId === null}>
          <Select
            label={say('assignment.person')}
            options={view.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            {...assign('person', state.personId)}
          />
        </Fold>
      ) : null}
      {may(part, 'request-supplement', 'dossier.handle', handler) ? (
        <Fold part={part} action="dossier.request-supplement" files>
          <SupplementRows visit={visit} view={view} action="dossier.request-supplement" />
          <TextInput label={say('act.basis')} {...supplement('basis')} />
          <Paper visit={visit} view={view} action="dossier.request-supplement" optional />
        </Fold>
      ) : null}
    </>
  );
}

/** Checked, signed, numbered. */
function Settled(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { handler, agency } = subjects(part);
  const { status } = view.state;
  const back = fieldsOfAct(part, 'dossier.send-back');
  const decline = fieldsOfAct(part, 'dossier.decline-to-sign');
  const finish = fieldsOfAct(part, 'dossier.finish');
  return (
    <>
      {may(part, 'agree', 'dossier.agree', handler) ? (
        <Press part={part} action="dossier.agree" subject={handler} />
      ) : null}
      {status === 'proposed' && may(part, 'send-back', 'dossier.agree', handler) ? (
        <Fold part={part} action="dossier.send-back">
          <TextArea label={say('act.reason')} rows={3} {...back('reason')} />
        </Fold>
      ) : null}
      {may(part, 'sign', 'dossier.sign', agency) ? (
        <>
          <Press part={part} action="dossier.sign" subject={agency} />
          <Fold part={part} action="dossier.decline-to-sign">
            <TextArea label={say('act.reason')} rows={3} {...decline('reason')} />
          </Fold>
        </>
      ) : null}
      {may(part, 'finish', 'dossier.register', agency) ? (
        <Fold part={part} action="dossier.finish" open files>
          <TextInput label={say('finish.number')} hint={say('finish.number.hint')} {...finish('number')} />
          <DateInput label={say('finish.date')} optional {...finish('date')} />
          <FileUpload label={say('finish.file')} optional {...fileField(finish('file'), view.uploads)} />
        </Fold>
      ) : null}
    </>
  );
}

/** Opinions asked for, and to be given. */
function Opinions(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { handler } = subjects(part);
  const ask = fieldsOfAct(part, 'dossier.ask-opinion');
  const open = view.state.opinions.filter(
    ({ answer, of }) =>
      answer === null &&
      fits(view.state.status, 'answer-opinion') &&
      visit.may('dossier.advise', {
        agencyId: view.agencyId,
        units: [of.unitId ?? view.state.unitId],
      }).allowed,
  );
  return (
    <>
      {open.map(({ opinion, of }) => {
        const params = { dossier: view.id, opinion };
        const field = fieldsOf(visit, 'dossier.answer-opinion', params, opinion);
        return (
          <ActionForm
            visit={visit}
            action="dossier.answer-opinion"
            params={params}
            files
            id={`answer-${opinion}`}
          >
            <TextArea label={say('opinion.answer-of', { name: of.name })} rows={3} {...field('answer')} />
            <FileUpload label={say('act.file')} optional {...fileField(field('file'), view.uploads)} />
            <Button>{visit.say('action.dossier.answer-opinion')}</Button>
          </ActionForm>
        );
      })}
      {may(part, 'ask-opinion', 'dossier.handle', handler) ? (
        <Fold part={part} action="dossier.ask-opinion">
          <Select
            label={say('opinion.unit')}
            options={[
              { value: '', label: say('opinion.unit.none') },
              ...view.units
                .filter(({ id }) => id !== view.state.unitId)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...ask('unit')}
          />
          <TextArea label={say('opinion.question')} rows={3} {...ask('question')} />
          <DateInput label={say('opinion.due')} optional {...ask('due')} />
          <Checkboxes
            label={say('opinion.interlinked')}
            labelHidden
            options={[{ value: 'on', label: say('opinion.interlinked.tick') }]}
            {...ask.many('interlinked', [])}
          />
        </Fold>
      ) : null}
    </>
  );
}

/** What comes seldom: apology, suspension, stop, withdrawal, correction. */
function Ended(part: Part) {
  const { visit, view } = part;
  const say = dossierWords.in(visit.language);
  const { desk, agency } = subjects(part);
  const of = (action: string) => fieldsOfAct(part, action);
  const apology = of('dossier.apologise');
  const suspension = of('dossier.suspend');
  const stop = of('dossier.stop');
  const withdrawal = of('dossier.withdraw');
  const correction = of('dossier.correct');
  return (
    <>
      {view.state.apology === null && may(part, 'apologise', 'dossier.apologise', agency) ? (
        <Fold part={part} action="dossier.apologise" files>
          <p class="hint">{say('apology.hint')}</p>
          <TextArea label={say('apology.reason')} rows={3} {...apology('reason')} />
          <DateInput label={say('apology.day')} {...apology('day')} />
          <Paper visit={visit} view={view} action="dossier.apologise" />
        </Fold>
      ) : null}
      {may(part, 'resume', 'dossier.stop', agency) ? (
        <Press part={part} action="dossier.resume" subject={agency} />
      ) : null}
      {may(part, 'suspend', 'dossier.stop', agency) ? (
        <Fold part={part} action="dossier.suspend" files>
          <TextArea label={say('act.reason')} rows={3} {...suspension('reason')} />
          <TextInput label={say('act.basis')} {...suspension('basis')} />
          <Paper visit={visit} view={view} action="dossier.suspend" />
        </Fold>
      ) : null}
      {may(part, 'stop', 'dossier.stop', agency) ? (
        <Fold part={part} action="dossier.stop" files>
          <TextArea label={say('act.reason')} rows={3} {...stop('reason')} />
          <TextInput label={say('act.basis')} {...stop('basis')} />
          <Paper visit={visit} view={view} action="dossier.stop" />
        </Fold>
      ) : null}
      {may(part, 'withdraw', 'dossier.receive', desk) ? (
        <Fold part={part} action="dossier.withdraw">
          <TextArea label={say('withdrawal.reason')} rows={3} {...withdrawal('reason')} />
        </Fold>
      ) : null}
      {may(part, 'correct', 'dossier.correct', desk) ? (
        <Fold part={part} action="dossier.correct">
          <TextArea label={say('dossier.subject')} rows={2} {...correction('subject', view.state.subject)} />
          <TextInput label={say('correction.reason')} {...correction('reason')} />
        </Fold>
      ) : null}
    </>
  );
}

/** The document on which an act rests. */
function Paper({ visit, view, action, optional = false }: Part & { action: string; optional?: boolean }) {
  const say = dossierWords.in(visit.language);
  const field = fieldsOfAct({ visit, view }, action);
  return (
    <>
      <TextInput label={say('paper.number')} width="medium" optional={optional} {...field('number')} />
      <DateInput label={say('paper.date')} optional {...field('date')} />
      <FileUpload label={say('act.file')} optional {...fileField(field('file'), view.uploads)} />
    </>
  );
}
