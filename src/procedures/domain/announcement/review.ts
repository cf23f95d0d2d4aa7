import { fold } from '../../../pure/vietnamese/fold.ts';
import type { ProcedureText, Tier } from '../procedure.ts';
import { readProcedureCode } from './code.ts';
import { readFee } from './fee.ts';
import type { AnnouncedAct, ReadProcedure, ReadRemark, RowRule } from './read-announcement.ts';
import { ROW_SEVERITIES, type RowSeverity, rowRemarks } from './row-remarks.ts';
import { readTimeLimit } from './time-limit.ts';
import { remarkTwice } from './twice.ts';

/** What is to be made of a row: as the catalogue asks, another version though it says the same, nothing. */
export const TREATMENTS = ['enter', 'version', 'same', 'skip'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What its reviewer corrected of a row; what is left out stands as read. Limits and fees are words, read anew. */
export interface RowCorrection {
  code?: string;
  name?: string;
  field?: string;
  tiers?: Tier[];
  act?: AnnouncedAct;
  limits?: string;
  fees?: string;
  legalBases?: string[];
}

/** A row under review, as it is kept. */
export interface KeptRow {
  no: number;
  asRead: ReadProcedure;
  correction: RowCorrection | null;
  treatment: Treatment;
  targetId: string | null;
  answer: string | null;
}

/** A row as it would be entered, with what is still doubtful. */
export interface ReviewedRow extends KeptRow {
  row: ReadProcedure;
}

/** The rows as corrected, remarked anew: by themselves and beside each other. Rows that are not taken disturb none. */
export function reviewed(rows: readonly KeptRow[]): ReviewedRow[] {
  const all = rows.map((kept) => ({ ...kept, row: corrected(kept.asRead, kept.correction) }));
  remarkTwice(all.filter(({ treatment }) => isTaken(treatment)).map(({ row }) => row));
  return all;
}

/** Remarks that only show beside other rows; they are made anew. */
const BESIDE_OTHERS: readonly RowRule[] = ['code-twice', 'code-at-two-tiers'];

function corrected(read: ReadProcedure, correction: RowCorrection | null): ReadProcedure {
  if (correction === null)
    return { ...read, remarks: read.remarks.filter(({ rule }) => !BESIDE_OTHERS.includes(rule)) };
  const code = readProcedureCode(correction.code ?? read.codeAsWritten ?? '');
  const time = correction.limits === undefined ? read : readTimeLimit(correction.limits);
  const row: ReadProcedure = {
    ...read,
    codeAsWritten: code?.asWritten ?? null,
    code: code?.code ?? null,
    nationalCode: code?.nationalCode ?? null,
    name: correction.name ?? read.name,
    field: correction.field === undefined ? read.field : correction.field || null,
    tiers: correction.tiers ?? read.tiers,
    act: correction.act ?? read.act,
    limits: time.limits,
    nextDayAfter: time.nextDayAfter,
    fees: correction.fees === undefined ? read.fees : readFee(correction.fees),
    legalBases: correction.legalBases ?? read.legalBases,
  };
  const short = read.remarks.filter(({ rule }) => rule === 'cells-missing');
  return { ...row, remarks: [...rowRemarks(row, code), ...short] };
}

/** The words of a row's limits or fees, a line each, as its form shows them. */
export function linesOf(parts: readonly { text: string }[]): string {
  return [...new Set(parts.map(({ text }) => text))].join('\n');
}

const isTaken = (treatment: Treatment) => treatment === 'enter' || treatment === 'version';

/** How a row stands: nothing to be asked, something open, or not taken. */
export type RowStanding = 'open' | 'ready' | 'left-out';

export function standingOf({ row, treatment, answer }: ReviewedRow): RowStanding {
  if (!isTaken(treatment)) return 'left-out';
  const severities = row.remarks.map(severityOf);
  if (severities.includes('error')) return 'open';
  return severities.includes('warning') && answer === null ? 'open' : 'ready';
}

export function severityOf({ rule }: ReadRemark<RowRule>): RowSeverity {
  return ROW_SEVERITIES[rule];
}

/** A procedure of the catalogue that a row may be. */
export interface CataloguedProcedure {
  id: string;
  nationalCode: string | null;
  name: string;
  tier: Tier;
  code: string | null;
  ownerUnitId: string | null;
  /** What is prepared of it, or else its newest version. */
  text: ProcedureText;
  /** Whether the text is announced. */
  announced: boolean;
}

/** What comes of a row at one level. */
export type Deed = 'new' | 'version' | 'same' | 'abolish' | 'unknown' | 'left-out';

export interface Entry {
  tier: Tier;
  deed: Deed;
  /** The procedure that it is; null for a new one. */
  known: CataloguedProcedure | null;
  /** What the version will say; null where none is written. */
  text: ProcedureText | null;
}

/** Finds the procedures that rows are: by what was chosen, by the national code, or, without one, by the name. */
export class Catalogue {
  readonly #byCode: ReadonlyMap<string, CataloguedProcedure>;
  readonly #byName: ReadonlyMap<string, CataloguedProcedure>;
  readonly #byId: ReadonlyMap<string, CataloguedProcedure>;

  constructor(procedures: readonly CataloguedProcedure[]) {
    this.#byId = new Map(procedures.map((one) => [one.id, one]));
    this.#byCode = new Map(procedures.map((one) => [`${one.nationalCode} ${one.tier}`, one]));
    this.#byName = new Map(
      procedures
        .filter(({ nationalCode }) => nationalCode === null)
        .map((one) => [`${fold(one.name)} ${one.tier}`, one]),
    );
  }

  find({ row, targetId }: Pick<ReviewedRow, 'row' | 'targetId'>, tier: Tier): CataloguedProcedure | null {
    const target = targetId === null ? undefined : this.#byId.get(targetId);
    if (target?.tier === tier) return target;
    if (row.nationalCode !== null) return this.#byCode.get(`${row.nationalCode} ${tier}`) ?? null;
    return this.#byName.get(`${fold(row.name)} ${tier}`) ?? null;
  }
}

