import { Temporal } from 'temporal-polyfill';
import { isRefusal, type Refusal } from '../../pure/refusal.ts';
import type { Acceptance } from './decisions.ts';
import type { DossierEvent, DossierState, Intake } from './dossier.ts';
import { foldDossier } from './fold.ts';

/** An instant of a wall time in Hà Nội. */
export const at = (wallTime: string) => `${Temporal.PlainDateTime.from(wallTime).subtract({ hours: 7 })}Z`;

const party = (partyId: string) => ({ partyId, version: 1, digest: `digest of ${partyId}` });

export const INTAKE: Intake = {
  procedureId: 'procedure',
  procedureVersionId: 'version',
  case: null,
  channel: 'direct',
  bySelf: false,
  parties: { owner: party('owner'), submitter: null, representative: null, receiver: null },
  supportAgencyId: null,
  receivingAgencyId: 'agency',
  receivingUnitId: 'desk',
  subject: 'Xin chuyển trường',
  components: [{ key: 'c1', name: 'Đơn xin chuyển trường', originals: 1, copies: 0, files: [] }],
  sets: 1,
  returnBy: 'direct',
  submittedAt: at('2019-01-30T14:00'),
};

/** Three working days from 30 January at 14:00, over Tết. */
export const ACCEPTANCE: Acceptance = {
  code: '000.00.01.H26-190130-0001',
  rules: 'nd61-2018',
  formRules: 'tt01-2018',
  budget: '3wd',
  startAt: at('2019-01-30T14:00'),
  due: at('2019-02-11T17:00'),
  calendar: 1,
  step: null,
};

/** A dossier as its events make it, one after another, each decided at a wall time. */
export class Dossier {
  state: DossierState | undefined;
  readonly events: DossierEvent[] = [];

  /** @returns the refusal, or undefined where it was done */
  when(
    wallTime: string,
    decide: (state: DossierState | undefined) => readonly DossierEvent[] | Refusal,
  ): Refusal | undefined {
    const decided = decide(this.state);
    if (isRefusal(decided)) return decided;
    for (const event of decided) {
      this.events.push(event);
      const occurredAt = Temporal.Instant.from(at(wallTime));
      this.state = foldDossier(this.state, event, { occurredAt, actorAccount: 'account' });
    }
    return undefined;
  }

  /** The same of a dossier that exists. */
  next(
    wallTime: string,
    decide: (state: DossierState) => readonly DossierEvent[] | Refusal,
  ): Refusal | undefined {
    return this.when(wallTime, (state) => {
      if (state === undefined) throw new Error('the dossier has not been submitted');
      return decide(state);
    });
  }

  get now(): DossierState {
    if (this.state === undefined) throw new Error('the dossier has not been submitted');
    return this.state;
  }
}
