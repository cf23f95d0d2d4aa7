-- Decisions that announce procedures, and lists of them, as they are read, reviewed and entered in the catalogue.

CREATE TABLE announcement (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('decision', 'sheet', 'catalogue')),
  state text NOT NULL CHECK (state IN ('unreadable', 'review', 'announced', 'abandoned')),
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  uploaded_by uuid,
  uploaded_at timestamptz NOT NULL,
  problem jsonb,
  decision_number text,
  decision_date date,
  effective date,
  title text,
  remarks jsonb NOT NULL,
  note text,
  announced_at timestamptz,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  CHECK ((state = 'unreadable') = (problem IS NOT NULL))
);
CREATE INDEX announcement_sha256 ON announcement (agency_id, sha256);
COMMENT ON TABLE announcement IS 'A file from which procedures are entered in the catalogue: the decision that announces them, a list, or records of the national catalogue.';
COMMENT ON COLUMN announcement.sha256 IS 'Of the file: the same one sent again is recognised.';
COMMENT ON COLUMN announcement.problem IS 'Why it cannot be read: a code and its parameters.';
COMMENT ON COLUMN announcement.effective IS 'From when on what it announces holds, as it says itself.';
COMMENT ON COLUMN announcement.remarks IS 'What is doubtful in the whole: another number of rows than it declares.';
COMMENT ON COLUMN announcement.note IS 'The answer to these remarks.';

CREATE TABLE announcement_source (
  agency_id uuid NOT NULL,
  announcement_id uuid NOT NULL,
  source_text text NOT NULL,
  PRIMARY KEY (agency_id, announcement_id),
  FOREIGN KEY (agency_id, announcement_id) REFERENCES announcement (agency_id, id)
);
COMMENT ON TABLE announcement_source IS 'The text that a decision was read from; rows point into it.';

CREATE TABLE announcement_row (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  announcement_id uuid NOT NULL,
  no integer NOT NULL,
  as_read jsonb NOT NULL,
  correction jsonb,
  treatment text NOT NULL CHECK (treatment IN ('enter', 'version', 'same', 'skip')),
  target_id uuid,
  answer text,
  entered jsonb,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, announcement_id, no),
  FOREIGN KEY (agency_id, announcement_id) REFERENCES announcement (agency_id, id),
  FOREIGN KEY (agency_id, target_id) REFERENCES procedure (agency_id, id)
);
COMMENT ON TABLE announcement_row IS 'A procedure as it was read from an announcement, with what its reviewer made of it.';
COMMENT ON COLUMN announcement_row.no IS 'Its place in the file, from 1.';
COMMENT ON COLUMN announcement_row.correction IS 'What was corrected; fields that are left out stand as read.';
COMMENT ON COLUMN announcement_row.treatment IS 'enter: as the catalogue asks, a new procedure or another version; version: another version though it says the same; same: it is what the catalogue holds; skip: not taken.';
COMMENT ON COLUMN announcement_row.target_id IS 'The procedure of the catalogue that it is, where no code tells.';
COMMENT ON COLUMN announcement_row.answer IS 'Why its remarks are accepted.';
COMMENT ON COLUMN announcement_row.entered IS 'What came of it, by tier: done and procedure.';

SELECT protect(ARRAY['announcement', 'announcement_source', 'announcement_row']);
GRANT SELECT, INSERT, UPDATE ON announcement, announcement_row TO minhchung_app;
GRANT SELECT, INSERT ON announcement_source TO minhchung_app;
