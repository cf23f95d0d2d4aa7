-- Official documents by number, symbol and issue date.

CREATE TABLE document (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  number text NOT NULL,
  symbol text NOT NULL,
  type text,
  issuer text,
  issue_date date NOT NULL,
  abstract text NOT NULL,
  search_fold text NOT NULL,
  file_id uuid,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE NULLS NOT DISTINCT (agency_id, number, symbol, issue_date, issuer),
  FOREIGN KEY (agency_id, file_id) REFERENCES stored_file (agency_id, id)
);
CREATE INDEX document_issue_date ON document (agency_id, issue_date DESC, id);
COMMENT ON TABLE document IS 'An official document that this agency knows of; an uploaded file is a file, not a document.';
COMMENT ON COLUMN document.number IS '375 of 375/KH-SGDĐT.';
COMMENT ON COLUMN document.symbol IS 'KH-SGDĐT of 375/KH-SGDĐT.';
COMMENT ON COLUMN document.type IS 'Full type name: Kế hoạch.';
COMMENT ON COLUMN document.issuer IS 'Who issued it, as written; null for the agency itself.';
COMMENT ON COLUMN document.seq IS 'Version of the row.';

SELECT protect(ARRAY['document']);
GRANT SELECT, INSERT, UPDATE ON document TO minhchung_app;
