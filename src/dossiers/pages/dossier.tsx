import { Temporal } from 'temporal-polyfill';
import { type Party, partyUrl } from '../../parties/index.ts';
import { formatInstant, formatShortInstant } from '../../platform/http/format.ts';
import { definePage } from '../../platform/http/page.ts';
import type { Visit } from '../../platform/http/visit.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { DataTable, type Fact, Facts, Notice, Tag, TimeLeft, Timeline } from '../../platform/view/index.ts';
import { procedureUrl } from '../../procedures/index.ts';
import { formatDate } from '../../pure/vietnamese/index.ts';
import type { DossierFile, Parties } from '../domain/dossier.ts';
import { openHandOver } from '../domain/dossier.ts';
import { formsOf } from '../dossier-forms.ts';
import { dossierDeadlineUrl, dossierFileUrl, dossierFormUrl, dossiersUrl, dossierUrl } from '../urls.ts';
import { dossierWords } from '../words.ts';
import { CanDo } from './can-do.tsx';
import { StatusTag } from './status-tag.tsx';
import { endedLate, timeLeftOf } from './time-left.ts';
import { entriesOf } from './timeline.tsx';
import { type DossierView, dossierOfVisit } from './view.ts';

/** One dossier: where it stands and how much time is left, what was brought, who had it, what can be done. */
export const dossierPage = definePage(dossierUrl(':dossier'), async (visit) => {
  const view = await dossierOfVisit(visit);
  if (isRefusal(view)) return view;
  const say = dossierWords.in(visit.language);
  const { state, row, version } = view;
  const left = timeLeftOf(visit, view.clock, row);
  return {
    title: state.code ?? say('dossier.without-code'),
    kicker: version === undefined ? undefined : <span lang="vi">{version.name}</span>,
    breadcrumbs: [{ label: say('dossiers.title'), href: dossiersUrl() }],
    width: 'wide',
    body: (
      <>
        <p class="tags">
          <StatusTag visit={visit} status={state.status} />
          {left === undefined ? null : <TimeLeft {...left} />}
          {row.endedAt === null || row.dueAt === null ? null : (
            <Tag tone={endedLate(row) ? 'late' : 'on-time'}>
              {say(endedLate(row) ? 'dossier.ended-late' : 'dossier.ended-on-time')}
            </Tag>
          )}
        </p>
        {state.mirror === null ? null : (
          <Notice title={say('dossier.mirrored')}>
            <p>
              {say('dossier.mirrored.source')} <span lang="vi">{state.mirror.source}</span>.{' '}
              {say('dossier.mirrored.note', { at: instantWords(state.mirror.at) })}
            </p>
          </Notice>
        )}
        <Waiting visit={visit} view={view} />
        <div class="thing">
          <div>
            <Facts facts={factsOf(visit, view)} />
            <Forms visit={visit} view={view} />
            <Brought visit={visit} view={view} />
            <Supplements visit={visit} view={view} />
            <Opinions visit={visit} view={view} />
            <h2>{say('dossier.ledger')}</h2>
            <Timeline entries={entriesOf(visit, view)} label={say('dossier.ledger')} />
          </div>
          {state.mirror === null ? <CanDo visit={visit} view={view} /> : null}
        </div>
      </>
    ),
  };
});

const instantWords = (at: string) => formatInstant(Temporal.Instant.from(at));

interface Part {
  visit: Visit;
  view: DossierView;
}

