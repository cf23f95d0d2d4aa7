// Generated from the migrated database by tools/generate-schema.ts; comments come from the SQL.
import type { ColumnType } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../../pure/calendar/civil-date.ts';

type Timestamp = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
type Json = ColumnType<JsonValue, string, string>;

/** Who acts for whom, until when. */
export interface AbsenceTable {
  agency_id: string;
  id: string;
  person_id: string;
  deputy_id: string;
  starts_on: CivilDate;
  ends_on: CivilDate;
  reason: string;
  ended_early_on: CivilDate | null;
}

/** A secret by which a program reads or acts for a person, less far than the person; in real time. Without row-level security: it is read before anyone is known. */
export interface AccessTokenTable {
  id: string;
  account_id: string;
  /** api: sent as Authorization: Bearer; calendar: stands in the address of a calendar. */
  kind: string;
  name: string;
  /** SHA-256 of the token, which has 256 random bits; the token is stored nowhere. */
  digest: Buffer;
  /** Whether it may change anything. */
  acts: boolean;
  /** Permissions that it is narrowed to; null for all of its person's. */
  permissions: string[] | null;
  made_at: Timestamp;
  expires_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** Written at most once a minute. */
  used_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  used_from: string | null;
  /** When it was revoked. */
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** A way to sign in. Without row-level security: it is read before anyone is known. */
export interface AccountTable {
  id: string;
  agency_id: string;
  person_id: string;
  login: string;
  /** argon2id with its parameters, PHC string; null where only an invitation can set it. */
  password_hash: string | null;
  must_change_password: boolean;
  closed_on: CivilDate | null;
  /** In which the person reads the interface; null where none was chosen, which is Vietnamese. */
  language: string | null;
  /** Whether its person takes reminders by e-mail too; null where none was chosen, which is yes. */
  wants_mail: boolean | null;
}

/** A legal body with a seal and a document register. */
export interface AgencyTable {
  id: string;
  code: string;
  name: string;
  name_fold: string;
  short_name: string;
  /** Its abbreviation in document symbols: SGDĐT. */
  symbol: string;
  /** Where its documents are issued: Hà Nội. */
  place: string;
  kind: string;
  tier: string;
  parent_id: string | null;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  successor_id: string | null;
  position: number;
  /** Version of the row. */
  seq: number;
  /** Name of the body above it, as printed over its own name in documents; null where that is its parent agency, or none. */
  superior: string | null;
}

/** A file from which procedures are entered in the catalogue: the decision that announces them, a list, or records of the national catalogue. */
export interface AnnouncementTable {
  agency_id: string;
  id: string;
  kind: string;
  state: string;
  file_id: string;
  file_name: string;
  /** Of the file: the same one sent again is recognised. */
  sha256: string;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
  /** Why it cannot be read: a code and its parameters. */
  problem: ColumnType<JsonValue | null, string | null, string | null>;
  decision_number: string | null;
  decision_date: CivilDate | null;
  /** From when on what it announces holds, as it says itself. */
  effective: CivilDate | null;
  title: string | null;
  /** What is doubtful in the whole: another number of rows than it declares. */
  remarks: Json;
  /** The answer to these remarks. */
  note: string | null;
  announced_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  seq: number;
}

/** A procedure as it was read from an announcement, with what its reviewer made of it. */
export interface AnnouncementRowTable {
  agency_id: string;
  id: string;
  announcement_id: string;
  /** Its place in the file, from 1. */
  no: number;
  as_read: Json;
  /** What was corrected; fields that are left out stand as read. */
  correction: ColumnType<JsonValue | null, string | null, string | null>;
  /** enter: as the catalogue asks, a new procedure or another version; version: another version though it says the same; same: it is what the catalogue holds; skip: not taken. */
  treatment: string;
  /** The procedure of the catalogue that it is, where no code tells. */
  target_id: string | null;
  /** Why its remarks are accepted. */
  answer: string | null;
  /** What came of it, by tier: done and procedure. */
  entered: ColumnType<JsonValue | null, string | null, string | null>;
  seq: number;
}

/** The text that a decision was read from; rows point into it. */
export interface AnnouncementSourceTable {
  agency_id: string;
  announcement_id: string;
  source_text: string;
}

/** Who did, or was refused, which action, from where. Append-only. */
export interface AuditTrailTable {
  agency_id: string;
  id: string;
  recorded_at: Timestamp;
  office_time: Timestamp;
  account: string | null;
  role: string | null;
  on_behalf_of: string | null;
  action: string;
  outcome: string;
  subject: string | null;
  /** Code and parameters of the refusal, without what was typed. */
  refusal: ColumnType<JsonValue | null, string | null, string | null>;
  request_key: string | null;
  address: string | null;
  /** Access token by which it was asked for; null for a person at a browser. */
  token: string | null;
}

/** A legal basis of procedures that is amended, replaced or abolished. */
export interface BasisChangeTable {
  agency_id: string;
  id: string;
  /** The number of the document, as typed; basis_key is how it is compared. */
  basis: string;
  basis_key: string;
  change: string;
  /** The document that changes it. */
  by_document: string | null;
  effective_on: CivilDate;
  recorded_on: CivilDate;
  seq: number;
}

/** That the owner division looks what a changed legal basis means for one of its procedures. */
export interface BasisCheckTable {
  agency_id: string;
  id: string;
  basis_change_id: string;
  procedure_id: string;
  /** The division that answered for the procedure then; null where none did: the Office. */
  unit_id: string | null;
  due_on: CivilDate;
  /** updated: a new version was announced; unaffected: nothing of the procedure changes. */
  outcome: string | null;
  note: string | null;
  finished_on: CivilDate | null;
  seq: number;
}

/** A notice of official days, as it was entered; it changes nothing until somebody has seen what it would move and approved it. */
export interface CalendarNoticeTable {
  agency_id: string;
  id: string;
  /** As the notice is cited: 12729/VPCP-KGVX. */
  number: string;
  announced_on: CivilDate;
  /** Its official days as JSON; they replace all known ones of the years that it speaks of. */
  days: string;
  state: string;
  /** Of the calendar that its approval made. */
  version: number | null;
  /** Version of the row. */
  seq: number;
}

/** The tasks that carry out a commitment, by key, in each version of its plan. */
export interface CommitmentTaskTable {
  agency_id: string;
  plan_id: string;
  version: number;
  commitment: string;
  task: string;
  from_at: Timestamp;
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Closed days of counters; a figure is these sums plus the open deltas. */
export interface CounterDayTable {
  agency_id: string;
  counter: string;
  bucket: string;
  day: CivilDate;
  amount: number;
}

/** Open ±n rows of counters, inserted by the transaction that changes a state. */
export interface CounterDeltaTable {
  agency_id: string;
  id: string;
  counter: string;
  bucket: string;
  day: CivilDate;
  amount: number;
}

/** Accounts of a demo that one click signs in; empty in a real installation. */
export interface DemoAccountTable {
  login: string;
  title: string;
  position: number;
}

/** The one-stop desk of an agency: the unit that receives, and the identifiers that begin the codes of dossiers. */
export interface DeskTable {
  agency_id: string;
  id: string;
  unit_id: string;
  /** As the head of forms names it; null where the unit's name is printed. */
  printed_name: string | null;
  /** Identifier of QCVN 102:2016, child first: "000.00.01.H26". */
  identifier_2018: string | null;
  /** Identifier of Quyết định 20/2020/QĐ-TTg, parent first: "H26.03". */
  identifier_2025: string | null;
  seq: number;
}

/** An official document that this agency knows of; an uploaded file is a file, not a document. */
export interface DocumentTable {
  agency_id: string;
  id: string;
  /** 375 of 375/KH-SGDĐT. */
  number: string;
  /** KH-SGDĐT of 375/KH-SGDĐT. */
  symbol: string;
  /** Full type name: Kế hoạch. */
  type: string | null;
  /** Who issued it, as written; null for the agency itself. */
  issuer: string | null;
  issue_date: CivilDate;
  abstract: string;
  search_fold: string;
  file_id: string | null;
  /** Version of the row. */
  seq: number;
}

/** A dossier as it stands now; its ledger is the truth. One partition a year of its id, which carries the time of its record. */
export interface DossierTable {
  /** The competent agency, which handles it. */
  agency_id: string;
  id: string;
  code: string | null;
  procedure_id: string;
  procedure_version_id: string;
  channel: string;
  /** Whether the applicant sent it in person; what an officer typed for somebody does not count as online. */
  by_self: boolean;
  status: string;
  outcome: string | null;
  subject: string;
  owner_id: string;
  owner_version: number;
  support_agency_id: string | null;
  receiving_agency_id: string;
  receiving_unit_id: string;
  /** The unit that answers for it now. */
  unit_id: string;
  person_id: string | null;
  /** The unit to which it was handed over and which has not confirmed yet. */
  pending_unit_id: string | null;
  /** All units that had it or were asked, which may read it. */
  unit_ids: string[];
  person_ids: string[];
  step_name: string | null;
  step_due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  return_by: string;
  rules: string;
  budget: string | null;
  submitted_at: Timestamp;
  accepted_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** As the receipt says it. */
  original_due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** What it is judged by: the original, moved by lawful supplements alone. */
  due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** What the applicant was last told. */
  appointed_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** The end of handling: finished, stopped, withdrawn. */
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  returned_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  returned_by: string | null;
  /** How often a supplement was asked for after acceptance. */
  supplements: number;
  apology_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** The due time for which the apology was sent. */
  apology_due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  result_number: string | null;
  result_date: CivilDate | null;
  /** When it was not accepted. */
  refused_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** When a supplement was first asked for after acceptance. */
  supplement_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** When one was asked for a second time. */
  supplement_again_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** The system that holds the dossier, which is only mirrored here; null for those handled here. */
  mirror_source: string | null;
  /** When that system said what stands here. */
  mirror_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Every code that was ever given, once in the whole installation; none is given again. */
export interface DossierCodeTable {
  code: string;
  agency_id: string;
  dossier_id: string;
}

/** The last running number of a day and rule set; the transaction that takes a number holds the row, so none is lost. */
export interface DossierCounterTable {
  agency_id: string;
  scope: string;
  last: number;
}

/** An opinion asked of another unit or agency, or its stage of an interlinked procedure, with its own clock. */
export interface DossierOpinionTable {
  agency_id: string;
  dossier_id: string;
  opinion_id: string;
  of_unit_id: string | null;
  of_agency_id: string | null;
  of_name: string;
  interlinked: boolean;
  question: string;
  asked_at: Timestamp;
  due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  answered_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** What held of a dossier from when to when: for figures as of a past day, and for how long each unit had it. */
export interface DossierPeriodTable {
  agency_id: string;
  dossier_id: string;
  position: number;
  status: string;
  unit_id: string;
  person_id: string | null;
  due_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  appointed_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  from_at: Timestamp;
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** The truth: append-only. The application role has neither UPDATE nor DELETE here. */
export interface EventTable {
  agency_id: string;
  id: string;
  stream: string;
  seq: number;
  type: string;
  version: number;
  actor_account: string | null;
  actor_role: string;
  /** Person whose absence the actor stands in for. */
  on_behalf_of: string | null;
  /** Office time; what is counted. */
  occurred_at: Timestamp;
  /** Real time. */
  recorded_at: Timestamp;
  action: string;
  request_key: string | null;
  payload: Json;
  /** SHA-256 over the digest of the predecessor in the stream and this event. */
  digest: Buffer;
}

/** What shows that work was done, as of its last revision. */
export interface EvidenceTable {
  agency_id: string;
  id: string;
  revision: number;
  kind: string;
  /** Issue date of the document or day of the event, apart from the day of upload. */
  evidence_date: CivilDate;
}

/** Each form in which evidence was handed in. */
export interface EvidenceRevisionTable {
  agency_id: string;
  evidence_id: string;
  no: number;
  kind: string;
  evidence_date: CivilDate;
  abstract: string;
  document_id: string | null;
  /** Number and symbol as they stood then: 375/KH-SGDĐT. */
  document_number: string | null;
  document_type: string | null;
  file_id: string | null;
  file_name: string | null;
  /** Of the file, in hexadecimal. */
  sha256: string | null;
  /** What of the house it comes from, where it was handed in by that: report. */
  origin_kind: string | null;
  /** Which one. */
  origin_id: string | null;
}

/** Each time that evidence was submitted for a milestone, and what became of it. */
export interface EvidenceUseTable {
  agency_id: string;
  task_id: string;
  milestone: number;
  position: number;
  evidence_id: string;
  revision: number;
  /** Whether the piece was handed in for something else. */
  borrowed: boolean;
  /** Part of the document in which this deliverable stands; null where the whole proves it. */
  section: string | null;
  /** submitted, confirmed, sent_back, reopened, superseded. */
  state: string;
  /** Why it was sent back, or its confirmation taken back. */
  reason: string | null;
  submitted_at: Timestamp;
}

/** A form that was issued; never changed. What it says is made again from the ledger and compared by its SHA-256. */
export interface FormIssueTable {
  agency_id: string;
  id: string;
  /** Whose dossier it is about; null for a tracking book. */
  dossier_id: string | null;
  /** Rule set and number of the form in it: tt01-2018/01. */
  form_code: string;
  /** receipt, supplement-request, refusal, apology, stop-notice, control-sheet, tracking-book. */
  kind: string;
  /** Its number as printed, with what stands behind it; null where it has none. */
  number: string | null;
  /** SHA-256 over all that it said. */
  content_sha256: Buffer;
  /** SHA-256 of the Word template, or of the rule set that lays out a PDF. */
  template_sha256: Buffer;
  /** SHA-256 of the file that was handed out; null where it was issued and not printed. */
  file_sha256: Buffer | null;
  file_type: string | null;
  /** The day of issue, as the form says it. */
  issued_on: CivilDate;
  issued_at: Timestamp;
  /** Account of who issued it; null where the server did. */
  issued_by: string | null;
}

/** A period of the handling report as it was closed; a correction is another version. */
export interface HandlingReportTable {
  agency_id: string;
  id: string;
  no: number;
  period_from: CivilDate;
  period_to: CivilDate;
  /** Code of the form whose columns it has, and by it the inclusion policy. */
  form: string;
  /** The cut-off: the end of the period's last day. */
  as_of: Timestamp;
  /** How many dossiers it counts. */
  dossiers: number;
  /** SHA-256 over the counted dossiers, each with how it came and how it was judged, in hexadecimal. */
  digest: string;
  /** Why it was counted anew; null for the first version. */
  reason: string | null;
}

/** What a closed period was counted from; its digest stands in the ledger. */
export interface HandlingReportDossierTable {
  agency_id: string;
  report_id: string;
  no: number;
  dossier_id: string;
  code: string | null;
  unit_id: string;
  procedure_id: string;
  field: string;
  /** online or direct: received in the period; carried: from before. */
  arrival: string;
  verdict: string;
  /** finished, withdrawn or stopped; null while it was in handling. */
  ending: string | null;
}

/** How an agency handles the dossiers of a procedure: steps, who does each, in how much time. Once published its steps never change: dossiers keep the version that they began with. */
export interface InternalProcessTable {
  /** The agency that works by it. */
  agency_id: string;
  id: string;
  /** The agency whose catalogue holds the procedure; often the one above. */
  keeper_id: string;
  procedure_id: string;
  /** Its code in the quality system. */
  iso_code: string | null;
  /** As the agency counts its versions. */
  version: string;
  state: string;
  /** Who approved it, as its decision says: a post, never a person. */
  approver: string | null;
  approved_on: CivilDate | null;
  valid_from: CivilDate | null;
  /** Last day, set by the next version; before valid_from where it never held a whole day. */
  valid_to: CivilDate | null;
  /** Its steps in their order, each with its branches. */
  steps: Json;
  /** Version of the row, not of the process. */
  seq: number;
}

/** A one-time code that signs an account in until its person has set a password; in real time. */
export interface InvitationTable {
  id: string;
  account_id: string;
  /** Invitations that were made together, and whose slips are printed together. */
  batch: string;
  made_by: string | null;
  /** SHA-256 of the code, which has 80 random bits; the code is stored nowhere. */
  digest: Buffer;
  made_at: Timestamp;
  expires_at: Timestamp;
  /** When it was used, or replaced by a newer one. */
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Who is responsible for reform in an agency, and who is its reform focal officer, by what document and for how long. */
export interface LeadershipTable {
  agency_id: string;
  leadership_id: string;
  no: number;
  leader_name: string;
  leader_position: string | null;
  /** Whether the head of the agency is responsible in person, not a deputy. */
  leader_is_head: boolean;
  officer_name: string | null;
  officer_position: string | null;
  document_number: string | null;
  document_date: CivilDate | null;
  file_id: string | null;
  file_name: string | null;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  recorded_at: Timestamp;
  recorded_by: string | null;
  /** When a later entry for the same days took its place; null while it stands. */
  superseded_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** A letter by e-mail that carries reminders to a person: written with them, sent by a job, in real time. */
export interface MailTable {
  agency_id: string;
  id: string;
  person_id: string;
  state: string;
  tries: number;
  next_try_at: Timestamp;
  made_at: Timestamp;
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** Where it was sent last. */
  address: string | null;
  /** Why it was not sent, or not yet: no-server, no-address, refused, unreachable. */
  failure: string | null;
  /** What the mail server said then. */
  answer: string | null;
}

/** Which of our items carried out an item of an adopted plan, from when to when, in office time. */
export interface MappingTable {
  agency_id: string;
  plan_id: string;
  position: number;
  item: string;
  /** The plan of ours, and in to_key the key of its item. */
  of_plan: string;
  to_key: string;
  /** Words of the adopted plan's item when it was mapped; to_words those of ours. */
  item_words: string;
  to_words: string;
  from_at: Timestamp;
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

export interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Timestamp;
}

/** The deadlines of a task. */
export interface MilestoneTable {
  agency_id: string;
  task_id: string;
  no: number;
  label: string | null;
  raw: string;
  kind: string | null;
  due_start: CivilDate | null;
  /** Last day that is still on time; null where only a later event can fix it. */
  due_end: CivilDate | null;
  boundary: CivilDate | null;
  /** The requirement's own last day, where it has one. */
  requirement_end: CivilDate | null;
  /** open, submitted, sent_back, confirmed, withdrawn. */
  state: string;
  evidence_id: string | null;
  /** Of the evidence that is submitted or confirmed. */
  evidence_date: CivilDate | null;
}

/** What held of each milestone from when to when, in office time: answers questions as of a past instant. */
export interface MilestonePeriodTable {
  agency_id: string;
  task_id: string;
  milestone: number;
  position: number;
  plan_id: string;
  state: string;
  from_at: Timestamp;
  /** Null while it holds. */
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  due_end: CivilDate | null;
  requirement_end: CivilDate | null;
  evidence_date: CivilDate | null;
  lead_units: string[];
  /** The same as it stood then. */
  expected_on: CivilDate | null;
  /** task or duty, as the task's own. */
  kind: string;
}

/** The office hours of an agency from a day on, by weekday and season. Where it has none, those of the rules of the product hold. */
export interface OfficeHoursTable {
  agency_id: string;
  id: string;
  valid_from: CivilDate;
  legal_basis: string;
  /** From which day of each year the hours hold: 04-16; where there is no other season they hold all year. */
  season: string;
  /** By weekday, as they are shown: "Thứ Hai – Thứ Sáu: 08:00–12:00, 13:00–17:00", one line for days with the same hours. */
  hours: string;
  other_season: string | null;
  other_hours: string | null;
  /** Hours in which the desk only receives people, written alike; no deadline runs on them. */
  reception: string | null;
  /** Not yet compared with the agency's own rules. */
  provisional: boolean;
  /** Version of the row. */
  seq: number;
}

/** The days that depart from the office week, whole for each version of the calendar; the highest is in force. Version 1 is what came with the product. */
export interface OfficialDayTable {
  version: number;
  date: CivilDate;
  kind: string;
  name: string;
  legal_basis: string;
  announced_on: CivilDate | null;
  /** Not yet announced, or not yet compared with the announcement. */
  provisional: boolean;
  /** The notice by whose approval the version came; null in version 1. */
  notice: string | null;
}

/** What held of each item of an adopted plan from when to when, in office time. */
export interface ParentItemTable {
  agency_id: string;
  plan_id: string;
  position: number;
  /** Key of the item in the adopted plan. */
  item: string;
  item_text: string;
  text_fold: string;
  /** lead, support, not_ours; null until a drafter has said so. */
  given: string | null;
  reason: string | null;
  /** The last day that the adopted plan sets for it. */
  due_end: CivilDate | null;
  from_at: Timestamp;
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** A person or organisation that dossiers concern; holds nothing personal itself. */
export interface PartyTable {
  agency_id: string;
  id: string;
  kind: string;
  /** Its newest version. */
  version: number;
  /** The agency of this house that it is: an affiliated school. */
  agency_of: string | null;
  /** The party that it turned out to be as well; dossiers go on naming this one. */
  merged_into: string | null;
  /** When what its versions held was erased; digests stay. */
  erased_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Two parties that look alike and are not the same, as somebody found. */
export interface PartyApartTable {
  agency_id: string;
  party_id: string;
  other_id: string;
  account: string | null;
  recorded_at: Timestamp;
}

/** Who erased the content of which party, why and on what legal basis. Append-only. */
export interface PartyErasureTable {
  agency_id: string;
  id: string;
  party_id: string;
  reason: string;
  legal_basis: string;
  account: string | null;
  office_time: Timestamp;
  recorded_at: Timestamp;
}

/** What a party was known by from one version to the next. Append-only, but that its content may be erased. */
export interface PartyVersionTable {
  agency_id: string;
  party_id: string;
  version: number;
  name: string | null;
  /** Without accents and signs, in lower case: what it is searched by. */
  name_fold: string | null;
  /** Of the citizen identity card (12 digits), the older identity card (9) or the passport. */
  identity_number: string | null;
  date_of_birth: CivilDate | null;
  tax_code: string | null;
  /** Of the decision by which an organisation was established. */
  decision_number: string | null;
  decision_fold: string | null;
  /** Digits from 0 on, or from + for other countries. */
  telephone: string | null;
  email: string | null;
  address: string | null;
  representative_name: string | null;
  representative_position: string | null;
  /** Hashed with the content, and erased with it: afterwards nobody can try out who it was. */
  salt: Buffer | null;
  /** SHA-256 of salt and content, which ledgers name; stays when the content is erased. */
  digest: Buffer;
  /** Who recorded it. */
  account: string | null;
  recorded_at: Timestamp;
  erased_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Somebody who works in an agency. */
export interface PersonTable {
  agency_id: string;
  id: string;
  name: string;
  name_fold: string;
  /** Job title as documents print it: Chuyên viên Văn phòng. */
  position: string;
  email: string | null;
  telephone: string | null;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  seq: number;
}

/** A plan from its upload to its versions in force. */
export interface PlanTable {
  agency_id: string;
  id: string;
  seq: number;
  /** uploaded, unreadable, draft, circulating, abandoned, issued, adopted, amending. */
  state: string;
  title: string | null;
  title_fold: string | null;
  number: string | null;
  type: string | null;
  issue_date: CivilDate | null;
  plan_year: number | null;
  /** Version in force; 0 before the plan is issued. */
  version: number;
  file_id: string;
  /** File that waits for the reader: the plan's own, or that of an amending plan; null where none does. */
  unread_file: string | null;
  file_name: string;
  /** SHA-256 of what the reader took from the file, in the file store. */
  reading: string | null;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
  issued_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** Whether it is a plan of a higher agency that ours carry out: no tasks are opened from it. */
  adopted: boolean;
  /** The adopted plan that this one carries out. */
  parent_id: string | null;
  /** Head and foot of the version in force: number, date, issuer, signer, recipients; null before the plan is issued. */
  document: ColumnType<JsonValue | null, string | null, string | null>;
}

/** Reform areas of an issued plan, in the order of its part III. */
export interface PlanAreaTable {
  agency_id: string;
  plan_id: string;
  position: number;
  /** As the plan's commitments name it: 3. */
  label: string;
  /** Its heading, which task.area repeats. */
  area: string;
  /** Division that answers for it; null where nobody has been named. */
  unit_id: string | null;
}

/** What divisions said of a plan that circulated before it was signed. */
export interface PlanCommentTable {
  agency_id: string;
  plan_id: string;
  number: number;
  unit_id: string | null;
  account_id: string | null;
  item: string | null;
  comment_text: string;
  made_at: Timestamp;
  /** Whether the drafters took it into account; null until they answer. */
  taken: boolean | null;
  answer: string | null;
  answered_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** By when a plan wants plans of its recipients, as its own duties say. */
export interface PlanDueTable {
  agency_id: string;
  plan_id: string;
  recipients: string;
  due_end: CivilDate;
  /** The words that set the day. */
  due_text: string;
}

/** Targets, commitments, duties, reporting dates and tasks of an issued plan, as corrected. */
export interface PlanItemTable {
  agency_id: string;
  plan_id: string;
  /** target, commitment, duty, reporting, task. */
  kind: string;
  key: string;
  position: number;
  area: string | null;
  unit_id: string | null;
  item_text: string;
  version_from: number;
  /** Last version that holds it; null while it stands. */
  version_to: number | null;
  content: Json;
  /** Of a target: id of the measure that says how it stands; null where there is none. */
  measure: string | null;
  /** Of a target without measure: why there is none. */
  unmeasured: string | null;
}

/** To whom an issued plan went by its "Nơi nhận", who acknowledged it, and whom they named. */
export interface PlanRecipientTable {
  agency_id: string;
  plan_id: string;
  key: string;
  /** The line of "Nơi nhận" that it comes from. */
  written: string;
  recipient_agency: string | null;
  recipient_unit: string | null;
  sent_at: Timestamp;
  acknowledged_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  responsible_person: string | null;
  responsible_name: string | null;
}

/** A role that a person holds, in the whole agency or in one unit, from a day to a day. */
export interface PostTable {
  agency_id: string;
  id: string;
  person_id: string;
  role: string;
  unit_id: string | null;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
}

/** An administrative procedure of the catalogue that an agency keeps; what it says stands in its versions. */
export interface ProcedureTable {
  agency_id: string;
  id: string;
  /** As its decision writes it: 3.000181.000.00.00.H22. */
  code: string | null;
  /** National part of the code, 3.000181: what other systems match on. One code may stand at two tiers. */
  national_code: string | null;
  /** As its newest version names it; likewise field and tier. */
  name: string;
  /** Code, name and field, folded. */
  search_fold: string;
  field_code: string | null;
  field_name: string;
  tier: string;
  /** The division that answers for it. */
  owner_unit_id: string | null;
  /** draft: no version was announced yet. What is in force on a day follows from the versions. */
  state: string;
  /** First day on which it no longer holds. */
  abolished_from: CivilDate | null;
  abolition_number: string | null;
  abolition_date: CivilDate | null;
  /** Last day on which its abolition is made public in time. */
  abolition_public_by: CivilDate | null;
  /** The procedure that replaced it. */
  successor_id: string | null;
  /** Version of the row, not of the procedure. */
  seq: number;
  /** Office time at which the abolition was entered; for figures as of a past day. */
  abolished_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Where an agency makes a procedure public, and whether its desk there takes dossiers of it. */
export interface ProcedurePlaceTable {
  agency_id: string;
  id: string;
  /** The agency whose catalogue holds the procedure; usually the one above. */
  keeper_id: string;
  procedure_id: string;
  /** desk: posted at the one-stop desk; portal: on a web site; board: on the notice board of a school. */
  kind: string;
  handles: boolean;
  /** Where exactly: an address of a page, a room. */
  place_text: string | null;
  /** Day on which somebody last looked whether it hangs there and is current. */
  checked_on: CivilDate | null;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  seq: number;
  /** Last day on which what held when the place began is made public there in time. */
  public_by: CivilDate | null;
}

/** What a procedure says from a day on. Once announced its words never change: dossiers keep the version that they began with. */
export interface ProcedureVersionTable {
  agency_id: string;
  id: string;
  procedure_id: string;
  no: number;
  /** False while it is prepared; at most one of a procedure is. */
  announced: boolean;
  /** new, amended, reclassified (another online level) or corrected (a mistake in the version before). */
  change: string;
  valid_from: CivilDate | null;
  /** Last day, set by the next version or the abolition; before valid_from where it never held a whole day. */
  valid_to: CivilDate | null;
  decision_number: string | null;
  decision_date: CivilDate | null;
  /** Last day on which it is made public in time. */
  public_by: CivilDate | null;
  /** The fields of a procedure record of the national catalogue. */
  procedure_text: Json;
  /** Office time at which the announcement was entered; for figures as of a past day. */
  announced_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  seq: number;
}

/** That a version of a procedure, or its abolition, was made public at a place on a day. */
export interface PublicationTable {
  agency_id: string;
  id: string;
  place_id: string;
  keeper_id: string;
  procedure_id: string;
  /** Null for the abolition. */
  version_id: string | null;
  published_on: CivilDate;
  /** Office time; likewise superseded_at. */
  recorded_at: Timestamp;
  recorded_by: string | null;
  /** When another day was entered in its place; null while it stands. */
  superseded_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** What somebody was reminded of, once for each thing and day: the inbox. */
export interface ReminderTable {
  agency_id: string;
  id: string;
  person_id: string;
  /** Source: milestone, chase, … */
  kind: string;
  /** Name of the thing within its source. */
  thing: string;
  /** Office day for which the reminder was due; one that came late has the day that it missed. */
  day: CivilDate;
  title: string;
  title_fold: string;
  href: string;
  last_day: CivilDate | null;
  /** What somebody wrote: the letter of a chase. */
  letter: string | null;
  /** Office time, as read_at is. */
  sent_at: Timestamp;
  read_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  mail_id: string | null;
  /** Since when it reminds of nothing: a later reminder of the same thing came, it was done, or it is no longer theirs. Office time. */
  past_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** A report of a unit, a part on an area, or the report of the department, for one report period of a plan. */
export interface ReportTable {
  agency_id: string;
  id: string;
  plan_id: string;
  /** Code of the report period: q1 … q4, m6, m9, year. */
  period: string;
  /** Order of the periods of a year. */
  position: number;
  kind: string;
  /** The unit that drafts it. */
  unit_id: string;
  /** Of a part on an area: its name in the plan. */
  area: string | null;
  state: string;
  seq: number;
  /** Instant as of which its figures stand; null while they move with the records. */
  as_of: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** SHA-256 over what its figures were counted from, in hexadecimal. */
  digest: string | null;
  /** Day on which it was first submitted. */
  submitted_on: CivilDate | null;
  signed_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** Entered by the records clerk, who takes it from the register. */
  number: string | null;
  symbol: string | null;
  issue_date: CivilDate | null;
  /** Numbers run within a year, an agency and a symbol. */
  number_year: number | null;
  sent_on: CivilDate | null;
  received_on: CivilDate | null;
  /** Whether anybody has written in it; false where it was only asked for. */
  begun: boolean;
  chased: number;
  last_chased: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** The unit's answer to the last chase that it answered. */
  chase_answer: string | null;
}

/** A difficulty or a proposal that a report raises, followed to its answer. */
export interface ReportConcernTable {
  agency_id: string;
  report_id: string;
  number: number;
  plan_id: string;
  kind: string;
  unit_id: string;
  /** Who answers; null for the Office. */
  to_unit: string | null;
  concern_text: string;
  concern_fold: string;
  /** When the report was submitted with it; null before. */
  raised_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  answer: string | null;
  answered_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** Account of who answered. */
  answered_by: string | null;
}

/** What the frozen figures of a report were counted from. */
export interface ReportTaskTable {
  agency_id: string;
  report_id: string;
  task_id: string;
  /** on_time, done_late, late, not_due: of the whole task, as of the report's instant. */
  verdict: string;
  /** Whether some of it is late by the requirement's own date. */
  by_requirement: boolean;
  waiting: boolean;
  expected_on: CivilDate | null;
  /** How many of its milestones had evidence. */
  evidence: number;
  /** That evidence by number or in words, as it stood then. */
  documents: string | null;
}

/** One-time keys of forms and API calls, so that what is sent twice is done once. */
export interface RequestTable {
  actor: string;
  key: string;
  action: string;
  result: Json;
  recorded_at: Timestamp;
  /** SHA-256 of the input without its secret fields, by which the same key with another input is told; null before there were digests. */
  digest: Buffer | null;
}

/** Every state that a catalogue row has had. Append-only. */
export interface RowVersionTable {
  agency_id: string;
  table_name: string;
  row_id: string;
  seq: number;
  row_value: Json;
  account: string | null;
  recorded_at: Timestamp;
}

/** A batch of events and audit rows, sealed after they were committed. Append-only; of the whole installation. */
export interface SealTable {
  number: number;
  /** Real time. */
  sealed_at: Timestamp;
  row_count: number;
  /** For each row its table, agency, id and SHA-256, packed, in the order of agency and id. */
  leaves: Buffer;
  /** SHA-256 over the digest of the seal before, this number and time, and the leaves. */
  digest: Buffer;
}

/** Signed-in browsers, in real time; the cookie holds the token, the row its SHA-256. */
export interface SessionTable {
  token_digest: Buffer;
  account_id: string;
  created_at: Timestamp;
  seen_at: Timestamp;
  expires_at: Timestamp;
  address: string | null;
  agent: string | null;
}

/** What this installation is: demo or real, its clock, its secrets, its root agency. */
export interface SettingTable {
  key: string;
  value: Json;
}

/** What an agency lets another one see: kind '*' without a thing is all of it (a parent reads its children). */
export interface ShareTable {
  agency_id: string;
  kind: string;
  thing: string | null;
  to_agency: string;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
}

/** Failed sign-ins, in real time, for the throttle. */
export interface SignInFailureTable {
  id: string;
  login: string;
  address: string;
  recorded_at: Timestamp;
}

/** An uploaded file; its bytes stand in the file store under their SHA-256. */
export interface StoredFileTable {
  agency_id: string;
  id: string;
  sha256: string;
  /** As the person's computer named it. */
  name: string;
  format: string;
  size: number;
  uploaded_by: string | null;
  recorded_at: Timestamp;
  /** When the bytes and the name were taken out because they must not be kept. */
  removed_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Head of each ledger: its last seq and the digest of its last event. Locking it serialises writers. */
export interface StreamTable {
  agency_id: string;
  id: string;
  /** Ledger: plan, task, … */
  kind: string;
  seq: number;
  digest: Buffer;
}

/** What a recipient of a plan makes of it: a plan of its own, or a section in its division's plan. */
export interface SubplanTable {
  agency_id: string;
  id: string;
  plan_id: string;
  /** Key of the recipient's line. */
  recipient: string;
  unit_id: string | null;
  /** own: of the agency or division itself; district: of its district's whole education sector. */
  kind: string;
  /** none, draft, submitted, sent_back, confirmed. */
  state: string;
  source: string | null;
  number: string | null;
  issue_date: CivilDate | null;
  file_id: string | null;
  file_name: string | null;
  /** Day on which it was first submitted. */
  sent_on: CivilDate | null;
}

/** A chase for a subplan that is not there yet, and what the recipient answered. */
export interface SubplanChaseTable {
  agency_id: string;
  subplan_id: string;
  chase_id: string;
  plan_id: string;
  recipient: string;
  chase_text: string;
  sent_at: Timestamp;
  /** Account of the author. */
  sent_by: string | null;
  answer: string | null;
  answered_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** From when to when each state of a subplan held, for figures as of a past day. */
export interface SubplanPeriodTable {
  agency_id: string;
  subplan_id: string;
  position: number;
  plan_id: string;
  recipient: string;
  kind: string;
  state: string;
  issue_date: CivilDate | null;
  sent_on: CivilDate | null;
  from_at: Timestamp;
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** Who judged, when, whether a procedure suits an online level. Append-only: a later judgement takes the place of an earlier one. */
export interface SuitabilityTable {
  agency_id: string;
  id: string;
  procedure_id: string;
  online_level: string;
  suitable: boolean;
  reason: string | null;
  /** As the minutes say it: a working group, a division. */
  assessed_by: string;
  assessed_on: CivilDate;
  recorded_at: Timestamp;
  recorded_by: string | null;
}

/** A task of an issued plan, or a duty that it gives to a unit and that is followed like one. */
export interface TaskTable {
  agency_id: string;
  id: string;
  plan_id: string;
  plan_version: number;
  /** Its name within the plan, the same in every version. */
  key: string;
  no: string;
  position: number;
  area: string | null;
  title: string;
  title_fold: string;
  requirement: string | null;
  deliverable: string | null;
  /** not_started, assigned, started, submitted, sent_back, confirmed, withdrawn. */
  state: string;
  /** Earliest last day among milestones without evidence that counts; whether it is late is asked as of a day. */
  next_end: CivilDate | null;
  /** Whether evidence of a milestone waits for confirmation. */
  waiting: boolean;
  /** Day on which whoever works on the task expects to be done; declared, never computed. */
  expected_on: CivilDate | null;
  /** task: of the plan's appendix; duty: of its part on who does what. Counted apart. */
  kind: string;
  /** Of a duty: once, each_period, half_yearly, yearly, continuous. */
  rhythm: string | null;
}

/** A task in a chase sent to one of its lead units, and what the unit answered for it. */
export interface TaskChaseTable {
  agency_id: string;
  task_id: string;
  /** One for all tasks that the same chase names. */
  chase_id: string;
  unit_id: string;
  chase_text: string;
  sent_at: Timestamp;
  /** Account of the author. */
  sent_by: string | null;
  answer: string | null;
  answered_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
}

/** What held of each task from when to when, in office time: answers questions as of a past instant. */
export interface TaskPeriodTable {
  agency_id: string;
  task_id: string;
  plan_id: string;
  from_at: Timestamp;
  position: number;
  withdrawn: boolean;
  /** Whether every milestone is. */
  confirmed: boolean;
  /** Whether a milestone waits to be confirmed. */
  waiting: boolean;
  /** Null while it holds. */
  to_at: ColumnType<Temporal.Instant | null, Temporal.Instant | string | null, Temporal.Instant | string | null>;
  /** First last day of a milestone without evidence. */
  next_end: CivilDate | null;
  expected_on: CivilDate | null;
  /** task or duty, as the task's own. */
  kind: string;
  lead_units: string[];
}

/** Lead and supporting units of a task. */
export interface TaskUnitTable {
  agency_id: string;
  task_id: string;
  role: string;
  position: number;
  unit_id: string;
  /** Who holds the task in this lead unit. */
  person_id: string | null;
}

/** A Word template that the agency uploaded, for documents or for a form; where none is in force, that of the product is used. */
export interface TemplateTable {
  agency_id: string;
  id: string;
  /** What it is for: code of the rule set of documents, nd30-2020, or of a form, tt01-2018/01. */
  rules: string;
  file_id: string;
  /** Whether it was found without mistakes by which it could not be filled. */
  fillable: boolean;
  in_force: boolean;
  /** Version of the row. */
  seq: number;
}

/** A part of an agency: division, office, desk. */
export interface UnitTable {
  agency_id: string;
  id: string;
  code: string;
  name: string;
  name_fold: string;
  /** office: the unit that stands for the steering committee (Văn phòng). */
  kind: string;
  parent_id: string | null;
  position: number;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
  seq: number;
  /** It chases the schools and centres below, beside the Office, which chases all (political affairs in Plan 375, IV.3.8); null where nobody has said so. */
  chases_schools: boolean | null;
}

/** How plans write a unit's name ("Văn phòng (CNTT)"), remembered from the last confirmation. */
export interface UnitNameTable {
  agency_id: string;
  written_fold: string;
  written: string;
  unit_id: string;
}

/** Events and audit rows that no seal holds yet, queued by the transaction that wrote them. */
export interface UnsealedTable {
  agency_id: string;
  /** Table of the row. */
  kind: string;
  id: string;
}

export interface DB {
  absence: AbsenceTable;
  access_token: AccessTokenTable;
  account: AccountTable;
  agency: AgencyTable;
  announcement: AnnouncementTable;
  announcement_row: AnnouncementRowTable;
  announcement_source: AnnouncementSourceTable;
  audit_trail: AuditTrailTable;
  basis_change: BasisChangeTable;
  basis_check: BasisCheckTable;
  calendar_notice: CalendarNoticeTable;
  commitment_task: CommitmentTaskTable;
  counter_day: CounterDayTable;
  counter_delta: CounterDeltaTable;
  demo_account: DemoAccountTable;
  desk: DeskTable;
  document: DocumentTable;
  dossier: DossierTable;
  dossier_code: DossierCodeTable;
  dossier_counter: DossierCounterTable;
  dossier_opinion: DossierOpinionTable;
  dossier_period: DossierPeriodTable;
  event: EventTable;
  evidence: EvidenceTable;
  evidence_revision: EvidenceRevisionTable;
  evidence_use: EvidenceUseTable;
  form_issue: FormIssueTable;
  handling_report: HandlingReportTable;
  handling_report_dossier: HandlingReportDossierTable;
  internal_process: InternalProcessTable;
  invitation: InvitationTable;
  leadership: LeadershipTable;
  mail: MailTable;
  mapping: MappingTable;
  migration: MigrationTable;
  milestone: MilestoneTable;
  milestone_period: MilestonePeriodTable;
  office_hours: OfficeHoursTable;
  official_day: OfficialDayTable;
  parent_item: ParentItemTable;
  party: PartyTable;
  party_apart: PartyApartTable;
  party_erasure: PartyErasureTable;
  party_version: PartyVersionTable;
  person: PersonTable;
  plan: PlanTable;
  plan_area: PlanAreaTable;
  plan_comment: PlanCommentTable;
  plan_due: PlanDueTable;
  plan_item: PlanItemTable;
  plan_recipient: PlanRecipientTable;
  post: PostTable;
  procedure: ProcedureTable;
  procedure_place: ProcedurePlaceTable;
  procedure_version: ProcedureVersionTable;
  publication: PublicationTable;
  reminder: ReminderTable;
  report: ReportTable;
  report_concern: ReportConcernTable;
  report_task: ReportTaskTable;
  request: RequestTable;
  row_version: RowVersionTable;
  seal: SealTable;
  session: SessionTable;
  setting: SettingTable;
  share: ShareTable;
  sign_in_failure: SignInFailureTable;
  stored_file: StoredFileTable;
  stream: StreamTable;
  subplan: SubplanTable;
  subplan_chase: SubplanChaseTable;
  subplan_period: SubplanPeriodTable;
  suitability: SuitabilityTable;
  task: TaskTable;
  task_chase: TaskChaseTable;
  task_period: TaskPeriodTable;
  task_unit: TaskUnitTable;
  template: TemplateTable;
  unit: UnitTable;
  unit_name: UnitNameTable;
  unsealed: UnsealedTable;
}
