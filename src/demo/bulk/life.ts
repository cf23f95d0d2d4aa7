import { Temporal } from 'temporal-polyfill';
import {
  appointment,
  type Channel,
  codeRulesOn,
  counterScope,
  type DeskClock,
  type DossierState,
  dossierDecisions as decide,
  dossierCode,
  dueAfterSupplement,
  type Intake,
  type PartyRef,
} from '../../dossiers/index.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { dayOf, inOfficeHours } from './days.ts';
import type { Act } from './journal.ts';
import type { DeskOffice, OfferedProcedure, Staff, WorkingUnit } from './offices.ts';
import type { Seeded } from './seeded.ts';

/** What chance decides, in hundredths; `docs/performance.md` names them. */
export const SHARES = {
  online: 22,
  post: 8,
  bySelf: 60,
  refused: 2,
  completion: 3,
  supplement: 4,
  opinion: 5,
  sentBack: 3,
  withdrawn: 1,
  late: 6,
  apology: 60,
  uncollected: 1.5,
} as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Begun {
  office: DeskOffice;
  /** When it is brought or sent, in milliseconds. */
  at: number;
  /** Nothing happens after this. */
  until: number;
  owner: PartyRef;
  procedure: OfferedProcedure;
  clock(day: string): DeskClock;
}

type Decided = (state: DossierState) => ReturnType<Act['decide']>;

/** What happens to a dossier, in order, as far as it has happened: drawn by chance, decided by the product. */
export function* lifeOf(random: Seeded, begun: Begun): Generator<Act> {
  const life = new Life(random, begun);
  for (const act of life.acts()) {
    if (act.at > begun.until) return;
    yield act;
  }
}

class Life {
  readonly #random: Seeded;
  readonly #begun: Begun;
  readonly #desk: Staff;
  readonly #unit: WorkingUnit | undefined;
  #now: number;
  /** As the receipt says. */
  #due = Number.NaN;

  constructor(random: Seeded, begun: Begun) {
    this.#random = random;
    this.#begun = begun;
    const { office, procedure } = begun;
    this.#desk = random.of(office.desk);
    const units = [...office.units.values()].filter(({ id }) => id !== office.deskUnit);
    this.#unit =
      office.units.get(procedure.unitId ?? '') ?? (units.length === 0 ? undefined : random.of(units));
    this.#now = inOfficeHours(begun.at, random.next());
  }

