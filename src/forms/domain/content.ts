import type { CivilDate } from '../../pure/calendar/civil-date.ts';

/** The forms of the one-stop desk. Their numbers differ between rule sets, so they are told apart by kind. */
export const FORM_KINDS = [
  'receipt',
  'supplement-request',
  'refusal',
  'apology',
  'stop-notice',
  'control-sheet',
  'tracking-book',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A day, or a time of it by the office's clock: "2019-01-30", "2019-01-30T14:00". */
export type FormTime = string;

/** What stands at the head of each form. Names stand as in running text; capitals are the layout's. */
export interface FormHead {
  /** The body above; null where none is named. */
  parent: string | null;
  /** Who issues it: the agency, or its one-stop desk. */
  issuer: string;
  /** The number and what stands behind it, "0123" and "BPTNTKQ"; no number leaves room for one, no symbol leaves the line out. */
  number: string | null;
  symbol: string | null;
  place: string;
  /** The day of issue; null leaves room for it. */
  date: CivilDate | null;
  /** Why it is none to act by: made up to show the form, or in an installation that is a demo. */
  marks: readonly FormMark[];
}

export type FormMark = 'sample' | 'simulated';

/** Whose dossier it is. */
export interface FormParty {
  kind: 'individual' | 'organisation';
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
}

interface OfDossier {
  head: FormHead;
  owner: FormParty;
  /** Name of the procedure, and what is asked for by it. */
  request: string;
}

interface WithCode {
  code: string;
  /** Address of the page that says how the dossier stands; the QR code then holds it. */
  publicAddress: string | null;
}

/** Whom to ask. */
export interface FormContact {
  name: string;
  phone: string | null;
}

/** Who signs for the agency: lines as printed, "KT. Giám đốc", "Phó Giám đốc"; none for its head without further words. */
export interface FormSigner {
  posts: readonly string[];
  name: string | null;
}

export interface Receipt extends OfDossier, WithCode {
  kind: 'receipt';
  /** The desk in running text: "Bộ phận tiếp nhận và trả kết quả". */
  desk: string;
  /** Who brought it, where that is not the owner. */
  submitter: string | null;
  components: readonly { name: string; originals: number; copies: number; note: string | null }[];
  sets: number;
  /** As the procedure says it: "03 ngày làm việc". */
  limit: string | null;
  acceptedAt: FormTime;
  /** null where the law names no limit. */
  appointedAt: FormTime | null;
  /** How the result is fetched: "tại Bộ phận Một cửa", "qua dịch vụ bưu chính công ích, đến …". */
  returnBy: string | null;
  fees: string | null;
  book: { volume: string; entry: string } | null;
  /** Who accepted it; null leaves room. */
  officer: string | null;
}

export interface SupplementRequest extends OfDossier {
  kind: 'supplement-request';
  /** null where the dossier was not accepted, and so has no code. */
  code: string | null;
  publicAddress: string | null;
  acceptedAt: FormTime | null;
  items: readonly { what: string; reason: string }[];
  legalBases: readonly string[];
  /** By when the owner is to answer. */
  dueAt: FormTime | null;
  contact: FormContact;
  officer: string | null;
}

export interface RefusalForm extends OfDossier {
  kind: 'refusal';
  code: string | null;
  publicAddress: string | null;
  desk: string;
  reasons: readonly string[];
  legalBases: readonly string[];
  /** What the owner may do instead: "Đề nghị nộp hồ sơ tại …". */
  guidance: string | null;
  submitter: string | null;
  officer: string | null;
}

/** What a letter about an accepted dossier begins with. */
interface Letter extends OfDossier, WithCode {
  desk: string;
  acceptedAt: FormTime;
  /** Whose handling it is. */
  agency: string;
  reasons: readonly string[];
  contact: FormContact | null;
  signer: FormSigner;
}

export interface Apology extends Letter {
  kind: 'apology';
  /** The original appointed time. */
  appointedAt: FormTime;
  /** How far the dossier has come: "đang thẩm định tại Phòng Tổ chức cán bộ". */
  state: string | null;
  newAppointedAt: FormTime;
}

export interface StopNotice extends Letter {
  kind: 'stop-notice';
  stoppedAt: FormTime;
  legalBases: readonly string[];
  /** Which papers are given back. */
  returned: string | null;
  fees: string | null;
}

export interface ControlSheet extends OfDossier, WithCode {
  kind: 'control-sheet';
  agency: string;
  supporting: readonly string[];
  acceptedAt: FormTime;
  appointedAt: FormTime | null;
  handovers: readonly HandOver[];
}

/** A dossier went from one to another. */
export interface HandOver {
  from: { name: string; person: string | null };
  to: { name: string; person: string | null };
  handedAt: FormTime;
  /** When the other side confirmed it; null until then. */
  confirmedAt: FormTime | null;
  /** How the side that hands over has kept its time; null where it had none, or nothing to decide. */
  result: HandOverOutcome | null;
  note: string | null;
}
export type HandOverOutcome = 'early' | 'on-time' | 'late';

export interface TrackingBook {
  kind: 'tracking-book';
  head: FormHead;
  from: CivilDate;
  to: CivilDate;
  volume: string | null;
  rows: readonly TrackingBookRow[];
}

/** A dossier in the tracking book. */
export interface TrackingBookRow {
  /** Running number in the volume. */
  entry: number;
  code: string;
  request: string;
  sets: number;
  owner: FormParty;
  agency: string;
  receivedAt: FormTime;
  appointedAt: FormTime | null;
  forwardedAt: FormTime | null;
  returnedAt: FormTime | null;
  returnBy: string | null;
  note: string | null;
}

/** All that a form says, and nothing of how it is laid out; who fills it has it from the ledger. */
export type FormContent =
  | Receipt
  | SupplementRequest
  | RefusalForm
  | Apology
  | StopNotice
  | ControlSheet
  | TrackingBook;
