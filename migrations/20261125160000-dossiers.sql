-- Dossiers: what the one-stop desk takes in, the units handle, and the desk gives back.

CREATE TABLE desk (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  printed_name text,
  identifier_2018 text,
  identifier_2025 text,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE desk IS 'The one-stop desk of an agency: the unit that receives, and the identifiers that begin the codes of dossiers.';
COMMENT ON COLUMN desk.printed_name IS 'As the head of forms names it; null where the unit''s name is printed.';
COMMENT ON COLUMN desk.identifier_2018 IS 'Identifier of QCVN 102:2016, child first: "000.00.01.H26".';
COMMENT ON COLUMN desk.identifier_2025 IS 'Identifier of Quyết định 20/2020/QĐ-TTg, parent first: "H26.03".';

CREATE TABLE dossier_counter (
  agency_id uuid NOT NULL REFERENCES agency (id),
  scope text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (agency_id, scope)
);
COMMENT ON TABLE dossier_counter IS 'The last running number of a day and rule set; the transaction that takes a number holds the row, so none is lost.';

CREATE TABLE dossier_code (
  code text NOT NULL PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id),
  dossier_id uuid NOT NULL
);
CREATE UNIQUE INDEX dossier_code_dossier ON dossier_code (agency_id, dossier_id);
COMMENT ON TABLE dossier_code IS 'Every code that was ever given, once in the whole installation; none is given again.';

CREATE TABLE dossier (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  code text,
  procedure_id uuid NOT NULL,
  procedure_version_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('direct', 'online', 'post')),
  by_self boolean NOT NULL,
  status text NOT NULL,
  outcome text,
  subject text NOT NULL,
  owner_id uuid NOT NULL,
  owner_version integer NOT NULL,
  support_agency_id uuid,
  receiving_agency_id uuid NOT NULL,
  receiving_unit_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid,
  pending_unit_id uuid,
  unit_ids uuid[] NOT NULL,
  person_ids uuid[] NOT NULL,
  step_name text,
  step_due_at timestamptz,
  return_by text NOT NULL CHECK (return_by IN ('direct', 'online', 'post')),
  rules text NOT NULL,
  budget text,
  submitted_at timestamptz NOT NULL,
  accepted_at timestamptz,
  original_due_at timestamptz,
  due_at timestamptz,
  appointed_at timestamptz,
  ended_at timestamptz,
  returned_at timestamptz,
  returned_by text,
  supplements smallint NOT NULL,
  apology_at timestamptz,
  apology_due_at timestamptz,
  result_number text,
  result_date date,
  PRIMARY KEY (agency_id, id)
) PARTITION BY RANGE (id);
-- By id alone, as an address names it.
CREATE INDEX dossier_id ON dossier (id);
-- What somebody still has to do something about: few, however many there are of old.
CREATE INDEX dossier_live ON dossier (submitted_at, id)
  WHERE status IN ('submitted', 'awaiting-completion', 'accepted', 'processing', 'awaiting-supplement', 'suspended', 'proposed', 'awaiting-signature', 'signed');
CREATE INDEX dossier_of_unit ON dossier (agency_id, unit_id, due_at, id)
  WHERE status IN ('submitted', 'awaiting-completion', 'accepted', 'processing', 'awaiting-supplement', 'suspended', 'proposed', 'awaiting-signature', 'signed');
CREATE INDEX dossier_of_person ON dossier (agency_id, person_id, due_at, id)
  WHERE status IN ('submitted', 'awaiting-completion', 'accepted', 'processing', 'awaiting-supplement', 'suspended', 'proposed', 'awaiting-signature', 'signed');
