-- Closed periods of the handling report: which dossiers each number was counted from, for good.

CREATE TABLE handling_report (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  no smallint NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  form text NOT NULL,
  as_of timestamptz NOT NULL,
  dossiers integer NOT NULL,
  digest text NOT NULL,
  reason text,
  PRIMARY KEY (agency_id, id, no)
);
COMMENT ON TABLE handling_report IS 'A period of the handling report as it was closed; a correction is another version.';
COMMENT ON COLUMN handling_report.form IS 'Code of the form whose columns it has, and by it the inclusion policy.';
COMMENT ON COLUMN handling_report.as_of IS 'The cut-off: the end of the period''s last day.';
COMMENT ON COLUMN handling_report.dossiers IS 'How many dossiers it counts.';
COMMENT ON COLUMN handling_report.digest IS 'SHA-256 over the counted dossiers, each with how it came and how it was judged, in hexadecimal.';
COMMENT ON COLUMN handling_report.reason IS 'Why it was counted anew; null for the first version.';

CREATE TABLE handling_report_dossier (
  agency_id uuid NOT NULL,
  report_id uuid NOT NULL,
  no smallint NOT NULL,
  dossier_id uuid NOT NULL,
  code text,
  unit_id uuid NOT NULL,
  procedure_id uuid NOT NULL,
  field text NOT NULL,
  arrival text NOT NULL,
  verdict text NOT NULL,
  ending text,
  PRIMARY KEY (agency_id, report_id, no, dossier_id)
);
COMMENT ON TABLE handling_report_dossier IS 'What a closed period was counted from; its digest stands in the ledger.';
COMMENT ON COLUMN handling_report_dossier.arrival IS 'online or direct: received in the period; carried: from before.';
COMMENT ON COLUMN handling_report_dossier.ending IS 'finished, withdrawn or stopped; null while it was in handling.';

SELECT protect(ARRAY['handling_report', 'handling_report_dossier']);
GRANT SELECT, INSERT, UPDATE, DELETE ON handling_report TO minhchung_app;
GRANT SELECT, INSERT ON handling_report_dossier TO minhchung_app;
