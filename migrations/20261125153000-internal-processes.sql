-- Internal processes: how an agency handles the dossiers of a procedure, in versions.

CREATE TABLE internal_process (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  keeper_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  iso_code text,
  version text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'replaced')),
  approver text,
  approved_on date,
  valid_from date,
  valid_to date,
  steps jsonb NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (keeper_id, procedure_id) REFERENCES procedure (agency_id, id),
  CHECK (state = 'draft' OR (approver IS NOT NULL AND approved_on IS NOT NULL AND valid_from IS NOT NULL)),
  CHECK ((state = 'replaced') = (valid_to IS NOT NULL))
);
CREATE UNIQUE INDEX internal_process_draft ON internal_process (agency_id, procedure_id) WHERE state = 'draft';
CREATE UNIQUE INDEX internal_process_published ON internal_process (agency_id, procedure_id) WHERE state = 'published';
CREATE INDEX internal_process_procedure ON internal_process (agency_id, procedure_id, valid_from);
COMMENT ON TABLE internal_process IS 'How an agency handles the dossiers of a procedure: steps, who does each, in how much time. Once published its steps never change: dossiers keep the version that they began with.';
COMMENT ON COLUMN internal_process.agency_id IS 'The agency that works by it.';
COMMENT ON COLUMN internal_process.keeper_id IS 'The agency whose catalogue holds the procedure; often the one above.';
COMMENT ON COLUMN internal_process.iso_code IS 'Its code in the quality system.';
COMMENT ON COLUMN internal_process.version IS 'As the agency counts its versions.';
COMMENT ON COLUMN internal_process.approver IS 'Who approved it, as its decision says: a post, never a person.';
COMMENT ON COLUMN internal_process.valid_to IS 'Last day, set by the next version; before valid_from where it never held a whole day.';
COMMENT ON COLUMN internal_process.steps IS 'Its steps in their order, each with its branches.';
COMMENT ON COLUMN internal_process.seq IS 'Version of the row, not of the process.';

SELECT protect(ARRAY['internal_process']);
GRANT SELECT, INSERT, UPDATE ON internal_process TO minhchung_app;
