import { expect, test } from 'vitest';
import { officeInstant } from '../../platform/clock/clock.ts';
import { inclusionPolicies } from './inclusion.ts';
import { type DossierFacts, dossierVerdict } from './verdict.ts';

type Written = Partial<Record<'endedAt' | 'due' | 'supplementAt' | 'supplementAgainAt', string>> &
  Pick<Partial<DossierFacts>, 'accepted' | 'ending' | 'waiting'>;

const instant = (wallTime: string | undefined) => (wallTime === undefined ? null : officeInstant(wallTime));

function judged({ endedAt, due, supplementAt, supplementAgainAt, ...rest }: Written): DossierFacts {
  return {
    accepted: true,
    ending: endedAt === undefined ? null : 'finished',
    waiting: false,
    ...rest,
    endedAt: instant(endedAt),
    due: instant(due),
    supplementAt: instant(supplementAt),
    supplementAgainAt: instant(supplementAgainAt),
  };
}

const DUE = '2019-02-11T17:00';
const AT = '2019-02-15T08:00';

test.each<[string, Written, plan: string, index: string, form: string]>([
  [
    'due today, finished at 16:59',
    { due: DUE, endedAt: '2019-02-11T16:59' },
    'on_time',
    'on_time',
    'on_time',
  ],
  ['finished at the due time', { due: DUE, endedAt: DUE }, 'on_time', 'on_time', 'on_time'],
  [
    'finished a minute later',
    { due: DUE, endedAt: '2019-02-11T17:01' },
    'done_late',
    'done_late',
    'done_late',
  ],
  ['finished the day before', { due: DUE, endedAt: '2019-02-10T17:30' }, 'early', 'early', 'early'],
  [
    'finished early in the day of a due hour',
    { due: '2019-02-11T14:00', endedAt: '2019-02-11T08:00' },
    'on_time',
    'on_time',
    'on_time',
  ],
  // 15.2.5: four days given back make the new due time; under "restart" it lies later still. Two requests are late for the index.
  [
    'finished by the due time that a supplement moved',
    { due: '2019-02-15T17:00', endedAt: '2019-02-14T10:00', supplementAt: '2019-02-01T09:00' },
    'early',
    'early',
    'early',
  ],
  [
    'supplements asked for twice',
    {
      due: '2019-02-15T17:00',
      endedAt: '2019-02-14T10:00',
      supplementAt: '2019-02-01T09:00',
      supplementAgainAt: '2019-02-05T09:00',
    },
    'early',
    'done_late',
    'early',
  ],
  [
    'open, asked twice',
    { due: '2019-02-20T17:00', supplementAt: '2019-02-01T09:00', supplementAgainAt: '2019-02-05T09:00' },
    'within',
    'late',
    'within',
  ],
  // 15.2.6.
  ['withdrawn before acceptance', { accepted: false, ending: 'withdrawn', endedAt: AT }, 'out', 'out', 'out'],
  [
    'withdrawn after acceptance, in time',
    { due: DUE, ending: 'withdrawn', endedAt: '2019-02-08T09:00' },
    'early',
    'early',
    'on_time',
  ],
  [
    'withdrawn when it was late',
    { due: DUE, ending: 'withdrawn', endedAt: '2019-02-13T09:00' },
    'done_late',
    'done_late',
    'on_time',
  ],
  ['refused before acceptance', { accepted: false, ending: 'refused', endedAt: AT }, 'out', 'out', 'out'],
  [
    'stopped when it was late',
    { due: DUE, ending: 'stopped', endedAt: '2019-02-13T09:00' },
    'done_late',
    'done_late',
    'on_time',
  ],
  ['not yet accepted', { accepted: false }, 'out', 'out', 'out'],
  ['open, time left', { due: '2019-02-15T17:00' }, 'within', 'within', 'within'],
  ['open, at the due time', { due: AT }, 'within', 'within', 'within'],
  ['open, past it', { due: DUE }, 'late', 'late', 'late'],
  [
    'waiting, asked in time, past it',
    { due: DUE, waiting: true, supplementAt: '2019-02-08T09:00' },
    'late',
    'within',
    'within',
  ],
  [
    'waiting, asked too late',
    { due: DUE, waiting: true, supplementAt: '2019-02-12T09:00' },
    'late',
    'late',
    'within',
  ],
  ['finished, without an appointed time', { endedAt: AT }, 'out', 'on_time', 'on_time'],
  ['open, without an appointed time', {}, 'out', 'within', 'within'],
])('%s', (_, written, plan, index, form) => {
  const of = (code: keyof typeof inclusionPolicies) =>
    dossierVerdict(judged(written), inclusionPolicies[code], officeInstant(AT));
  expect([of('plan-375'), of('national-index'), of('ii-06a')]).toEqual([plan, index, form]);
});

test('each policy says where each of its rules stands', () => {
  for (const { code, sources } of Object.values(inclusionPolicies))
    for (const [rule, { source }] of Object.entries(sources)) expect(source, `${code} ${rule}`).not.toBe('');
  expect(inclusionPolicies['plan-375'].sources.cutOff?.provisional).toBe(false);
  expect(inclusionPolicies['ii-06a'].sources.waiting?.provisional).toBe(true);
});
