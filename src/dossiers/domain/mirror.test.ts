import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as decide from './decisions.ts';
import type { DossierState, Mirrored } from './dossier.ts';
import { foldDossier } from './fold.ts';
import { mirror } from './mirror.ts';
import { readTime } from './mirror-record.ts';
import { fits, NATIONAL_STATUS, NATIONAL_STATUSES } from './status.ts';
import { at, INTAKE } from './testing.ts';

const SAID: Mirrored = {
  source: 'Một cửa điện tử thành phố',
  sourceTime: at('2019-02-20T18:00'),
  code: '000.00.01.H26-190131-0007',
  procedureId: INTAKE.procedureId,
  procedureVersionId: INTAKE.procedureVersionId,
  owner: INTAKE.parties.owner,
  subject: INTAKE.subject,
  channel: 'direct',
  bySelf: false,
  returnBy: 'direct',
  receivingAgencyId: 'agency',
  receivingUnitId: 'desk',
  unitId: 'division',
  rules: 'nd61-2018',
  nationalStatus: 4,
  submittedAt: at('2019-01-31T08:00'),
  acceptedAt: at('2019-01-31T08:00'),
  due: at('2019-02-12T17:00'),
  endedAt: null,
  returnedAt: null,
  note: null,
};

/** The state after a system has said one thing after another; it was read long after. */
function heard(...all: readonly Partial<Mirrored>[]): DossierState {
  let state: DossierState | undefined;
  for (const one of all) {
    const events = mirror(state, { ...SAID, ...one });
    if (!Array.isArray(events)) throw new Error('refused');
    for (const event of events)
      state = foldDossier(state, event, {
        occurredAt: Temporal.Instant.from(at('2019-06-01T08:00')),
        actorAccount: 'a',
      });
  }
  if (state === undefined) throw new Error('nothing was said');
  return state;
}

describe('a mirrored dossier', () => {
  test.each(NATIONAL_STATUSES)(
    'with the national status %i stands so, its periods by the times of the source',
    (nationalStatus) => {
      const accepted = ![1, 3].includes(nationalStatus);
      const state = heard({
        nationalStatus,
        acceptedAt: accepted ? SAID.acceptedAt : null,
        endedAt: nationalStatus >= 7 ? at('2019-02-13T09:00') : null,
        returnedAt: nationalStatus === 10 ? at('2019-02-14T09:00') : null,
      });
      // A fee to be paid is none of our statuses.
      expect(NATIONAL_STATUS[state.status]).toBe(nationalStatus === 6 ? 4 : nationalStatus);
      expect(state.periods.at(-1)).toMatchObject({ status: state.status, to: null });
      expect(state.periods.slice(0, -1).map(({ to }) => to)).toEqual(
        state.periods.slice(1).map(({ from }) => from),
      );
      expect(state.periods[0]?.from).toBe(SAID.submittedAt);
    },
  );

  test('keeps since when a status without a time of its own has stood', () => {
    const state = heard(
      { nationalStatus: 5, sourceTime: at('2019-02-01T18:00') },
      { nationalStatus: 5, sourceTime: at('2019-02-05T18:00'), note: 'Đã nhắc' },
    );
    expect(state.periods.at(-1)).toMatchObject({
      status: 'awaiting-supplement',
      from: at('2019-02-01T18:00'),
    });
  });

  test('is not acted on here, though its status fits', () => {
    const state = heard({});
    expect(fits(state.status, 'hand-over')).toBe(true);
    const refusal = { code: 'conflict:dossier-mirrored' };
    expect(decide.handOver(state, 'unit', null)).toMatchObject(refusal);
    expect(decide.withdraw(state, 'Không còn nhu cầu', null)).toMatchObject(refusal);
    expect(decide.correct(state, [], 'Gõ nhầm')).toMatchObject(refusal);
    expect(
      decide.moveAppointment(state, {
        due: at('2019-02-13T17:00'),
        calendar: 2,
        reason: '',
      }),
    ).toEqual([]);
  });
});

test.each([
  ['20190130140000', '2019-01-30T14:00:00'],
  ['2019-01-30 14:00:00', '2019-01-30T14:00:00'],
  ['20190230140000', null],
  ['20190130240000', null],
  ['30/01/2019', null],
  ['', null],
])('the time %s is read as %s', (typed, wall) => {
  expect(readTime(typed)).toBe(wall);
});
