import { Temporal } from 'temporal-polyfill';
import { findParty, type Party, PartyFieldset, type PartyHit, searchParties } from '../../parties/index.ts';
import { ActionForm, fieldsOf } from '../../platform/http/action-form.tsx';
import { formatInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { refuse } from '../../platform/refusal.ts';
import { UUID } from '../../platform/uuid.ts';
import {
  Button,
  ButtonRow,
  Checkboxes,
  Form,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../platform/view/index.ts';
import {
  casesOf,
  catalogueAgencies,
  componentsOf,
  limitOf,
  type ProcedureHit,
  type ProcedureVersion,
  procedureVersionAt,
  searchProcedures,
} from '../../procedures/index.ts';
import { appointment, deskClockOf, deskRulesOn } from '../appointed.ts';
import { type Desk, findDesk } from '../desk.ts';
import { CHANNELS } from '../domain/dossier.ts';
import { openAlike } from '../queries.ts';
import { deskUrl, dossiersUrl, dossierUrl, newDossierUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';
import { ComponentRows } from './rows.tsx';
import { type KeptUploads, keptUploads } from './uploads.ts';

interface Counter {
  typed: string;
  procedures: readonly ProcedureHit[];
  version: ProcedureVersion | undefined;
  case: string | null;
  who: string;
  parties: readonly PartyHit[];
  party: Party | undefined;
  /** An agency of the house that is no party yet, chosen from what was found. */
  agency: { id: string; name: string } | undefined;
  alike: { id: string; code: string | null } | undefined;
  due: Temporal.Instant | null;
  uploads: KeptUploads;
}

/** The counter: a few letters of the procedure, whose dossier it is, what was brought. */
export const newDossierPage = definePage(newDossierUrl(), async (visit) => {
  if (visit.signedIn === null) return refuse('unauthenticated:sign-in');
  const say = dossierWords.in(visit.language);
  const { agencyId } = visit.actor;
  const desk = await visit.read('desk.read', (query) => findDesk(query, agencyId));
  // Whom dossiers concern is shown at the desk alone.
  const verdict = visit.may('dossier.receive', deskSubjectOf(agencyId, desk));
  if (!verdict.allowed && (desk !== undefined || visit.scope('dossier.receive').agencies.length === 0))
    return verdict.reason;
  const counter = await counterOf(visit, desk);
  const { version } = counter;
  return {
    title: say('intake.title'),
    kicker: version === undefined ? undefined : <span lang="vi">{version.name}</span>,
    breadcrumbs: [{ label: say('dossiers.title'), href: dossiersUrl() }],
    body:
      desk === undefined ? (
        <Notice tone="warning" title={say('intake.no-desk')}>
          <p>{say('intake.no-desk.note')}</p>
          <p>
            <a href={deskUrl(visit.actor.agencyId)}>{say('intake.no-desk.open')}</a>
          </p>
        </Notice>
      ) : version === undefined ? (
        <ChooseProcedure visit={visit} counter={counter} />
      ) : (
        <>
          <p>
            <a href={newDossierUrl()}>{say('intake.procedure.change')}</a>
          </p>
          <FindOwner visit={visit} counter={counter} version={version} />
          <Intake visit={visit} counter={counter} version={version} agencyId={desk.agencyId} />
        </>
      ),
  };
});

const deskSubjectOf = (agencyId: string, desk: Desk | undefined) => ({
  agencyId,
  units: desk === undefined ? [] : [desk.unitId],
});

async function counterOf(visit: Visit, desk: Desk | undefined): Promise<Counter> {
  const asked = (name: string) => visit.url.searchParams.get(name)?.trim() ?? '';
  const [typed, who] = [asked('q'), asked('who')];
  const { agencyId } = visit.actor;
  const today = visit.house.clock.today();
  const uploads = await keptUploads(visit);
  return visit.read('dossier.receive', async (query) => {
    const version = await procedureVersionAt(query, asked('procedure'), today);
    const cases = version === undefined ? [] : casesOf(version);
    const case_ = cases.find((one) => one === asked('case')) ?? null;
    const party = UUID.test(asked('party')) ? await findParty(query, agencyId, asked('party')) : undefined;
    const parties = who === '' ? [] : await searchParties(query, [agencyId], who);
    const agency = parties
      .flatMap((hit) => ('agency' in hit ? [hit.agency] : []))
      .find(({ id }) => id === asked('agency'));
    const limit = version && limitOf(version, 'direct', case_);
    const due =
      version === undefined || desk === undefined
        ? null
        : appointment(
            await deskClockOf(query, agencyId, deskRulesOn(today)),
            { budget: limit?.budget ?? null, nextDayAfter: version.nextDayAfter },
            visit.house.clock.now(),
          ).due;
    return {
      typed,
      who,
      version,
      case: case_,
      party,
      parties,
      agency,
      uploads,
      procedures:
        version !== undefined || desk === undefined
          ? []
          : await searchProcedures(query, await catalogueAgencies(query, agencyId), typed, {
              day: today,
              limit: 12,
            }),
      alike:
        party === undefined || version === undefined
          ? undefined
          : await openAlike(query, agencyId, version.procedureId, party.id),
      due: due === null ? null : Temporal.Instant.from(due),
    };
  });
}

function ChooseProcedure({ visit, counter: { typed, procedures } }: { visit: Visit; counter: Counter }) {
  const say = dossierWords.in(visit.language);
  return (
    <>
      <Form action={newDossierUrl()} method="get" layout="inline">
        <TextInput
          name="q"
          label={say('intake.procedure')}
          hint={say('intake.procedure.hint')}
          type="search"
          value={typed}
          autofocus
        />
        <Button>{say('intake.procedure.search')}</Button>
      </Form>
      {procedures.length === 0 ? (
        <p>{say('intake.procedure.none')}</p>
      ) : (
        <ol class="found-list">
          {procedures.map((hit) => (
            <li>
              <a href={newDossierUrl({ procedure: hit.procedureId })} lang="vi">
                {hit.name}
              </a>
              <span class="hint" lang="vi">
                {[hit.code, hit.fieldName].filter((part) => part !== null && part !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function FindOwner({
  visit,
  counter: { who, parties, case: case_ },
  version,
}: {
  visit: Visit;
  counter: Counter;
  version: ProcedureVersion;
}) {
  const say = dossierWords.in(visit.language);
  const chosen = (more: Record<string, string>) =>
    newDossierUrl({
      procedure: version.procedureId,
      ...(case_ === null ? {} : { case: case_ }),
      ...more,
    });
  const cases = casesOf(version);
  return (
    <>
      <Form action={newDossierUrl()} method="get" layout="inline" hidden={{ procedure: version.procedureId }}>
        {cases.length === 0 ? null : (
          <Select
            name="case"
            label={say('intake.case')}
            options={cases.map((one) => ({ value: one, label: one }))}
            value={case_ ?? undefined}
          />
        )}
        <TextInput
          name="who"
          label={say('intake.who')}
          hint={say('intake.who.hint')}
          type="search"
          value={who}
          autofocus={who === ''}
        />
        <Button variant="secondary">{say('intake.who.search')}</Button>
      </Form>
      {who === '' ? null : parties.length === 0 ? (
        <p>{say('intake.who.none')}</p>
      ) : (
        <ol class="found-list">
          {parties.map((hit) =>
            'party' in hit ? (
              <li>
                <a href={chosen({ party: hit.party.id })} lang="vi">
                  {hit.party.facts?.name}
                </a>
                <span class="hint" lang="vi">
                  {[hit.party.facts?.telephone, hit.party.facts?.address].filter(Boolean).join(' · ')}
                </span>
              </li>
            ) : (
              <li>
                <a href={chosen({ who, agency: hit.agency.id })} lang="vi">
                  {hit.agency.name}
                </a>
              </li>
            ),
          )}
        </ol>
      )}
    </>
  );
}

function Intake({
  visit,
  counter,
  version,
  agencyId,
}: {
  visit: Visit;
  counter: Counter;
  version: ProcedureVersion;
  agencyId: string;
}) {
  const say = dossierWords.in(visit.language);
  const { party, agency, alike, due, uploads } = counter;
  const action = 'dossier.submit';
  const field = fieldsOf(visit, action);
  const online = visit.failed?.form.typed.get('channel')?.[0] === 'online';
  const submitterTyped = (visit.failed?.form.typed.get('submitter.name')?.[0] ?? '') !== '';
  const choices = (prefix: 'channel' | 'return') =>
    CHANNELS.map((value) => ({ value, label: say(`${prefix}.${value}`) }));
  const looksAlike = alike !== undefined || visit.failed?.refusal.code === 'conflict:dossier-alike';
  return (
    <ActionForm
      visit={visit}
      action={action}
      files
      hidden={{
        agency: agencyId,
        procedure: version.procedureId,
        ...(counter.case === null ? {} : { case: counter.case }),
      }}
      id="intake"
    >
      <p>{due === null ? say('intake.undated') : say('intake.due', { due: formatInstant(due) })}</p>
      {looksAlike ? (
        <Notice tone="warning" title={say('intake.alike', { code: alike?.code ?? '' })}>
          {alike === undefined ? null : (
            <p>
              <a href={dossierUrl(alike.id)}>{alike.code}</a>
            </p>
          )}
          <Checkboxes
            label={say('intake.alike.tick')}
            labelHidden
            options={[{ value: 'on', label: say('intake.alike.tick') }]}
            {...field.many('alike', [])}
          />
        </Notice>
      ) : null}
      <PartyFieldset
        visit={visit}
        action={action}
        prefix="owner"
        legend={say('party-role.owner')}
        party={
          party !== undefined
            ? { id: party.id, agencyOf: party.agencyOf, kind: party.kind, facts: party.facts }
            : agency && { agencyOf: agency.id, kind: 'organisation', facts: { name: agency.name } }
        }
      />
      <details open={submitterTyped}>
        <summary>{say('intake.submitter')}</summary>
        <PartyFieldset
          visit={visit}
          action={action}
          prefix="submitter"
          legend={say('party-role.submitter')}
        />
      </details>
      <TextArea label={say('dossier.subject')} rows={2} {...field('subject', version.name)} />
      <fieldset class="group">
        <legend>{say('intake.components')}</legend>
        <ComponentRows
          visit={visit}
          action={action}
          rows={componentsOf(version, counter.case)}
          uploads={uploads}
        />
      </fieldset>
      <div class="field-row">
        <TextInput
          label={say('intake.sets')}
          inputmode="numeric"
          width="number"
          {...field('sets', version.sets)}
        />
        <Radios
          label={say('intake.channel')}
          inline
          options={choices('channel')}
          {...field('channel', 'direct')}
        />
        <Radios
          label={say('intake.return-by')}
          inline
          options={choices('return')}
          {...field('returnBy', 'direct')}
        />
      </div>
      <Checkboxes
        label={say('intake.by-self')}
        labelHidden
        options={[{ value: 'on', label: say('intake.by-self') }]}
        {...field.many('bySelf', online ? ['on'] : [])}
      />
      <ButtonRow>
        <Button name="accept" value="on">
          {say('intake.accept')}
        </Button>
        <Button variant="secondary">{say('intake.submit')}</Button>
      </ButtonRow>
    </ActionForm>
  );
}
