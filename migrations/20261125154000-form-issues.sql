-- What forms of the one-stop desk were issued: which form of which rule set, what it said and by what it was laid out.

CREATE TABLE form_issue (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  dossier_id uuid,
  form_code text NOT NULL,
  kind text NOT NULL,
  number text,
  content_sha256 bytea NOT NULL CHECK (length(content_sha256) = 32),
  template_sha256 bytea NOT NULL CHECK (length(template_sha256) = 32),
  file_sha256 bytea CHECK (length(file_sha256) = 32),
  file_type text CHECK (file_type IN ('pdf', 'docx')),
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid,
  PRIMARY KEY (agency_id, id),
  CHECK ((file_sha256 IS NULL) = (file_type IS NULL))
);
CREATE INDEX form_issue_dossier ON form_issue (agency_id, dossier_id, id) WHERE dossier_id IS NOT NULL;
COMMENT ON TABLE form_issue IS 'A form that was issued; never changed. What it says is made again from the ledger and compared by its SHA-256.';
COMMENT ON COLUMN form_issue.dossier_id IS 'Whose dossier it is about; null for a tracking book.';
COMMENT ON COLUMN form_issue.form_code IS 'Rule set and number of the form in it: tt01-2018/01.';
COMMENT ON COLUMN form_issue.kind IS 'receipt, supplement-request, refusal, apology, stop-notice, control-sheet, tracking-book.';
COMMENT ON COLUMN form_issue.number IS 'Its number as printed, with what stands behind it; null where it has none.';
COMMENT ON COLUMN form_issue.content_sha256 IS 'SHA-256 over all that it said.';
COMMENT ON COLUMN form_issue.template_sha256 IS 'SHA-256 of the Word template, or of the rule set that lays out a PDF.';
COMMENT ON COLUMN form_issue.file_sha256 IS 'SHA-256 of the file that was handed out; null where it was issued and not printed.';
COMMENT ON COLUMN form_issue.issued_on IS 'The day of issue, as the form says it.';
COMMENT ON COLUMN form_issue.issued_by IS 'Account of who issued it; null where the server did.';

SELECT protect(ARRAY['form_issue']);
GRANT SELECT, INSERT ON form_issue TO minhchung_app;

COMMENT ON TABLE template IS 'A Word template that the agency uploaded, for documents or for a form; where none is in force, that of the product is used.';
COMMENT ON COLUMN template.rules IS 'What it is for: code of the rule set of documents, nd30-2020, or of a form, tt01-2018/01.';
