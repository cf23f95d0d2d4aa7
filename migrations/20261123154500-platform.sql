-- What every slice stands on: ledger, audit trail, one-time requests, sharing, versions, counters, files.

CREATE COLLATION vietnamese (provider = icu, locale = 'vi', deterministic = true);

CREATE FUNCTION visible_agencies() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('minhchung.agencies', true), ''), ',')::uuid[];
COMMENT ON FUNCTION visible_agencies() IS 'Agencies that the scope of this transaction may see; empty without a scope.';

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL
);
COMMENT ON TABLE setting IS 'What this installation is: demo or real, its clock, its secrets, its root agency.';

CREATE TABLE stream (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  digest bytea NOT NULL,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE stream IS 'Head of each ledger: its last seq and the digest of its last event. Locking it serialises writers.';
COMMENT ON COLUMN stream.kind IS 'Ledger: plan, task, …';

CREATE TABLE event (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  stream uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  type text NOT NULL,
  version smallint NOT NULL,
  actor_account uuid,
  actor_role text NOT NULL,
  on_behalf_of uuid,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  action text NOT NULL,
  request_key text,
  payload jsonb NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, stream, seq),
  FOREIGN KEY (agency_id, stream) REFERENCES stream (agency_id, id)
);
COMMENT ON TABLE event IS 'The truth: append-only. The application role has neither UPDATE nor DELETE here.';
COMMENT ON COLUMN event.occurred_at IS 'Office time; what is counted.';
COMMENT ON COLUMN event.recorded_at IS 'Real time.';
COMMENT ON COLUMN event.on_behalf_of IS 'Person whose absence the actor stands in for.';
COMMENT ON COLUMN event.digest IS 'SHA-256 over the digest of the predecessor in the stream and this event.';

CREATE TABLE request (
  actor uuid NOT NULL,
  key text NOT NULL,
  action text NOT NULL,
  result jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
COMMENT ON TABLE request IS 'One-time keys of forms and API calls, so that what is sent twice is done once.';

CREATE TABLE audit_trail (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  office_time timestamptz NOT NULL,
  account uuid,
  role text,
  on_behalf_of uuid,
  action text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
  subject uuid,
  refusal jsonb,
  request_key text,
  address text,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE audit_trail IS 'Who did, or was refused, which action, from where. Append-only.';
COMMENT ON COLUMN audit_trail.refusal IS 'Code and parameters of the refusal, without what was typed.';

CREATE TABLE share (
  agency_id uuid NOT NULL,
  kind text NOT NULL,
  thing uuid,
  to_agency uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  UNIQUE NULLS NOT DISTINCT (agency_id, kind, thing, to_agency)
);
CREATE INDEX share_to ON share (to_agency, kind);
COMMENT ON TABLE share IS 'What an agency lets another one see: kind ''*'' without a thing is all of it (a parent reads its children).';

CREATE TABLE row_version (
  agency_id uuid NOT NULL,
  table_name text NOT NULL,
  row_id uuid NOT NULL,
  seq integer NOT NULL,
  row_value jsonb NOT NULL,
  account uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, table_name, row_id, seq)
);
COMMENT ON TABLE row_version IS 'Every state that a catalogue row has had. Append-only.';

CREATE TABLE counter_delta (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  counter text NOT NULL,
  bucket text NOT NULL,
  day date NOT NULL,
  amount integer NOT NULL,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX counter_delta_open ON counter_delta (agency_id, counter, bucket, day);
CREATE TABLE counter_day (
  agency_id uuid NOT NULL,
  counter text NOT NULL,
  bucket text NOT NULL,
  day date NOT NULL,
  amount integer NOT NULL,
  PRIMARY KEY (agency_id, counter, bucket, day)
);
COMMENT ON TABLE counter_delta IS 'Open ±n rows of counters, inserted by the transaction that changes a state.';
COMMENT ON TABLE counter_day IS 'Closed days of counters; a figure is these sums plus the open deltas.';

CREATE TABLE stored_file (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  size bigint NOT NULL,
  uploaded_by uuid,
  recorded_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX stored_file_sha256 ON stored_file (sha256);
COMMENT ON TABLE stored_file IS 'An uploaded file; its bytes stand in the file store under their SHA-256.';
COMMENT ON COLUMN stored_file.name IS 'As the person''s computer named it.';
COMMENT ON COLUMN stored_file.removed_at IS 'When the bytes and the name were taken out because they must not be kept.';

CREATE FUNCTION protect(tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY by_agency ON %I USING (agency_id = ANY ((SELECT visible_agencies())::uuid[]))', t);
  END LOOP;
END $$;
COMMENT ON FUNCTION protect(text[]) IS 'Forces row-level security by agency_id on tables; each migration calls it for the tables that it makes.';

SELECT protect(ARRAY['stream', 'event', 'audit_trail', 'row_version', 'counter_delta', 'counter_day', 'stored_file']);

GRANT SELECT, INSERT, UPDATE ON setting, stream, request, stored_file TO minhchung_app;
GRANT SELECT, INSERT ON event, audit_trail, row_version TO minhchung_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON counter_delta, counter_day, share TO minhchung_app;
