-- Evidence: a document, an event with its day, or a file; every revision is kept.

CREATE TABLE evidence (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  revision integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('document', 'event', 'file')),
  evidence_date date NOT NULL,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE evidence IS 'What shows that work was done, as of its last revision.';
COMMENT ON COLUMN evidence.evidence_date IS 'Issue date of the document or day of the event, apart from the day of upload.';

CREATE TABLE evidence_revision (
  agency_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  no integer NOT NULL,
  kind text NOT NULL,
  evidence_date date NOT NULL,
  abstract text NOT NULL,
  document_id uuid,
  document_number text,
  document_type text,
  file_id uuid,
  file_name text,
  sha256 text,
  PRIMARY KEY (agency_id, evidence_id, no),
  FOREIGN KEY (agency_id, document_id) REFERENCES document (agency_id, id),
  FOREIGN KEY (agency_id, file_id) REFERENCES stored_file (agency_id, id)
);
CREATE INDEX evidence_revision_document ON evidence_revision (agency_id, document_id)
  WHERE document_id IS NOT NULL;
COMMENT ON TABLE evidence_revision IS 'Each form in which evidence was handed in.';
COMMENT ON COLUMN evidence_revision.document_number IS 'Number and symbol as they stood then: 375/KH-SGDĐT.';
COMMENT ON COLUMN evidence_revision.sha256 IS 'Of the file, in hexadecimal.';

SELECT protect(ARRAY['evidence', 'evidence_revision']);
GRANT SELECT, INSERT, UPDATE, DELETE ON evidence, evidence_revision TO minhchung_app;
