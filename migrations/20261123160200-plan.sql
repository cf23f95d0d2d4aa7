-- Plans: the ledger's current rows.

CREATE TABLE plan (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  seq integer NOT NULL,
  state text NOT NULL,
  title text,
  title_fold text,
  number text,
  type text,
  issue_date date,
  plan_year integer,
  version integer NOT NULL,
  file_id uuid NOT NULL,
  unread_file uuid,
  file_name text NOT NULL,
  reading text,
  uploaded_by uuid,
  uploaded_at timestamptz NOT NULL,
  issued_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
CREATE INDEX plan_unread ON plan (agency_id, id) WHERE unread_file IS NOT NULL;
COMMENT ON TABLE plan IS 'A plan from its upload to its versions in force.';
COMMENT ON COLUMN plan.state IS 'uploaded, unreadable, draft, circulating, issued, amending.';
COMMENT ON COLUMN plan.unread_file IS 'File that waits for the reader: the plan''s own, or that of an amending plan; null where none does.';
COMMENT ON COLUMN plan.reading IS 'SHA-256 of what the reader took from the file, in the file store.';
COMMENT ON COLUMN plan.version IS 'Version in force; 0 before the plan is issued.';

CREATE TABLE plan_item (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  position integer NOT NULL,
  area text,
  unit_id uuid,
  item_text text NOT NULL,
  version_from integer NOT NULL,
  version_to integer,
  content jsonb NOT NULL,
  PRIMARY KEY (agency_id, plan_id, kind, key)
);
COMMENT ON TABLE plan_item IS 'Targets, commitments, duties, reporting dates and tasks of an issued plan, as corrected.';
COMMENT ON COLUMN plan_item.kind IS 'target, commitment, duty, reporting, task.';
COMMENT ON COLUMN plan_item.version_to IS 'Last version that holds it; null while it stands.';

CREATE TABLE plan_comment (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  number integer NOT NULL,
  unit_id uuid,
  account_id uuid,
  item text,
  comment_text text NOT NULL,
  made_at timestamptz NOT NULL,
  taken boolean,
  answer text,
  answered_at timestamptz,
  PRIMARY KEY (agency_id, plan_id, number)
);
COMMENT ON TABLE plan_comment IS 'What divisions said of a plan that circulated before it was signed.';
COMMENT ON COLUMN plan_comment.taken IS 'Whether the drafters took it into account; null until they answer.';

CREATE TABLE plan_recipient (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  key text NOT NULL,
  written text NOT NULL,
  recipient_agency uuid,
  recipient_unit uuid,
  sent_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  responsible_person uuid,
  responsible_name text,
  PRIMARY KEY (agency_id, plan_id, key)
);
CREATE INDEX plan_recipient_agency ON plan_recipient (recipient_agency, plan_id);
COMMENT ON TABLE plan_recipient IS 'To whom an issued plan went by its "Nơi nhận", who acknowledged it, and whom they named.';
COMMENT ON COLUMN plan_recipient.written IS 'The line of "Nơi nhận" that it comes from.';

SELECT protect(ARRAY['plan', 'plan_item', 'plan_comment', 'plan_recipient']);
CREATE POLICY by_share ON plan FOR SELECT USING (
  id IN (SELECT thing FROM share WHERE kind = 'plan' AND to_agency = ANY ((SELECT visible_agencies())::uuid[])));
CREATE POLICY by_share ON plan_item FOR SELECT USING (
  plan_id IN (SELECT thing FROM share WHERE kind = 'plan' AND to_agency = ANY ((SELECT visible_agencies())::uuid[])));
CREATE POLICY by_share ON plan_recipient FOR SELECT USING (
  recipient_agency = ANY ((SELECT visible_agencies())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan, plan_item, plan_comment, plan_recipient TO minhchung_app;
