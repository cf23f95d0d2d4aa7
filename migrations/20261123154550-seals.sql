-- Seals: committed events and audit rows, bound into one chain of batches (docs/decisions/0007-seals.md).

CREATE TABLE unsealed (
  agency_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('event', 'audit_trail')),
  id uuid NOT NULL,
  PRIMARY KEY (agency_id, kind, id)
);
COMMENT ON TABLE unsealed IS 'Events and audit rows that no seal holds yet, queued by the transaction that wrote them.';
COMMENT ON COLUMN unsealed.kind IS 'Table of the row.';

CREATE TABLE seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  sealed_at timestamptz NOT NULL,
  row_count integer NOT NULL CHECK (row_count > 0),
  leaves bytea NOT NULL,
  digest bytea NOT NULL
);
COMMENT ON TABLE seal IS 'A batch of events and audit rows, sealed after they were committed. Append-only; of the whole installation.';
COMMENT ON COLUMN seal.sealed_at IS 'Real time.';
COMMENT ON COLUMN seal.leaves IS 'For each row its table, agency, id and SHA-256, packed, in the order of agency and id.';
COMMENT ON COLUMN seal.digest IS 'SHA-256 over the digest of the seal before, this number and time, and the leaves.';

-- By trigger, so that nothing that writes such a row can forget it, in a statement of the same round trip.
CREATE FUNCTION queue_for_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unsealed (agency_id, kind, id) SELECT agency_id, TG_TABLE_NAME, id FROM added;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION queue_for_seal() IS 'Queues inserted rows for the next seal.';
CREATE TRIGGER queue_for_seal AFTER INSERT ON event
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_for_seal();
CREATE TRIGGER queue_for_seal AFTER INSERT ON audit_trail
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_for_seal();

SELECT protect(ARRAY['unsealed']);
GRANT SELECT, INSERT ON seal TO minhchung_app;
GRANT SELECT, INSERT, DELETE ON unsealed TO minhchung_app;