CREATE INDEX dossier_pending ON dossier (agency_id, pending_unit_id) WHERE pending_unit_id IS NOT NULL;
CREATE INDEX dossier_uncollected ON dossier (agency_id, due_at, id) WHERE status = 'finished';
CREATE INDEX dossier_rare ON dossier (agency_id, status, id) WHERE status IN ('refused', 'withdrawn', 'stopped');
CREATE INDEX dossier_accepted ON dossier (agency_id, accepted_at);
CREATE INDEX dossier_ended ON dossier (agency_id, ended_at);
CREATE INDEX dossier_owner ON dossier (agency_id, owner_id, id);
-- The newest of one agency, and of many.
CREATE INDEX dossier_submitted ON dossier (agency_id, submitted_at, id);
CREATE INDEX dossier_newest ON dossier (submitted_at, id);
COMMENT ON TABLE dossier IS 'A dossier as it stands now; its ledger is the truth. One partition a year of its id, which carries the time of its record.';
COMMENT ON COLUMN dossier.agency_id IS 'The competent agency, which handles it.';
COMMENT ON COLUMN dossier.by_self IS 'Whether the applicant sent it in person; what an officer typed for somebody does not count as online.';
COMMENT ON COLUMN dossier.unit_id IS 'The unit that answers for it now.';
COMMENT ON COLUMN dossier.pending_unit_id IS 'The unit to which it was handed over and which has not confirmed yet.';
COMMENT ON COLUMN dossier.unit_ids IS 'All units that had it or were asked, which may read it.';
COMMENT ON COLUMN dossier.original_due_at IS 'As the receipt says it.';
COMMENT ON COLUMN dossier.due_at IS 'What it is judged by: the original, moved by lawful supplements alone.';
COMMENT ON COLUMN dossier.appointed_at IS 'What the applicant was last told.';
COMMENT ON COLUMN dossier.ended_at IS 'The end of handling: finished, stopped, withdrawn.';
COMMENT ON COLUMN dossier.supplements IS 'How often a supplement was asked for after acceptance.';
COMMENT ON COLUMN dossier.apology_due_at IS 'The due time for which the apology was sent.';

CREATE TABLE dossier_period (
  agency_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  position smallint NOT NULL,
  status text NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid,
  due_at timestamptz,
  appointed_at timestamptz,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (agency_id, dossier_id, position)
) PARTITION BY RANGE (dossier_id);
COMMENT ON TABLE dossier_period IS 'What held of a dossier from when to when: for figures as of a past day, and for how long each unit had it.';

CREATE TABLE dossier_opinion (
  agency_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  opinion_id uuid NOT NULL,
  of_unit_id uuid,
  of_agency_id uuid,
  of_name text NOT NULL,
  interlinked boolean NOT NULL,
  question text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz,
  answered_at timestamptz,
  PRIMARY KEY (agency_id, dossier_id, opinion_id)
);
CREATE INDEX dossier_opinion_open ON dossier_opinion (agency_id, of_unit_id, due_at) WHERE answered_at IS NULL;
COMMENT ON TABLE dossier_opinion IS 'An opinion asked of another unit or agency, or its stage of an interlinked procedure, with its own clock.';

-- A year's table is made beside the parent and attached, which keeps nobody from working.
CREATE FUNCTION make_dossier_years(first integer, last integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  year integer;
  parent text;
  made integer := 0;
BEGIN
  IF first < 1971 OR last > 9999 OR last - first > 100 THEN
    RAISE EXCEPTION 'no dossiers of the years % to %', first, last;
  END IF;
  -- Two servers that look at once.
  PERFORM pg_advisory_xact_lock(3750372);
  FOR year IN first .. last LOOP
    FOREACH parent IN ARRAY ARRAY['dossier', 'dossier_period'] LOOP
      CONTINUE WHEN to_regclass(quote_ident(parent || '_' || year)) IS NOT NULL;
      EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING CONSTRAINTS)', parent || '_' || year, parent);
      EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        parent, parent || '_' || year, first_id_of(year), first_id_of(year + 1));
      made := made + 1;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;
COMMENT ON FUNCTION make_dossier_years(integer, integer) IS
  'Makes the missing partitions of some years; the application asks for them ahead of time. Nobody may read a partition by itself.';

CREATE FUNCTION first_id_of(year integer) RETURNS uuid LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT (lpad(to_hex(((year - 1970) * 365 + (year - 1969) / 4 - (year - 1901) / 100 + (year - 1601) / 400)::bigint * 86400000
    - 25200000), 12, '0') || '00000000000000000000')::uuid
$$;
COMMENT ON FUNCTION first_id_of(integer) IS 'The least UUIDv7 of a year that begins in Hà Nội.';

REVOKE ALL ON FUNCTION make_dossier_years(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_dossier_years(integer, integer) TO minhchung_app;
SELECT make_dossier_years(2026, 2028);

SELECT protect(ARRAY['desk', 'dossier_counter', 'dossier_code', 'dossier', 'dossier_period', 'dossier_opinion']);
GRANT SELECT, INSERT, UPDATE ON desk, dossier_counter TO minhchung_app;
GRANT SELECT, INSERT ON dossier_code TO minhchung_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON dossier, dossier_period, dossier_opinion TO minhchung_app;
