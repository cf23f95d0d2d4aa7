-- Agencies and their units: a directory of public bodies, seen by everyone who may sign in.

CREATE TABLE agency (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  name_fold text NOT NULL,
  short_name text NOT NULL,
  symbol text NOT NULL,
  place text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('department', 'district_office', 'school', 'centre', 'other')),
  tier text NOT NULL CHECK (tier IN ('department', 'district', 'commune')),
  parent_id uuid REFERENCES agency (id),
  valid_from date NOT NULL,
  valid_to date,
  successor_id uuid REFERENCES agency (id),
  position integer NOT NULL,
  seq integer NOT NULL
);
COMMENT ON TABLE agency IS 'A legal body with a seal and a document register.';
COMMENT ON COLUMN agency.symbol IS 'Its abbreviation in document symbols: SGDĐT.';
COMMENT ON COLUMN agency.place IS 'Where its documents are issued: Hà Nội.';
COMMENT ON COLUMN agency.seq IS 'Version of the row.';

CREATE TABLE unit (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  name_fold text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('leaders', 'office', 'division', 'desk')),
  parent_id uuid,
  position integer NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, code)
);
COMMENT ON TABLE unit IS 'A part of an agency: division, office, desk.';
COMMENT ON COLUMN unit.kind IS 'office: the unit that stands for the steering committee (Văn phòng).';

CREATE TABLE unit_name (
  agency_id uuid NOT NULL REFERENCES agency (id),
  written_fold text NOT NULL,
  written text NOT NULL,
  unit_id uuid NOT NULL,
  PRIMARY KEY (agency_id, written_fold),
  FOREIGN KEY (agency_id, unit_id) REFERENCES unit (agency_id, id)
);
COMMENT ON TABLE unit_name IS 'How plans write a unit''s name ("Văn phòng (CNTT)"), remembered from the last confirmation.';

SELECT protect(ARRAY['unit_name']);
GRANT SELECT, INSERT, UPDATE ON agency, unit, unit_name TO minhchung_app;