  *acts(): Generator<Act> {
    const random = this.#random;
    const channel: Channel = random.weighted([
      ['direct', 100 - SHARES.online - SHARES.post],
      ['online', SHARES.online],
      ['post', SHARES.post],
    ]);
    const intake = this.#intake(channel);
    if (channel === 'direct')
      yield this.#act(this.#desk, 'dossier.submit', (state) =>
        decide.takeIn(state, intake, this.#acceptance()),
      );
    else {
      yield this.#act(this.#desk, 'dossier.submit', (state) =>
        decide.submit(state, intake, this.#clock().rules.code),
      );
      this.#pass(random.next() * 8 * HOUR);
      if (random.chance(SHARES.refused))
        return yield this.#on(this.#desk, 'dossier.refuse', (state) =>
          decide.refuseDossier(
            state,
            'Không thuộc thẩm quyền giải quyết',
            'Nghị định 61/2018/NĐ-CP, điều 17',
          ),
        );
      if (random.chance(SHARES.completion)) {
        const items = [
          { component: null, what: 'Bản sao có chứng thực', reason: 'Bản chụp gửi kèm không rõ chữ' },
        ];
        yield this.#on(this.#desk, 'dossier.request-completion', (state) =>
          decide.requestCompletion(state, items),
        );
        this.#pass((1 + random.next() * 6) * DAY);
        yield this.#on(this.#desk, 'dossier.receive-completion', (state) =>
          decide.receiveCompletion(state, state.components.slice(0, 1)),
        );
        this.#pass(random.next() * 4 * HOUR);
      }
      yield this.#on(this.#desk, 'dossier.accept', (state) => decide.accept(state, this.#acceptance()));
    }
    yield* this.#handled();
  }

  *#handled(): Generator<Act> {
    const random = this.#random;
    const unit = this.#unit;
    const officer = unit === undefined ? this.#desk : random.of(unit.officers);
    const head = unit?.head ?? this.#desk;
    const late = random.chance(SHARES.late);
    // So much of the time until it is due is used up; the last hours are for number and desk.
    const share = late ? 1.1 + random.next() * 0.5 : 0.25 + random.next() * 0.65;
    const end = () => this.#begun.at + (this.#due - this.#begun.at) * share;
    const towards = (part: number) => this.#pass(Math.max(MINUTE, (end() - this.#now) * part));
    if (unit !== undefined) {
      this.#pass((0.2 + random.next()) * HOUR);
      yield this.#on(this.#desk, 'dossier.hand-over', (state) => decide.handOver(state, unit.id, null));
      this.#pass((0.2 + random.next()) * HOUR);
      yield this.#on(head, 'dossier.confirm-hand-over', (state) => decide.confirmHandOver(state, null));
      this.#pass(random.next() * HOUR);
      yield this.#on(head, 'dossier.assign', (state) => decide.assign(state, officer.personId, null));
    }
    if (random.chance(SHARES.withdrawn)) {
      towards(0.3);
      return yield this.#on(this.#desk, 'dossier.withdraw', (state) =>
        decide.withdraw(state, 'Đã làm thủ tục ở nơi khác', state.due),
      );
    }
    if (random.chance(SHARES.supplement)) yield* this.#supplemented(officer);
    if (random.chance(SHARES.opinion)) yield* this.#advised(officer);
    if (late && random.chance(SHARES.apology) && this.#due > this.#now + DAY) yield* this.#apologised();
    towards(0.7);
    const proposal = {
      outcome: random.chance(98) ? ('granted' as const) : ('declined' as const),
      note: 'Đủ điều kiện',
      file: null,
    };
    yield this.#on(officer, 'dossier.propose', (state) => decide.propose(state, proposal));
    this.#pass((0.3 + random.next()) * HOUR);
    if (random.chance(SHARES.sentBack)) {
      yield this.#on(head, 'dossier.send-back', (state) => decide.sendBack(state, 'Ghi rõ căn cứ'));
      this.#pass(HOUR);
      yield this.#on(officer, 'dossier.propose', (state) => decide.propose(state, proposal));
      this.#pass(HOUR);
    }
    yield this.#on(head, 'dossier.agree', (state) => decide.agree(state, null));
    towards(0.6);
    yield this.#on(this.#begun.office.leader, 'dossier.sign', (state) => decide.sign(state, null));
    towards(late ? 1 : 0.5);
    const date = dayOf(this.#now);
    const number = `${1 + random.below(9000)}/GXN-SGDĐT`;
    yield this.#on(this.#begun.office.records, 'dossier.finish', (state) =>
      decide.finish(state, { number, date, documentId: null, file: null }),
    );
    if (random.chance(SHARES.uncollected)) return;
    this.#pass(random.next() * 5 * DAY);
    yield this.#on(this.#desk, 'dossier.return-result', (state) =>
      decide.returnResult(state, { by: state.returnBy, to: null, note: null }),
    );
  }

  *#supplemented(officer: Staff): Generator<Act> {
    const items = [{ component: null, what: 'Giấy tờ chứng minh nơi cư trú', reason: 'Chưa có trong hồ sơ' }];
    const document = {
      number: `${1 + this.#random.below(900)}/TB-SGDĐT`,
      date: dayOf(this.#now),
      file: null,
    };
    this.#pass(this.#random.next() * 6 * HOUR);
    yield this.#on(officer, 'dossier.request-supplement', (state) =>
      decide.requestSupplement(
        state,
        { items, basis: 'Nghị định 61/2018/NĐ-CP, điều 19', document },
        this.#clock().rules,
      ),
    );
    this.#pass((1 + this.#random.next() * 9) * DAY);
    yield this.#on(this.#desk, 'dossier.receive-supplement', (state) => {
      const due = dueAfterSupplement(this.#clock(), state, this.#instant());
      if (due !== null) this.#due = Date.parse(due);
      return decide.receiveSupplement(state, state.components.slice(0, 1), due);
    });
  }

  *#advised(officer: Staff): Generator<Act> {
    const others = [...this.#begun.office.units.values()].filter(
      (one) => one !== this.#unit && one.id !== this.#begun.office.deskUnit,
    );
    if (others.length === 0) return;
    const asked = this.#random.of(others);
    const opinion = this.#random.id(this.#now);
    this.#pass(HOUR);
    yield this.#on(officer, 'dossier.ask-opinion', (state) =>
      decide.askOpinion(state, {
        opinion,
        of: { unitId: asked.id, agencyId: null, name: asked.name },
        question: 'Đề nghị cho ý kiến về hồ sơ',
        due: Temporal.Instant.fromEpochMilliseconds(this.#now + 2 * DAY).toString(),
        interlinked: false,
      }),
    );
    this.#pass(this.#random.next() * DAY);
    yield this.#on(this.#random.of(asked.officers), 'dossier.answer-opinion', (state) =>
      decide.answerOpinion(state, opinion, 'Nhất trí', null),
    );
  }

  *#apologised(): Generator<Act> {
    this.#now = Math.max(this.#now + MINUTE, inOfficeHours(this.#due - 30 * HOUR, this.#random.next()));
    const document = {
      number: `${1 + this.#random.below(900)}/PXL-SGDĐT`,
      date: dayOf(this.#now),
      file: null,
    };
    const appointed = Temporal.Instant.fromEpochMilliseconds(
      this.#due + (2 + this.#random.below(4)) * DAY,
    ).toString();
    yield this.#on(this.#begun.office.leader, 'dossier.apologise', (state) =>
      decide.apologise(
        state,
        { reason: 'Chờ xác minh ở đơn vị khác', appointed, document },
        this.#clock().rules,
      ),
    );
  }

  #intake(channel: Channel): Intake {
    const { office, procedure, owner } = this.#begun;
    const random = this.#random;
    return {
      procedureId: procedure.id,
      procedureVersionId: procedure.versionId,
      case: null,
      channel,
      bySelf: channel === 'online' && random.chance(SHARES.bySelf),
      parties: { owner, submitter: null, representative: null, receiver: null },
      supportAgencyId: null,
      receivingAgencyId: office.agencyId,
      receivingUnitId: office.deskUnit,
      subject: procedure.name,
      components: procedure.components.map((one) => ({
        key: one.key,
        name: one.name,
        originals: one.originals,
        copies: one.copies,
        files: [],
      })),
      sets: 1,
      returnBy: channel === 'direct' ? 'direct' : random.of(['direct', 'post', 'online'] as const),
      submittedAt: this.#instant().toString(),
    };
  }

  /** What acceptance settles, as the action settles it; the running number is this process's own. */
  #acceptance(): decide.Acceptance {
    const { office, procedure } = this.#begun;
    const day = dayOf(this.#now);
    const clock = this.#clock();
    const codeRules = codeRulesOn(day);
    const identifier = office.identifiers[codeRules.identifier];
    if (identifier === null)
      throw new Error(`agency ${office.agencyId} has no identifier of ${codeRules.identifier}`);
    const appointed = appointment(clock, procedure, this.#instant());
    this.#due = appointed.due === null ? this.#now + 5 * DAY : Date.parse(appointed.due);
    const scope = counterScope(codeRules, day);
    const number = (office.counted.get(scope) ?? 0) + 1;
    office.counted.set(scope, number);
    office.touched.add(scope);
    return {
      ...appointed,
      rules: clock.rules.code,
      formRules: codeRules.rules,
      step: null,
      code: dossierCode(codeRules, identifier, day, number),
    };
  }

  #clock(): DeskClock {
    return this.#begun.clock(dayOf(this.#now));
  }

  #instant(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#now);
  }

  #pass(milliseconds: number): void {
    this.#now = inOfficeHours(this.#now + Math.max(MINUTE, Math.round(milliseconds)), this.#random.next());
  }

  #act(by: Staff, action: string, decided: Act['decide']): Act {
    return { at: this.#now, by, action, decide: decided };
  }

  #on(by: Staff, action: string, decided: Decided): Act {
    return this.#act(by, action, (state): ReturnType<Act['decide']> | Refusal => {
      if (state === undefined) throw new Error('a dossier begins with its submission');
      return decided(state);
    });
  }
}