/** What comes of a row, a level each. */
export function entriesOf(reviewedRow: ReviewedRow, catalogue: Catalogue): Entry[] {
  const { row, treatment } = reviewedRow;
  return row.tiers.map((tier): Entry => {
    const known = catalogue.find(reviewedRow, tier);
    if (!isTaken(treatment))
      return { tier, known, text: null, deed: treatment === 'same' ? 'same' : 'left-out' };
    if (row.act === 'abolished')
      return { tier, known, text: null, deed: known?.announced === true ? 'abolish' : 'unknown' };
    const text = textOf(row, tier, known?.text ?? null);
    if (known === null) return { tier, known, text, deed: 'new' };
    const same = known.announced && treatment !== 'version' && isSame(text, known.text);
    return { tier, known, text: same ? null : text, deed: same ? 'same' : 'version' };
  });
}

/** The words of the version that a row makes: what it does not say stands as it stood before. */
export function textOf(row: ReadProcedure, tier: Tier, before: ProcedureText | null): ProcedureText {
  const { rest } = row;
  const kept = <T>(read: readonly T[], known: readonly T[] | undefined): T[] => [
    ...(read.length > 0 ? read : (known ?? [])),
  ];
  return {
    name: row.name,
    field: { code: before?.field.code ?? null, name: row.field ?? before?.field.name ?? '' },
    tier,
    handling: before?.handling ?? 'one-stop',
    steps: rest.steps ?? before?.steps ?? null,
    components: kept(rest.components ?? [], before?.components),
    sets: rest.sets ?? before?.sets ?? 1,
    limits: kept(row.limits, before?.limits),
    fees: kept(row.fees, before?.fees),
    subjects: kept(rest.subjects ?? [], before?.subjects),
    results: kept(rest.results ?? [], before?.results),
    conditions: rest.conditions ?? before?.conditions ?? null,
    legalBases: kept(row.legalBases, before?.legalBases),
    onlineLevel: rest.onlineLevel ?? before?.onlineLevel ?? null,
    postal: rest.postal ?? before?.postal ?? { receive: false, return: false },
    nextDayAfter: row.limits.length > 0 ? row.nextDayAfter : (before?.nextDayAfter ?? null),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame((one as Keyed)[key], (other as Keyed)[key]));
}

type Keyed = Readonly<Record<string, unknown>>;
