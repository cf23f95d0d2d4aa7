-- Word templates that an office replaces, and which one is in force for each rule set of documents.

CREATE TABLE template (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  rules text NOT NULL,
  file_id uuid NOT NULL,
  fillable boolean NOT NULL,
  in_force boolean NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, file_id) REFERENCES stored_file (agency_id, id),
  CHECK (fillable OR NOT in_force)
);
CREATE INDEX template_rules ON template (agency_id, rules, id);
CREATE UNIQUE INDEX template_in_force ON template (agency_id, rules) WHERE in_force;
COMMENT ON TABLE template IS 'A Word template that the agency uploaded; where none is in force, that of the product is used.';
COMMENT ON COLUMN template.rules IS 'Code of the rule set whose documents it is for: nd30-2020.';
COMMENT ON COLUMN template.fillable IS 'Whether it was found without mistakes by which it could not be filled.';
COMMENT ON COLUMN template.seq IS 'Version of the row.';

SELECT protect(ARRAY['template']);
GRANT SELECT, INSERT, UPDATE ON template TO minhchung_app;
