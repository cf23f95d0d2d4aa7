import { expect, test } from 'vitest';
import { EIGHT_HOURS, refusal, usualSteps } from '../../process-testing.ts';
import type { ProcedureVersion } from '../procedure.ts';
import { compareWithProcedure, legalLimits } from './compare.ts';
import type { InternalProcess } from './process.ts';

const version: ProcedureVersion = {
  id: 'v',
  agencyId: 'a',
  procedureId: 'p',
  code: null,
  nationalCode: null,
  ownerUnitId: null,
  decision: { number: '12/QĐ-UBND', date: '2019-01-10' },
  validFrom: '2019-02-01',
  validTo: null,
  name: 'Chuyển trường',
  field: { code: null, name: 'Giáo dục' },
  tier: 'department',
  handling: 'one-stop',
  steps: null,
  components: [{ key: 'c1', name: 'Đơn', form: null, originals: 1, copies: 0, required: true, case: null }],
  sets: 1,
  limits: [
    { channel: null, case: null, budget: '10wd', text: '10 ngày làm việc' },
    { channel: 'online', case: null, budget: '3wd', text: '03 ngày làm việc' },
    { channel: null, case: 'Khác', budget: null, text: 'Theo hướng dẫn' },
    { channel: 'post', case: null, budget: '1mo', text: '01 tháng' },
  ],
  fees: [],
  subjects: [],
  results: ['Giấy giới thiệu'],
  conditions: null,
  legalBases: [],
  onlineLevel: null,
  postal: { receive: false, return: false },
  nextDayAfter: null,
};
const process: InternalProcess = {
  id: 'q',
  agencyId: 'a',
  procedureId: 'p',
  isoCode: null,
  version: '01',
  state: 'draft',
  approver: null,
  approvedOn: '2019-01-15',
  validFrom: null,
  validTo: null,
  steps: usualSteps(),
};
const compared = (own: Partial<InternalProcess> = {}, published: Partial<ProcedureVersion> = {}) =>
  compareWithProcedure({ ...process, ...own }, { ...version, ...published }, EIGHT_HOURS).map(
    ({ of, agrees }) => [of, agrees],
  );

test('each limit by itself: kept, gone past, unclear, of another kind', () => {
  expect(compared().slice(0, 4)).toEqual([
    ['limit', true],
    ['limit', false],
    ['limit', null],
    ['limit', null],
  ]);
  expect(legalLimits(version)).toEqual(['10wd', '3wd', '1mo']);
});

test('the rest agrees for a usual process', () => {
  expect(compared().slice(4)).toEqual([
    ['components', true],
    ['results', true],
    ['signature', true],
    ['handling', true],
    ['announcement', true],
  ]);
});

test.each<[string, Partial<InternalProcess>, Partial<ProcedureVersion>, string, boolean | null]>([
  ['nobody receives the components', { steps: usualSteps().slice(1) }, {}, 'components', false],
  ['there are no components to receive', {}, { components: [] }, 'components', null],
  [
    'no way leads to the result',
    { steps: usualSteps().map((step) => ({ ...step, next: [refusal] })) },
    {},
    'results',
    false,
  ],
  ['nobody signs', { steps: usualSteps().filter(({ kind }) => kind !== 'sign') }, {}, 'signature', false],
  [
    'several agencies handle it, and the process knows one',
    {},
    { handling: 'interlinked' },
    'handling',
    false,
  ],
  [
    'the process knows another agency, the procedure does not',
    { steps: usualSteps().map((step) => ({ ...step, assignee: { kind: 'agency', name: 'Công an' } })) },
    {},
    'handling',
    false,
  ],
  [
    'it was approved before the procedure was announced',
    { approvedOn: '2019-01-09' },
    {},
    'announcement',
    false,
  ],
  ['nobody has approved it', { approvedOn: null }, {}, 'announcement', null],
])('%s', (_, own, published, row, agrees) => {
  expect(compared(own, published)).toContainEqual([row, agrees]);
});
