import { Temporal } from 'temporal-polyfill';
import { type Agency, findAgency, listUnits, type Unit } from '../agencies/index.ts';
import {
  type FormContent,
  type FormHead,
  type FormKind,
  type FormParty,
  type FormTime,
  formRulesOn,
  formToIssue,
  type HandOver,
  recordFormIssue,
} from '../forms/index.ts';
import { type Party, partiesOf } from '../parties/index.ts';
import { namesOfAccounts } from '../people/index.ts';
import type { Performing } from '../platform/actions/action.ts';
import { civilDate } from '../platform/clock/clock.ts';
import type { Reader } from '../platform/database/database.ts';
import { limitOf, type ProcedureVersion } from '../procedures/index.ts';
import type { CivilDate } from '../pure/calendar/index.ts';
import type { InstantText } from '../pure/calendar/instant-text.ts';
import { wallOf } from './appointed.ts';
import { type Desk, findDesk } from './desk.ts';
import type { DossierState } from './domain/dossier.ts';
import { type Dossier, findDossier, versionKept } from './queries.ts';
import { dossierWords } from './words.ts';

/** The forms that are filled from a dossier's ledger; the tracking book is of many. */
export const DOSSIER_FORMS = [
  'receipt',
  'supplement-request',
  'refusal',
  'apology',
  'stop-notice',
  'control-sheet',
] as const satisfies readonly FormKind[];
export type DossierForm = (typeof DOSSIER_FORMS)[number];

/** What a form prints beside the ledger. */
export interface FormParts {
  agency: Agency;
  /** The body above it, as its documents print it. */
  above: string | null;
  desk: Desk | undefined;
  units: readonly Unit[];
  version: ProcedureVersion | undefined;
  owner: Party | undefined;
  submitter: Party | undefined;
  /** Names of accounts. */
  accounts: ReadonlyMap<string, string>;
  /** Whether this installation is a demo: the form says so. */
  simulated: boolean;
}

/** Reads what the forms of a dossier print. */
export async function formPartsOf(
  query: Reader,
  { agencyId, state, events }: Pick<Dossier, 'agencyId' | 'state' | 'events'>,
  simulated: boolean,
): Promise<FormParts> {
  const agency = await findAgency(query, agencyId);
  if (agency === undefined) throw new Error('a dossier belongs to an agency');
  const parent = agency.parentId === null ? undefined : await findAgency(query, agency.parentId);
  const { owner, submitter } = state.parties;
  const [ownerParty, submitterParty] = await partiesOf(
    query,
    agencyId,
    submitter === null ? [owner] : [owner, submitter],
  );
  return {
    agency,
    above: agency.superior ?? parent?.name ?? null,
    desk: await findDesk(query, agencyId),
    units: await listUnits(query, agencyId),
    version: await versionKept(query, agencyId, state.procedureVersionId),
    owner: ownerParty,
    submitter: submitterParty,
    accounts: await namesOfAccounts(
      query,
      events.flatMap(({ stamp }) => stamp.actorAccount ?? []),
    ),
    simulated,
  };
}

/** Which forms a dossier has come to. */
export function formsOf(state: DossierState): DossierForm[] {
  return DOSSIER_FORMS.filter((kind) => dayOfForm(state, kind) !== null);
}

/** Writes down, in the act that issues it, what a form says; it is printed from the ledger whenever it is asked for. */
export async function issueForm(performing: Performing, dossier: string, kind: DossierForm): Promise<void> {
  const found = await findDossier(performing.query, dossier);
  if (found === undefined) throw new Error('a form is issued for a dossier that exists');
  const day = dayOfForm(found.state, kind);
  if (day === null) return;
  const content = formContent(kind, found, await formPartsOf(performing.query, found, false));
  if (content === null) return;
  const { agencyId } = found;
  await recordFormIssue(performing, { agencyId, dossierId: dossier, day, form: formToIssue(content, day) });
}

/** The day on which a form was issued, whose rule set it follows; null where there is none yet, or none in that rule set. */
export function dayOfForm(state: DossierState, kind: DossierForm): CivilDate | null {
  const at = issuedAt(state, kind);
  if (at === null) return null;
  const day = civilDate(Temporal.Instant.from(at));
  return formRulesOn(day).forms.some((form) => form.kind === kind) ? day : null;
}

function issuedAt(state: DossierState, kind: DossierForm): InstantText | null {
  switch (kind) {
    case 'receipt':
    case 'control-sheet':
      return state.acceptedAt;
    case 'supplement-request':
      return state.supplements.at(-1)?.requestedAt ?? null;
    case 'refusal':
      return state.status === 'refused' ? (state.periods.at(-1)?.from ?? null) : null;
    case 'apology':
      return state.apology?.sentAt ?? null;
    case 'stop-notice':
      return state.status === 'stopped' ? state.endedAt : null;
  }
}

