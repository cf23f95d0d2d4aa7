-- Persons and organisations that dossiers concern: found by a few letters or a number, kept in versions, erasable.

CREATE TABLE party (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('individual', 'organisation')),
  version integer NOT NULL CHECK (version > 0),
  agency_of uuid REFERENCES agency (id),
  merged_into uuid,
  erased_at timestamptz,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, merged_into) REFERENCES party (agency_id, id),
  CHECK (merged_into <> id)
);
CREATE UNIQUE INDEX party_agency_of ON party (agency_id, agency_of)
  WHERE agency_of IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX party_merged_into ON party (agency_id, merged_into) WHERE merged_into IS NOT NULL;
COMMENT ON TABLE party IS 'A person or organisation that dossiers concern; holds nothing personal itself.';
COMMENT ON COLUMN party.version IS 'Its newest version.';
COMMENT ON COLUMN party.agency_of IS 'The agency of this house that it is: an affiliated school.';
COMMENT ON COLUMN party.merged_into IS 'The party that it turned out to be as well; dossiers go on naming this one.';
COMMENT ON COLUMN party.erased_at IS 'When what its versions held was erased; digests stay.';

CREATE TABLE party_version (
  agency_id uuid NOT NULL,
  party_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  name text,
  name_fold text COLLATE "C",
  identity_number text COLLATE "C",
  date_of_birth date,
  tax_code text COLLATE "C",
  decision_number text,
  decision_fold text COLLATE "C",
  telephone text COLLATE "C",
  email text,
  address text,
  representative_name text,
  representative_position text,
  salt bytea,
  digest bytea NOT NULL,
  account uuid,
  recorded_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (agency_id, party_id, version),
  FOREIGN KEY (agency_id, party_id) REFERENCES party (agency_id, id),
  CONSTRAINT party_version_content CHECK (
    CASE WHEN erased_at IS NULL THEN num_nulls(name, name_fold, salt) = 0
    ELSE num_nonnulls(name, name_fold, identity_number, date_of_birth, tax_code, decision_number, decision_fold, telephone,
      email, address, representative_name, representative_position, salt) = 0 END)
);
COMMENT ON TABLE party_version IS 'What a party was known by from one version to the next. Append-only, but that its content may be erased.';
COMMENT ON COLUMN party_version.name_fold IS 'Without accents and signs, in lower case: what it is searched by.';
COMMENT ON COLUMN party_version.identity_number IS 'Of the citizen identity card (12 digits), the older identity card (9) or the passport.';
COMMENT ON COLUMN party_version.decision_number IS 'Of the decision by which an organisation was established.';
COMMENT ON COLUMN party_version.telephone IS 'Digits from 0 on, or from + for other countries.';
COMMENT ON COLUMN party_version.salt IS 'Hashed with the content, and erased with it: afterwards nobody can try out who it was.';
COMMENT ON COLUMN party_version.digest IS 'SHA-256 of salt and content, which ledgers name; stays when the content is erased.';
COMMENT ON COLUMN party_version.account IS 'Who recorded it.';

-- With the day of birth, by which people of one name are told apart when duplicates are looked for.
CREATE INDEX party_version_name ON party_version (agency_id, name_fold, date_of_birth) WHERE name_fold IS NOT NULL;
CREATE INDEX party_version_identity ON party_version (agency_id, identity_number) WHERE identity_number IS NOT NULL;
CREATE INDEX party_version_tax ON party_version (agency_id, tax_code) WHERE tax_code IS NOT NULL;
CREATE INDEX party_version_telephone ON party_version (agency_id, telephone) WHERE telephone IS NOT NULL;
CREATE INDEX party_version_decision ON party_version (agency_id, decision_fold) WHERE decision_fold IS NOT NULL;
-- The agency is one of the words, so that common words of other agencies cost nothing.
CREATE INDEX party_version_words ON party_version
  USING gin (array_to_tsvector(string_to_array(agency_id::text || ' ' || name_fold, ' '))) WITH (fastupdate = off)
  WHERE name_fold IS NOT NULL;

