-- The days and hours on which offices work, by which due times are counted.

CREATE TABLE calendar_notice (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  number text NOT NULL,
  announced_on date NOT NULL,
  days text NOT NULL,
  state text NOT NULL CHECK (state IN ('pending', 'approved', 'declined')),
  version integer,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  CHECK ((state = 'approved') = (version IS NOT NULL))
);
COMMENT ON TABLE calendar_notice IS 'A notice of official days, as it was entered; it changes nothing until somebody has seen what it would move and approved it.';
COMMENT ON COLUMN calendar_notice.number IS 'As the notice is cited: 12729/VPCP-KGVX.';
COMMENT ON COLUMN calendar_notice.days IS 'Its official days as JSON; they replace all known ones of the years that it speaks of.';
COMMENT ON COLUMN calendar_notice.version IS 'Of the calendar that its approval made.';
COMMENT ON COLUMN calendar_notice.seq IS 'Version of the row.';

CREATE TABLE official_day (
  version integer NOT NULL,
  date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('off-holiday', 'off-compensation', 'off-swap', 'working-swap')),
  name text NOT NULL,
  legal_basis text NOT NULL,
  announced_on date,
  provisional boolean NOT NULL,
  notice uuid,
  PRIMARY KEY (version, date)
);
COMMENT ON TABLE official_day IS 'The days that depart from the office week, whole for each version of the calendar; the highest is in force. Version 1 is what came with the product.';
COMMENT ON COLUMN official_day.provisional IS 'Not yet announced, or not yet compared with the announcement.';
COMMENT ON COLUMN official_day.notice IS 'The notice by whose approval the version came; null in version 1.';

CREATE TABLE office_hours (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  valid_from date NOT NULL,
  legal_basis text NOT NULL,
  season text NOT NULL,
  hours text NOT NULL,
  other_season text,
  other_hours text,
  reception text,
  provisional boolean NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, valid_from),
  CHECK ((other_season IS NULL) = (other_hours IS NULL))
);
COMMENT ON TABLE office_hours IS 'The office hours of an agency from a day on, by weekday and season. Where it has none, those of the rules of the product hold.';
COMMENT ON COLUMN office_hours.season IS 'From which day of each year the hours hold: 04-16; where there is no other season they hold all year.';
COMMENT ON COLUMN office_hours.hours IS 'By weekday, as they are shown: "Thứ Hai – Thứ Sáu: 08:00–12:00, 13:00–17:00", one line for days with the same hours.';
COMMENT ON COLUMN office_hours.reception IS 'Hours in which the desk only receives people, written alike; no deadline runs on them.';
COMMENT ON COLUMN office_hours.provisional IS 'Not yet compared with the agency''s own rules.';
COMMENT ON COLUMN office_hours.seq IS 'Version of the row.';

SELECT protect(ARRAY['calendar_notice']);
GRANT SELECT, INSERT, UPDATE ON calendar_notice, office_hours TO minhchung_app;
GRANT SELECT, INSERT ON official_day TO minhchung_app;
