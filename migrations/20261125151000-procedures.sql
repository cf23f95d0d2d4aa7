-- The procedure catalogue: procedures, their versions by decision, and where each is handled and made public.

CREATE TABLE procedure (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  code text,
  national_code text,
  name text NOT NULL,
  search_fold text NOT NULL,
  field_code text,
  field_name text NOT NULL,
  tier text NOT NULL CHECK (tier IN ('department', 'district', 'commune')),
  owner_unit_id uuid,
  state text NOT NULL CHECK (state IN ('draft', 'announced', 'abolished')),
  abolished_from date,
  abolition_number text,
  abolition_date date,
  abolition_public_by date,
  successor_id uuid,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, owner_unit_id) REFERENCES unit (agency_id, id),
  FOREIGN KEY (agency_id, successor_id) REFERENCES procedure (agency_id, id),
  CHECK ((state = 'abolished') = (abolished_from IS NOT NULL))
);
-- A dossier names it by its id alone, which tells it from those of all agencies.
CREATE UNIQUE INDEX procedure_id ON procedure (id);
CREATE UNIQUE INDEX procedure_national_code ON procedure (agency_id, national_code, tier) WHERE state <> 'abolished';
COMMENT ON TABLE procedure IS 'An administrative procedure of the catalogue that an agency keeps; what it says stands in its versions.';
COMMENT ON COLUMN procedure.code IS 'As its decision writes it: 3.000181.000.00.00.H22.';
COMMENT ON COLUMN procedure.national_code IS 'National part of the code, 3.000181: what other systems match on. One code may stand at two tiers.';
COMMENT ON COLUMN procedure.name IS 'As its newest version names it; likewise field and tier.';
COMMENT ON COLUMN procedure.search_fold IS 'Code, name and field, folded.';
COMMENT ON COLUMN procedure.owner_unit_id IS 'The division that answers for it.';
COMMENT ON COLUMN procedure.state IS 'draft: no version was announced yet. What is in force on a day follows from the versions.';
COMMENT ON COLUMN procedure.abolished_from IS 'First day on which it no longer holds.';
COMMENT ON COLUMN procedure.abolition_public_by IS 'Last day on which its abolition is made public in time.';
COMMENT ON COLUMN procedure.successor_id IS 'The procedure that replaced it.';
COMMENT ON COLUMN procedure.seq IS 'Version of the row, not of the procedure.';

CREATE TABLE procedure_version (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  no integer NOT NULL,
  announced boolean NOT NULL,
  change text NOT NULL,
  valid_from date,
  valid_to date,
  decision_number text,
  decision_date date,
  public_by date,
  procedure_text jsonb NOT NULL,
  announced_at timestamptz,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, procedure_id, no),
  FOREIGN KEY (agency_id, procedure_id) REFERENCES procedure (agency_id, id),
  CHECK (announced = (valid_from IS NOT NULL)),
  CHECK (announced = (decision_number IS NOT NULL AND decision_date IS NOT NULL AND announced_at IS NOT NULL))
);
CREATE UNIQUE INDEX procedure_version_draft ON procedure_version (agency_id, procedure_id) WHERE NOT announced;
CREATE INDEX procedure_version_procedure ON procedure_version (procedure_id, no);
COMMENT ON TABLE procedure_version IS 'What a procedure says from a day on. Once announced its words never change: dossiers keep the version that they began with.';
COMMENT ON COLUMN procedure_version.announced IS 'False while it is prepared; at most one of a procedure is.';
COMMENT ON COLUMN procedure_version.change IS 'new, amended, reclassified (another online level) or corrected (a mistake in the version before).';
COMMENT ON COLUMN procedure_version.valid_to IS 'Last day, set by the next version or the abolition; before valid_from where it never held a whole day.';
COMMENT ON COLUMN procedure_version.public_by IS 'Last day on which it is made public in time.';
COMMENT ON COLUMN procedure_version.procedure_text IS 'The fields of a procedure record of the national catalogue.';
COMMENT ON COLUMN procedure_version.announced_at IS 'Office time at which the announcement was entered; for figures as of a past day.';

CREATE TABLE procedure_place (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  keeper_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('desk', 'portal', 'board')),
  handles boolean NOT NULL,
  place_text text,
  checked_on date,
  valid_from date NOT NULL,
  valid_to date,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (keeper_id, procedure_id) REFERENCES procedure (agency_id, id)
);
CREATE UNIQUE INDEX procedure_place_one ON procedure_place (agency_id, procedure_id, kind) WHERE valid_to IS NULL;
CREATE INDEX procedure_place_procedure ON procedure_place (procedure_id);
COMMENT ON TABLE procedure_place IS 'Where an agency makes a procedure public, and whether its desk there takes dossiers of it.';
COMMENT ON COLUMN procedure_place.keeper_id IS 'The agency whose catalogue holds the procedure; usually the one above.';
COMMENT ON COLUMN procedure_place.kind IS 'desk: posted at the one-stop desk; portal: on a web site; board: on the notice board of a school.';
COMMENT ON COLUMN procedure_place.place_text IS 'Where exactly: an address of a page, a room.';
COMMENT ON COLUMN procedure_place.checked_on IS 'Day on which somebody last looked whether it hangs there and is current.';

SELECT protect(ARRAY['procedure', 'procedure_version', 'procedure_place']);
-- What is announced is public knowledge (Nghị định 63/2010/NĐ-CP, article 24); what is prepared stays in its agency.
CREATE POLICY by_announcement ON procedure FOR SELECT USING (state IN ('announced', 'abolished'));
CREATE POLICY by_announcement ON procedure_version FOR SELECT USING (announced);
CREATE POLICY by_handling ON procedure_place FOR SELECT USING (handles);
GRANT SELECT, INSERT, UPDATE ON procedure, procedure_version, procedure_place TO minhchung_app;
