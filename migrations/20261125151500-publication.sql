-- Making procedures public in time, which of them suit an online level, and what happens to their legal bases.

ALTER TABLE procedure ADD COLUMN abolished_at timestamptz;
COMMENT ON COLUMN procedure.abolished_at IS 'Office time at which the abolition was entered; for figures as of a past day.';

ALTER TABLE procedure_place ADD COLUMN public_by date;
COMMENT ON COLUMN procedure_place.public_by IS 'Last day on which what held when the place began is made public there in time.';

CREATE TABLE publication (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  place_id uuid NOT NULL,
  keeper_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  version_id uuid,
  published_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  superseded_at timestamptz,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, place_id) REFERENCES procedure_place (agency_id, id),
  FOREIGN KEY (keeper_id, procedure_id) REFERENCES procedure (agency_id, id),
  FOREIGN KEY (keeper_id, version_id) REFERENCES procedure_version (agency_id, id)
);
CREATE UNIQUE INDEX publication_one ON publication (agency_id, place_id, version_id) NULLS NOT DISTINCT
  WHERE superseded_at IS NULL;
COMMENT ON TABLE publication IS 'That a version of a procedure, or its abolition, was made public at a place on a day.';
COMMENT ON COLUMN publication.version_id IS 'Null for the abolition.';
COMMENT ON COLUMN publication.recorded_at IS 'Office time; likewise superseded_at.';
COMMENT ON COLUMN publication.superseded_at IS 'When another day was entered in its place; null while it stands.';

CREATE TABLE suitability (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  online_level text NOT NULL,
  suitable boolean NOT NULL,
  reason text,
  assessed_by text NOT NULL,
  assessed_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, procedure_id) REFERENCES procedure (agency_id, id)
);
CREATE INDEX suitability_procedure ON suitability (agency_id, procedure_id, assessed_on);
COMMENT ON TABLE suitability IS 'Who judged, when, whether a procedure suits an online level. Append-only: a later judgement takes the place of an earlier one.';
COMMENT ON COLUMN suitability.assessed_by IS 'As the minutes say it: a working group, a division.';

CREATE TABLE basis_change (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  basis text NOT NULL,
  basis_key text NOT NULL,
  change text NOT NULL CHECK (change IN ('amended', 'replaced', 'abolished')),
  by_document text,
  effective_on date NOT NULL,
  recorded_on date NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id)
);
CREATE UNIQUE INDEX basis_change_one ON basis_change (agency_id, basis_key, change, effective_on);
COMMENT ON TABLE basis_change IS 'A legal basis of procedures that is amended, replaced or abolished.';
COMMENT ON COLUMN basis_change.basis IS 'The number of the document, as typed; basis_key is how it is compared.';
COMMENT ON COLUMN basis_change.by_document IS 'The document that changes it.';

CREATE TABLE basis_check (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  basis_change_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  unit_id uuid,
  due_on date NOT NULL,
  outcome text CHECK (outcome IN ('updated', 'unaffected')),
  note text,
  finished_on date,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, basis_change_id, procedure_id),
  FOREIGN KEY (agency_id, basis_change_id) REFERENCES basis_change (agency_id, id),
  FOREIGN KEY (agency_id, procedure_id) REFERENCES procedure (agency_id, id)
);
CREATE INDEX basis_check_open ON basis_check (agency_id, due_on) WHERE finished_on IS NULL;
COMMENT ON TABLE basis_check IS 'That the owner division looks what a changed legal basis means for one of its procedures.';
COMMENT ON COLUMN basis_check.unit_id IS 'The division that answered for the procedure then; null where none did: the Office.';
COMMENT ON COLUMN basis_check.outcome IS 'updated: a new version was announced; unaffected: nothing of the procedure changes.';

SELECT protect(ARRAY['publication', 'suitability', 'basis_change', 'basis_check']);
GRANT SELECT, INSERT, UPDATE ON publication, basis_change, basis_check TO minhchung_app;
GRANT SELECT, INSERT ON suitability TO minhchung_app;
