import type { InstantText } from '../../pure/calendar/instant-text.ts';
import { type Refusal, refuse } from '../../pure/refusal.ts';
import type { Channel, DossierEvent, DossierPeriod, DossierState, Mirrored } from './dossier.ts';
import type { NationalStatus, Status } from './status.ts';

/** Where a dossier stands by what another system says; 5 and 6 come before acceptance and after it. */
export function statusFromNational(national: NationalStatus, accepted: boolean): Status {
  switch (national) {
    case 1:
      return 'submitted';
    case 2:
      return 'accepted';
    case 3:
      return 'refused';
    case 4:
      return 'processing';
    case 5:
      return accepted ? 'awaiting-supplement' : 'awaiting-completion';
    // A fee to be paid: money is a thing apart, and stops no clock.
    case 6:
      return accepted ? 'processing' : 'submitted';
    case 7:
      return 'withdrawn';
    case 8:
      return 'stopped';
    case 9:
      return 'finished';
    case 10:
      return 'returned';
  }
}

/** Takes over what another system says of a dossier; saying the same again is no event. */
export function mirror(state: DossierState | undefined, said: Mirrored): DossierEvent[] | Refusal {
  const wrong = timesWrong(said);
  if (wrong !== null) return wrong;
  if (state !== undefined) {
    if (state.mirror === null) return refuse('conflict:dossier-own', {}, { field: 'MaHoSo' });
    if (state.mirror.source !== said.source)
      return refuse('conflict:mirror-source', { source: state.mirror.source }, { field: 'MaHoSo' });
    if (sameWords(state.mirror.said, said)) return [];
    if (Date.parse(said.sourceTime) <= Date.parse(state.mirror.at))
      return refuse('conflict:mirror-older', {}, { field: 'at' });
  }
  return [{ type: 'mirrored', version: 1, payload: said }];
}

/** Submitted, accepted, ended, returned: in this order, and none after the moment at which the source spoke. */
function timesWrong(said: Mirrored): Refusal | null {
  const { submittedAt, acceptedAt, endedAt, returnedAt, sourceTime } = said;
  const times: [string, InstantText | null][] = [
    ['NgayNop', submittedAt],
    ['NgayTiepNhan', acceptedAt],
    ['NgayKetThucXuLy', endedAt],
    ['NgayTra', returnedAt],
  ];
  let before = Number.NEGATIVE_INFINITY;
  for (const [field, at] of times) {
    if (at === null) continue;
    const time = Date.parse(at);
    if (time < before) return refuse('invalid:mirror-order', {}, { field });
    if (time > Date.parse(sourceTime)) return refuse('invalid:mirror-ahead', {}, { field });
    before = time;
  }
  return null;
}

function sameWords(one: Mirrored, other: Mirrored): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** What was said, without when; keys in one order. */
function wordsOf({ sourceTime: _at, ...said }: Mirrored): string {
  return JSON.stringify(
    Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

/** The dossier as another system has it; everything is taken over from what it said last. */
export function mirroredState(state: DossierState | undefined, said: Mirrored): DossierState {
  const status = statusFromNational(said.nationalStatus, said.acceptedAt !== null);
  const unitId = said.unitId;
  const { owner } = said;
  // A status without a time of its own has stood since the source was first heard to say it.
  const since = state?.status === status ? (state.mirror?.since ?? said.sourceTime) : said.sourceTime;
  return {
    procedureId: said.procedureId,
    procedureVersionId: said.procedureVersionId,
    case: null,
    channel: said.channel,
    bySelf: said.bySelf,
    parties: { owner, submitter: null, representative: null, receiver: null },
    supportAgencyId: null,
    receivingAgencyId: said.receivingAgencyId,
    receivingUnitId: said.receivingUnitId,
    subject: said.subject,
    components: [],
    sets: 1,
    returnBy: said.returnBy,
    submittedAt: said.submittedAt,
    code: said.code,
    rules: said.rules,
    formRules: null,
    status,
    outcome: null,
    unitId,
    personId: null,
    unitIds: [...new Set([...(state?.unitIds ?? [said.receivingUnitId]), unitId])],
    personIds: [],
    step: null,
    acceptedAt: said.acceptedAt,
    budget: null,
    startAt: null,
    calendar: null,
    originalDue: state?.originalDue ?? said.due,
    due: said.due,
    appointed: said.due,
    intervals: [],
    supplements: [],
    handOvers: [],
    opinions: [],
    apology: null,
    proposal: null,
    sentBack: null,
    result: null,
    reason: said.note,
    endedAt: said.endedAt,
    returned:
      said.returnedAt === null ? null : { at: said.returnedAt, by: said.returnBy, to: null, note: null },
    mirror: { source: said.source, at: said.sourceTime, since, said },
    periods: mirroredPeriods(said, status, since),
  };
}

/** What held when, by the times that the source gives rather than by when they were read. */
function mirroredPeriods(said: Mirrored, status: Status, since: InstantText): readonly DossierPeriod[] {
  const accepted: Status = said.nationalStatus === 2 ? 'accepted' : 'processing';
  const ended: Status = status === 'returned' ? 'finished' : status;
  const timed: { status: Status; from: InstantText }[] = [
    { status: 'submitted', from: said.submittedAt },
    ...(said.acceptedAt === null ? [] : [{ status: accepted, from: said.acceptedAt }]),
    ...(said.endedAt === null ? [] : [{ status: ended, from: said.endedAt }]),
    ...(said.returnedAt === null ? [] : [{ status: 'returned' as const, from: said.returnedAt }]),
  ];
  if (timed.at(-1)?.status !== status) timed.push({ status, from: since });
  // Of several at one instant the last is what held from then on.
  const held = timed.filter(({ from }, at) => {
    const next = timed[at + 1];
    return next === undefined || Date.parse(next.from) > Date.parse(from);
  });
  return held.map(({ status: one, from }, at) => ({
    status: one,
    unitId: said.unitId,
    personId: null,
    due: one === 'submitted' ? null : said.due,
    appointed: one === 'submitted' ? null : said.due,
    from,
    to: held[at + 1]?.from ?? null,
  }));
}

/** The channel by the number of other systems (KenhThucHien): at the desk where they do not say. */
export function channelFromNational(number: string): Channel | undefined {
  return ({ '': 'direct', '1': 'direct', '2': 'online', '3': 'post' } as const)[number];
}
