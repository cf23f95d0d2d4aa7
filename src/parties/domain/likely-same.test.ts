import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartyFacts, PartyKind } from './facts.ts';
import { likelySame } from './likely-same.ts';

const NOTHING: PartyFacts = {
  name: 'Người nộp Thứ Nhất',
  identityNumber: null,
  dateOfBirth: null,
  taxCode: null,
  decisionNumber: null,
  telephone: null,
  email: null,
  address: null,
  representativeName: null,
  representativePosition: null,
};
const known = (facts: Partial<PartyFacts>, kind: PartyKind = 'individual') => ({
  kind,
  facts: { ...NOTHING, ...facts },
});

test.each([
  [
    'one card',
    known({ identityNumber: '001080000012' }),
    known({ identityNumber: '001080000012' }),
    ['identity-number'],
  ],
  ['a name alone', known({}), known({}), []],
  [
    'name and birth',
    known({ dateOfBirth: '1980-01-02' }),
    known({ dateOfBirth: '1980-01-02' }),
    ['name-and-birth'],
  ],
  [
    'name and telephone',
    known({ telephone: '0912345678' }),
    known({ name: 'NGƯỜI NỘP THỨ NHẤT', telephone: '0912345678' }),
    ['name-and-telephone'],
  ],
  [
    'a telephone of two names',
    known({ telephone: '0912345678' }),
    known({ name: 'Người khác', telephone: '0912345678' }),
    [],
  ],
  [
    'old and new card',
    known({ identityNumber: '012345678', telephone: '0912345678' }),
    known({ identityNumber: '001080000012', telephone: '0912345678' }),
    ['name-and-telephone'],
  ],
  [
    'two cards of a kind',
    known({ identityNumber: '001080000013', telephone: '0912345678' }),
    known({ identityNumber: '001080000012', telephone: '0912345678' }),
    [],
  ],
  [
    'two days of birth',
    known({ dateOfBirth: '1980-01-02', telephone: '0912345678' }),
    known({ dateOfBirth: '1981-01-02', telephone: '0912345678' }),
    [],
  ],
  [
    'a person and an organisation',
    known({ taxCode: '0100109106' }),
    known({ taxCode: '0100109106' }, 'organisation'),
    [],
  ],
  ['organisations of one name', known({}, 'organisation'), known({}, 'organisation'), ['name']],
  [
    'organisations of one name and two tax codes',
    known({ taxCode: '0100109106' }, 'organisation'),
    known({ taxCode: '0100109106-001' }, 'organisation'),
    [],
  ],
  [
    'one decision',
    known({ decisionNumber: '12/QĐ-UBND' }, 'organisation'),
    known({ name: 'Người nộp Thứ', decisionNumber: '12/qđ - ubnd' }, 'organisation'),
    ['decision-number'],
  ],
] as const)('%s', (_, one, other, reasons) => {
  expect(likelySame(one, other)).toEqual(reasons);
});

test('likeness is mutual', () => {
  const some = <T>(...values: T[]) => fc.constantFrom(null, ...values);
  const facts = fc.record({
    name: fc.constantFrom('Người nộp Thứ Nhất', 'Người nộp', 'Người khác'),
    identityNumber: some('012345678', '001080000012', '001080000013'),
    dateOfBirth: some('1980-01-02', '1981-01-02'),
    taxCode: some('0100109106'),
    telephone: some('0912345678'),
  });
  const party = fc.record({ kind: fc.constantFrom('individual' as const, 'organisation' as const), facts });
  fc.assert(
    fc.property(party, party, (a, b) => {
      const [one, other] = [known(a.facts, a.kind), known(b.facts, b.kind)];
      expect(likelySame(one, other)).toEqual(likelySame(other, one));
    }),
  );
});