/** What a form of a dossier says; null where the dossier has not come to it. */
export function formContent(
  kind: DossierForm,
  { state, events }: Pick<Dossier, 'state' | 'events'>,
  parts: FormParts,
): FormContent | null {
  const day = dayOfForm(state, kind);
  if (day === null) return null;
  const { agency, desk, units, version, simulated } = parts;
  const deskName =
    desk?.printedName ?? units.find(({ id }) => id === state.receivingUnitId)?.name ?? agency.name;
  const say = dossierWords.in('vi');
  const head = (issuer: 'desk' | 'agency'): FormHead => ({
    parent: issuer === 'desk' ? agency.name : parts.above,
    issuer: issuer === 'desk' ? deskName : agency.name,
    number: null,
    symbol: issuer === 'desk' ? 'BPTNTKQ' : agency.symbol,
    place: agency.place,
    date: day,
    marks: simulated ? ['simulated'] : [],
  });
  const owner = formParty(parts.owner);
  const request = [version?.name, state.subject]
    .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
    .join(': ');
  const accepted = state.acceptedAt === null ? null : formTime(state.acceptedAt);
  const officer =
    parts.accounts.get(
      events.find(({ type }) => type === (kind === 'receipt' ? 'accepted' : 'submitted'))?.stamp
        .actorAccount ?? '',
    ) ?? null;
  const submitter = parts.submitter?.facts?.name ?? null;
  const code = { code: state.code ?? '', publicAddress: null };
  switch (kind) {
    case 'receipt':
      return {
        kind,
        head: head('desk'),
        owner,
        request,
        ...code,
        desk: deskName,
        submitter,
        components: state.components.map(({ name, originals, copies }) => ({
          name,
          originals,
          copies,
          note: null,
        })),
        sets: state.sets,
        limit: (version && limitOf(version, state.channel, state.case)?.text) ?? null,
        acceptedAt: accepted ?? day,
        appointedAt: state.originalDue === null ? null : formTime(state.originalDue),
        returnBy: say(`return.${state.returnBy}`),
        fees: feesOf(version),
        book: null,
        officer,
      };
    case 'supplement-request': {
      const asked = state.supplements.at(-1);
      return {
        kind,
        head: head(asked?.stage === 'before' ? 'desk' : 'agency'),
        owner,
        request,
        code: state.code,
        publicAddress: null,
        acceptedAt: accepted,
        items: (asked?.items ?? []).map(({ what, reason }) => ({ what, reason })),
        legalBases: basesOf(state),
        dueAt: null,
        contact: { name: deskName, phone: '' },
        officer: null,
      };
    }
    case 'refusal':
      return {
        kind,
        head: head('desk'),
        owner,
        request,
        code: state.code,
        publicAddress: null,
        desk: deskName,
        reasons: state.reason === null ? [] : [state.reason],
        legalBases: events.flatMap((event) => (event.type === 'refused' ? [event.payload.basis] : [])),
        guidance: null,
        submitter,
        officer: null,
      };
    case 'apology': {
      const { apology } = state;
      if (apology === null || accepted === null) return null;
      return {
        kind,
        head: head('agency'),
        owner,
        request,
        ...code,
        desk: deskName,
        acceptedAt: accepted,
        agency: agency.name,
        reasons: [apology.reason],
        contact: null,
        signer: { posts: [], name: null },
        appointedAt: formTime(apology.due),
        state: units.find(({ id }) => id === state.unitId)?.name ?? null,
        newAppointedAt: formTime(apology.appointed),
      };
    }
    case 'stop-notice': {
      if (accepted === null || state.endedAt === null) return null;
      return {
        kind,
        head: head('agency'),
        owner,
        request,
        ...code,
        desk: deskName,
        acceptedAt: accepted,
        agency: agency.name,
        reasons: state.reason === null ? [] : [state.reason],
        contact: null,
        signer: { posts: [], name: null },
        stoppedAt: formTime(state.endedAt),
        legalBases: events.flatMap((event) => (event.type === 'stopped' ? [event.payload.basis] : [])),
        returned: null,
        fees: null,
      };
    }
    case 'control-sheet':
      return {
        kind,
        head: head('desk'),
        owner,
        request,
        ...code,
        agency: agency.name,
        supporting: [],
        acceptedAt: accepted ?? day,
        appointedAt: state.originalDue === null ? null : formTime(state.originalDue),
        handovers: handOversOf(state, parts),
      };
  }
}

/** Each hand-over of the ledger, and the last one back to the desk with the result. */
function handOversOf(state: DossierState, { units, accounts }: FormParts): HandOver[] {
  const unit = (id: string) => units.find((one) => one.id === id)?.name ?? '';
  const person = (account: string | null) => accounts.get(account ?? '') ?? null;
  const between = state.handOvers
    .filter(({ declined }) => declined === null)
    .map(
      (one): HandOver => ({
        from: { name: unit(one.from), person: person(one.by) },
        to: { name: unit(one.to), person: person(one.confirmed?.by ?? null) },
        handedAt: formTime(one.at),
        confirmedAt: one.confirmed === null ? null : formTime(one.confirmed.at),
        result: null,
        note: one.note,
      }),
    );
  if (state.result === null || state.endedAt === null) return between;
  const late = state.due !== null && Date.parse(state.endedAt) > Date.parse(state.due);
  return [
    ...between,
    {
      from: { name: unit(state.unitId), person: null },
      to: { name: unit(state.receivingUnitId), person: null },
      handedAt: formTime(state.endedAt),
      confirmedAt: formTime(state.endedAt),
      result: state.due === null ? null : late ? 'late' : 'on-time',
      note: state.result.number,
    },
  ];
}

const formTime = (at: InstantText): FormTime => wallOf(at);

function formParty(party: Party | undefined): FormParty {
  const facts = party?.facts;
  return {
    kind: party?.kind ?? 'individual',
    name: facts?.name ?? '',
    address: facts?.address ?? null,
    phone: facts?.telephone ?? null,
    email: facts?.email ?? null,
  };
}

function feesOf(version: ProcedureVersion | undefined): string | null {
  const fees = version?.fees ?? [];
  return fees.length === 0 ? null : fees.map(({ text }) => text).join('; ');
}

function basesOf({ intervals }: DossierState): string[] {
  const last = intervals.findLast(({ kind }) => kind === 'supplement');
  return last === undefined ? [] : [last.basis];
}