/** What it waits for, where it waits. */
function Waiting({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  const { state } = view;
  const open = openHandOver(state);
  const unit = view.units.find(({ id }) => id === open?.to)?.name;
  return (
    <>
      {open === undefined ? null : (
        <Notice title={say('dossier.waiting.hand-over', { unit: unit ?? '' })}>
          <p>{say('dossier.waiting.hand-over.note')}</p>
        </Notice>
      )}
      {state.sentBack === null ? null : (
        <Notice tone="warning" title={say('dossier.sent-back')}>
          <p class="as-typed" lang="vi">
            {state.sentBack.reason}
          </p>
        </Notice>
      )}
      {state.reason === null ? null : (
        <Notice title={say('dossier.reason')}>
          <p class="as-typed" lang="vi">
            {state.reason}
          </p>
        </Notice>
      )}
    </>
  );
}

function factsOf(visit: Visit, view: DossierView): Fact[] {
  const say = dossierWords.in(visit.language);
  const { state, version, units, people, row } = view;
  const instant = (at: string | null) => (at === null ? null : formatInstant(Temporal.Instant.from(at)));
  const unit = units.find(({ id }) => id === state.unitId)?.name ?? null;
  const typed = (words: string | null | undefined) => (words == null ? null : <span lang="vi">{words}</span>);
  return [
    {
      label: say('dossier.procedure'),
      value:
        version === undefined ? null : (
          <a href={procedureUrl(version.procedureId)} lang="vi">
            {version.name}
          </a>
        ),
    },
    ...(state.case === null ? [] : [{ label: say('dossier.case'), value: typed(state.case) }]),
    { label: say('dossier.subject'), value: typed(state.subject) },
    ...(['owner', 'submitter', 'representative', 'receiver'] as const).flatMap((role) =>
      state.parties[role] === null ? [] : [partyFact(visit, role, view.parties[role])],
    ),
    { label: say('dossier.channel'), value: say(`channel.${state.channel}`) },
    { label: say('dossier.submitted-at'), value: instant(state.submittedAt) },
    { label: say('dossier.accepted-at'), value: instant(state.acceptedAt) },
    {
      label: say('dossier.due'),
      value:
        row.dueAt === null ? (
          state.acceptedAt === null ? null : (
            say('dossier.undated')
          )
        ) : (
          <a href={dossierDeadlineUrl(view.id)}>{formatInstant(row.dueAt)}</a>
        ),
    },
    ...(state.originalDue === state.due
      ? []
      : [{ label: say('dossier.original-due'), value: instant(state.originalDue) }]),
    ...(state.appointed === state.due
      ? []
      : [{ label: say('dossier.appointed'), value: instant(state.appointed) }]),
    { label: say('dossier.unit'), value: typed(unit) },
    {
      label: say('dossier.person'),
      value: typed(state.personId === null ? null : people.get(state.personId)),
    },
    ...(state.result === null
      ? []
      : [
          {
            label: say('dossier.result'),
            value: (
              <>
                {state.result.number} · {formatDate(state.result.date)}{' '}
                {state.result.file === null ? null : <File view={view} file={state.result.file} />}
              </>
            ),
          },
        ]),
    { label: say('dossier.return-by'), value: say(`return.${state.returnBy}`) },
    ...(state.returned === null
      ? []
      : [{ label: say('dossier.returned-at'), value: instant(state.returned.at) }]),
  ];
}

function partyFact(visit: Visit, role: keyof Parties, party: Party | undefined): Fact {
  const say = dossierWords.in(visit.language);
  return {
    label: say(`party-role.${role}`),
    value:
      party === undefined || party.facts === null ? (
        say('dossier.party.erased')
      ) : (
        <a href={partyUrl(party.id)} lang="vi">
          {party.facts.name}
        </a>
      ),
  };
}

function File({ view, file }: { view: DossierView; file: DossierFile }) {
  return (
    <a href={dossierFileUrl(view.id, file.id)} lang="vi">
      {file.name}
    </a>
  );
}

/** The forms that the dossier has come to, to print or to edit. */
function Forms({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  const forms = formsOf(view.state);
  if (forms.length === 0) return null;
  return (
    <>
      <h2>{say('dossier.forms')}</h2>
      <ul>
        {forms.map((kind) => (
          <li>
            <a href={dossierFormUrl(view.id, kind)}>{say(`dossier.form.${kind}`)}</a> ·{' '}
            <a href={`${dossierFormUrl(view.id, kind)}/word`}>{say('dossier.form.word')}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Brought({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  return (
    <DataTable
      id="components"
      caption={say('dossier.components')}
      rows={view.state.components}
      empty={{ text: say('dossier.components.none') }}
      columns={[
        {
          key: 'name',
          label: say('dossier.component'),
          rowHeader: true,
          width: 'broad',
          cell: ({ name }) => <span lang="vi">{name}</span>,
        },
        { key: 'originals', label: say('dossier.originals'), align: 'end', cell: (one) => one.originals },
        { key: 'copies', label: say('dossier.copies'), align: 'end', cell: (one) => one.copies },
        {
          key: 'files',
          label: say('dossier.files'),
          cell: ({ files }) =>
            files.map((file, index) => (
              <>
                {index === 0 ? null : ', '}
                <File view={view} file={file} />
              </>
            )),
        },
      ]}
    />
  );
}

function Supplements({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  const rows = view.state.supplements.flatMap((one) => one.items.map((item) => ({ ...item, ...one })));
  if (rows.length === 0) return null;
  return (
    <DataTable
      id="supplements"
      caption={say('dossier.supplements')}
      rows={rows}
      empty={{ text: '' }}
      columns={[
        {
          key: 'what',
          label: say('supplement.what'),
          rowHeader: true,
          width: 'broad',
          cell: ({ what }) => <span lang="vi">{what}</span>,
        },
        {
          key: 'reason',
          label: say('supplement.reason'),
          cell: ({ reason }) => <span lang="vi">{reason}</span>,
        },
        {
          key: 'asked',
          label: say('supplement.requested-at'),
          cell: ({ requestedAt }) => formatShortInstant(Temporal.Instant.from(requestedAt)),
        },
        {
          key: 'received',
          label: say('supplement.received-at'),
          cell: ({ receivedAt }) =>
            receivedAt === null
              ? say('supplement.open')
              : formatShortInstant(Temporal.Instant.from(receivedAt)),
        },
      ]}
    />
  );
}

function Opinions({ visit, view }: Part) {
  const say = dossierWords.in(visit.language);
  const { opinions } = view.state;
  if (opinions.length === 0) return null;
  return (
    <DataTable
      id="opinions"
      caption={say('dossier.opinions')}
      rows={opinions}
      empty={{ text: '' }}
      columns={[
        {
          key: 'of',
          label: say('opinion.of'),
          rowHeader: true,
          cell: ({ of, interlinked }) => (
            <>
              <span lang="vi">{of.name}</span>
              {interlinked ? ` · ${say('opinion.interlinked')}` : null}
            </>
          ),
        },
        {
          key: 'question',
          label: say('opinion.question'),
          width: 'broad',
          cell: ({ question }) => <span lang="vi">{question}</span>,
        },
        {
          key: 'due',
          label: say('opinion.due'),
          cell: ({ due }) => (due === null ? null : formatShortInstant(Temporal.Instant.from(due))),
        },
        {
          key: 'answer',
          label: say('opinion.answer'),
          width: 'broad',
          cell: ({ answer }) =>
            answer === null ? say('opinion.open') : <span lang="vi">{answer.text}</span>,
        },
      ]}
    />
  );
}
