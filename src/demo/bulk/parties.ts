import type pg from 'pg';
import type { PartyRef } from '../../dossiers/index.ts';
import { type PartyFacts, partyColumns, sealParty } from '../../parties/index.ts';
import { type Copied, Copying } from './copy.ts';
import type { Seeded } from './seeded.ts';

const NOTHING: PartyFacts = {
  name: '',
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

const SCHOOLS = [
  'Trường Mầm non',
  'Trường Tiểu học',
  'Trường THCS',
  'Trường THPT',
  'Trung tâm ngoại ngữ',
  'Trung tâm tin học',
] as const;
const PEOPLE = ['Phụ huynh học sinh', 'Giáo viên', 'Học viên', 'Cựu học sinh', 'Thí sinh'] as const;
const WORDS = [
  ...[
    'Ánh Dương',
    'Hoa Sen',
    'Bình Minh',
    'Hướng Dương',
    'Sao Mai',
    'Hoa Hồng',
    'Tre Xanh',
    'Mùa Xuân',
    'Hòa Bình',
  ],
  ...[
    'Thành Công',
    'Đoàn Kết',
    'Sơn Ca',
    'Tuổi Thơ',
    'Đại Dương',
    'Cầu Vồng',
    'Bông Lúa',
    'Ban Mai',
    'Phù Sa',
  ],
] as const;
/** Those who come again are among the last so many. */
const REMEMBERED = 4000;
const SCHOOLS_AT_MOST = 2500;

/** Whose dossiers they are: three in four of a school or centre, the others of somebody who often comes but once. */
export class Parties {
  readonly #random: Seeded;
  readonly #agencyId: string;
  readonly #party = new Copying('party', [
    'agency_id',
    'id',
    'kind',
    'version',
    'agency_of',
    'merged_into',
    'erased_at',
  ]);
  readonly #version: Copying;
  readonly #columns: readonly string[];
  readonly #schools: PartyRef[] = [];
  readonly #people: PartyRef[] = [];
  readonly #most: number;
  #made = 0;

  /** @param dossiers how many there will be about */
  constructor(random: Seeded, agencyId: string, dossiers: number) {
    this.#random = random;
    this.#agencyId = agencyId;
    this.#most = Math.min(SCHOOLS_AT_MOST, Math.max(5, Math.round(dossiers / 40)));
    this.#columns = Object.keys(partyColumns(NOTHING));
    this.#version = new Copying('party_version', [
      ...['agency_id', 'party_id', 'version', ...this.#columns],
      ...['salt', 'digest', 'account', 'recorded_at', 'erased_at'],
    ]);
  }

  /** The owner of the next dossier, who may be new. */
  next(at: number): PartyRef {
    const random = this.#random;
    if (random.chance(75)) {
      const known = this.#schools[random.below(this.#most)];
      if (known !== undefined) return known;
      const school = this.#add(at, 'organisation', {
        name: `${random.of(SCHOOLS)} ${random.of(WORDS)} ${this.#made}`,
        decisionNumber: `${100 + (this.#made % 9000)}/QĐ-UBND`,
        telephone: `024${String(30_000_000 + this.#made)}`,
        address: `Số ${1 + random.below(300)}, Hà Nội`,
      });
      this.#schools.push(school);
      return school;
    }
    const again = random.chance(30) ? this.#people[random.below(this.#people.length || 1)] : undefined;
    if (again !== undefined) return again;
    const person = this.#add(at, 'individual', {
      name: `${random.of(PEOPLE)} ${random.of(WORDS)} ${this.#made}`,
      identityNumber: `001${String(100_000_000 + this.#made).padStart(9, '0')}`,
      telephone: `09${String(random.below(100_000_000)).padStart(8, '0')}`,
    });
    if (this.#people.length < REMEMBERED) this.#people.push(person);
    else this.#people[random.below(REMEMBERED)] = person;
    return person;
  }

  /** Takes out the new ones, to be sent. */
  take(): ((client: pg.Client) => Promise<void>)[] {
    return [this.#party.take(), this.#version.take()];
  }

  #add(at: number, kind: 'organisation' | 'individual', known: Partial<PartyFacts>): PartyRef {
    this.#made += 1;
    const id = this.#random.id(at);
    const facts = { ...NOTHING, ...known };
    const { salt, digest } = sealParty(id, 1, facts);
    const columns: Record<string, Copied> = partyColumns(facts);
    const recorded = new Date(at).toISOString();
    this.#party.add([this.#agencyId, id, kind, 1, null, null, null]);
    this.#version.add([
      ...[this.#agencyId, id, 1, ...this.#columns.map((column) => columns[column] ?? null)],
      ...[salt, digest, null, recorded, null],
    ]);
    return { partyId: id, version: 1, digest: digest.toString('hex') };
  }
}
