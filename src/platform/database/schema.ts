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

export interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Timestamp;
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

/** One-time keys of forms and API calls, so that what is sent twice is done once. */
export interface RequestTable {
  actor: string;
  key: string;
  action: string;
  result: Json;
  recorded_at: Timestamp;
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
}

/** How plans write a unit's name ("Văn phòng (CNTT)"), remembered from the last confirmation. */
export interface UnitNameTable {
  agency_id: string;
  written_fold: string;
  written: string;
  unit_id: string;
}

export interface DB {
  absence: AbsenceTable;
  account: AccountTable;
  agency: AgencyTable;
  audit_trail: AuditTrailTable;
  counter_day: CounterDayTable;
  counter_delta: CounterDeltaTable;
  demo_account: DemoAccountTable;
  event: EventTable;
  migration: MigrationTable;
  person: PersonTable;
  post: PostTable;
  request: RequestTable;
  row_version: RowVersionTable;
  session: SessionTable;
  setting: SettingTable;
  share: ShareTable;
  sign_in_failure: SignInFailureTable;
  stored_file: StoredFileTable;
  stream: StreamTable;
  unit: UnitTable;
  unit_name: UnitNameTable;
}
