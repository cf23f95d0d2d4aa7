-- Reports of units, of areas and of the department for a plan's report periods, from draft to receipt.

CREATE TABLE report (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  period text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('unit', 'area', 'department')),
  unit_id uuid NOT NULL,
  area text,
  state text NOT NULL,
  seq integer NOT NULL,
  as_of timestamptz,
  digest text,
  submitted_on date,
  signed_at timestamptz,
  number text,
  symbol text,
  issue_date date,
  number_year integer,
  sent_on date,
  received_on date,
  PRIMARY KEY (agency_id, id),
  UNIQUE NULLS NOT DISTINCT (agency_id, plan_id, period, kind, area, unit_id)
);
CREATE UNIQUE INDEX report_number ON report (agency_id, number_year, symbol, number) WHERE number IS NOT NULL;
COMMENT ON TABLE report IS 'A report of a unit, a part on an area, or the report of the department, for one report period of a plan.';
COMMENT ON COLUMN report.period IS 'Code of the report period: q1 … q4, m6, m9, year.';
COMMENT ON COLUMN report.position IS 'Order of the periods of a year.';
COMMENT ON COLUMN report.unit_id IS 'The unit that drafts it.';
COMMENT ON COLUMN report.area IS 'Of a part on an area: its name in the plan.';
COMMENT ON COLUMN report.as_of IS 'Instant as of which its figures stand; null while they move with the records.';
COMMENT ON COLUMN report.digest IS 'SHA-256 over what its figures were counted from, in hexadecimal.';
COMMENT ON COLUMN report.submitted_on IS 'Day on which it was first submitted.';
COMMENT ON COLUMN report.number IS 'Entered by the records clerk, who takes it from the register.';
COMMENT ON COLUMN report.number_year IS 'Numbers run within a year, an agency and a symbol.';

CREATE TABLE report_task (
  agency_id uuid NOT NULL,
  report_id uuid NOT NULL,
  task_id uuid NOT NULL,
  verdict text NOT NULL,
  by_requirement boolean NOT NULL,
  waiting boolean NOT NULL,
  expected_on date,
  evidence integer NOT NULL,
  documents text,
  PRIMARY KEY (agency_id, report_id, task_id)
);
COMMENT ON TABLE report_task IS 'What the frozen figures of a report were counted from.';
COMMENT ON COLUMN report_task.verdict IS 'on_time, done_late, late, not_due: of the whole task, as of the report''s instant.';
COMMENT ON COLUMN report_task.by_requirement IS 'Whether some of it is late by the requirement''s own date.';
COMMENT ON COLUMN report_task.evidence IS 'How many of its milestones had evidence.';
COMMENT ON COLUMN report_task.documents IS 'That evidence by number or in words, as it stood then.';

CREATE TABLE report_concern (
  agency_id uuid NOT NULL,
  report_id uuid NOT NULL,
  number integer NOT NULL,
  plan_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('difficulty', 'proposal')),
  unit_id uuid NOT NULL,
  to_unit uuid,
  concern_text text NOT NULL,
  concern_fold text NOT NULL,
  raised_at timestamptz,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  PRIMARY KEY (agency_id, report_id, number)
);
CREATE INDEX report_concern_unit ON report_concern (agency_id, unit_id) WHERE answered_at IS NULL;
COMMENT ON TABLE report_concern IS 'A difficulty or a proposal that a report raises, followed to its answer.';
COMMENT ON COLUMN report_concern.to_unit IS 'Who answers; null for the Office.';
COMMENT ON COLUMN report_concern.raised_at IS 'When the report was submitted with it; null before.';
COMMENT ON COLUMN report_concern.answered_by IS 'Account of who answered.';

SELECT protect(ARRAY['report', 'report_task', 'report_concern']);
GRANT SELECT, INSERT, UPDATE, DELETE ON report, report_task, report_concern TO minhchung_app;

ALTER TABLE evidence_revision ADD COLUMN origin_kind text, ADD COLUMN origin_id uuid;
COMMENT ON COLUMN evidence_revision.origin_kind IS 'What of the house it comes from, where it was handed in by that: report.';
COMMENT ON COLUMN evidence_revision.origin_id IS 'Which one.';