CREATE TABLE party_erasure (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  reason text NOT NULL,
  legal_basis text NOT NULL,
  account uuid,
  office_time timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, party_id) REFERENCES party (agency_id, id)
);
CREATE INDEX party_erasure_party ON party_erasure (agency_id, party_id);
COMMENT ON TABLE party_erasure IS 'Who erased the content of which party, why and on what legal basis. Append-only.';

CREATE TABLE party_apart (
  agency_id uuid NOT NULL REFERENCES agency (id),
  party_id uuid NOT NULL,
  other_id uuid NOT NULL,
  account uuid,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (agency_id, party_id, other_id),
  FOREIGN KEY (agency_id, party_id) REFERENCES party (agency_id, id),
  FOREIGN KEY (agency_id, other_id) REFERENCES party (agency_id, id),
  CHECK (party_id < other_id)
);
COMMENT ON TABLE party_apart IS 'Two parties that look alike and are not the same, as somebody found.';

SELECT protect(ARRAY['party', 'party_version', 'party_erasure', 'party_apart']);

-- The functions below run as the owner, whom row-level security holds too, with its condition before any search that is
-- not leakproof: a million rows would be read for a few letters. They compare the scope of the transaction themselves.
CREATE POLICY searched ON party_version FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY searched ON party FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION find_parties(agencies uuid[], words text[], number_from text, decision_from text, most integer)
  RETURNS TABLE (agency_id uuid, party_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  allowed constant uuid[] := ARRAY(SELECT a FROM unnest(agencies) AS a WHERE a = ANY (visible_agencies()));
  after_all constant text := chr(1114111);
  name_from constant text := array_to_string(words, ' ');
  quoted constant text[] := ARRAY(
    SELECT '''' || replace(replace(w, '\', '\\'), '''', '''''') || '''' FROM unnest(words) AS w);
  by_words tsquery;
  left_over integer := most;
  owners uuid[];
  ids uuid[];
  seen uuid[] := '{}';
BEGIN
  IF number_from <> '' THEN
    SELECT array_agg(owner), array_agg(id) INTO owners, ids FROM (
      SELECT DISTINCT v.agency_id AS owner, coalesce(merged_into, id) AS id FROM (
        (SELECT agency_id, party_id, version FROM party_version WHERE agency_id = ANY (allowed)
           AND identity_number >= number_from AND identity_number < number_from || after_all LIMIT most)
        UNION ALL
        (SELECT agency_id, party_id, version FROM party_version WHERE agency_id = ANY (allowed)
           AND tax_code >= number_from AND tax_code < number_from || after_all LIMIT most)
        UNION ALL
        (SELECT agency_id, party_id, version FROM party_version WHERE agency_id = ANY (allowed)
           AND telephone >= number_from AND telephone < number_from || after_all LIMIT most)
      ) AS v JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
      LIMIT left_over) AS found;
    RETURN QUERY SELECT * FROM unnest(owners, ids);
    seen := seen || ids;
    left_over := most - cardinality(seen);
  END IF;
  IF decision_from <> '' AND left_over > 0 THEN
    SELECT array_agg(owner), array_agg(id) INTO owners, ids FROM (
      SELECT DISTINCT v.agency_id AS owner, coalesce(merged_into, id) AS id FROM party_version AS v
      JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
      WHERE v.agency_id = ANY (allowed) AND decision_fold >= decision_from AND decision_fold < decision_from || after_all
        AND coalesce(merged_into, id) <> ALL (seen) LIMIT left_over) AS found;
    RETURN QUERY SELECT * FROM unnest(owners, ids);
    seen := seen || ids;
    left_over := most - cardinality(seen);
  END IF;
  IF name_from = '' OR left_over <= 0 THEN RETURN; END IF;

  IF cardinality(allowed) = 1 THEN
    -- In the order of the index, which stands for one agency alone.
    SELECT array_agg(allowed[1]), array_agg(id ORDER BY first) INTO owners, ids FROM (
      SELECT id, min(name_fold) AS first FROM (
        SELECT coalesce(merged_into, id) AS id, name_fold FROM party_version AS v
        JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
        WHERE v.agency_id = allowed[1] AND name_fold >= name_from AND name_fold < name_from || after_all
        ORDER BY name_fold LIMIT left_over) AS named
      WHERE id <> ALL (seen) GROUP BY id) AS found;
  ELSE
    SELECT array_agg(owner), array_agg(id) INTO owners, ids FROM (
      SELECT DISTINCT owner, id FROM (
        SELECT v.agency_id AS owner, coalesce(merged_into, id) AS id FROM party_version AS v
        JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
        WHERE v.agency_id = ANY (allowed) AND name_fold >= name_from AND name_fold < name_from || after_all
        LIMIT left_over) AS named
      WHERE id <> ALL (seen)) AS found;
  END IF;
  RETURN QUERY SELECT * FROM unnest(owners, ids);
  seen := seen || ids;
  left_over := most - cardinality(seen);

  -- Whole words first: the last one may be half typed, but all that begin so are dear to look for where it is common.
  FOR half_typed IN 0 .. 1 LOOP
    EXIT WHEN left_over <= 0 OR cardinality(allowed) = 0;
    by_words := array_to_string(quoted, ' & ') || CASE half_typed WHEN 1 THEN ':*' ELSE '' END;
    IF cardinality(allowed) <= 20 THEN
      by_words := (SELECT string_agg('''' || a || '''', ' | ')::tsquery FROM unnest(allowed) AS a) && by_words;
    END IF;
    SELECT array_agg(owner), array_agg(id) INTO owners, ids FROM (
      SELECT DISTINCT owner, id FROM (
        SELECT v.agency_id AS owner, coalesce(merged_into, id) AS id FROM party_version AS v
        JOIN party ON party.agency_id = v.agency_id AND party.id = v.party_id AND party.version = v.version
        WHERE name_fold IS NOT NULL AND v.agency_id = ANY (allowed)
          AND array_to_tsvector(string_to_array(v.agency_id::text || ' ' || name_fold, ' ')) @@ by_words
        LIMIT most) AS named
      WHERE id <> ALL (seen) LIMIT left_over) AS found;
    RETURN QUERY SELECT * FROM unnest(owners, ids);
    EXIT WHEN ids IS NOT NULL;
  END LOOP;
END $$;
COMMENT ON FUNCTION find_parties(uuid[], text[], text, text, integer) IS
  'Parties of agencies in scope by what their newest version holds: numbers first, then names that begin so, then names with the words.';

CREATE FUNCTION erase_party(of_agency uuid, erased uuid, at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE party_version SET name = NULL, name_fold = NULL, identity_number = NULL, date_of_birth = NULL, tax_code = NULL,
    decision_number = NULL, decision_fold = NULL, telephone = NULL, email = NULL, address = NULL,
    representative_name = NULL, representative_position = NULL, salt = NULL, erased_at = at
  WHERE agency_id = of_agency AND party_id = erased AND erased_at IS NULL
    AND agency_id = ANY (visible_agencies());
$$;
COMMENT ON FUNCTION erase_party(uuid, uuid, timestamptz) IS 'Empties all versions of a party for good; the only change that a version knows.';

REVOKE ALL ON FUNCTION find_parties(uuid[], text[], text, text, integer), erase_party(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_parties(uuid[], text[], text, text, integer), erase_party(uuid, uuid, timestamptz)
  TO minhchung_app;
GRANT SELECT, INSERT ON party, party_version, party_erasure, party_apart TO minhchung_app;
GRANT UPDATE (version, agency_of, merged_into, erased_at) ON party TO minhchung_app;
