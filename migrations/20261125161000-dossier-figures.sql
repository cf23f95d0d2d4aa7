-- What figures over dossiers ask for: instants that never change once they are set, and the ways to them.

ALTER TABLE dossier ADD COLUMN refused_at timestamptz, ADD COLUMN supplement_at timestamptz,
  ADD COLUMN supplement_again_at timestamptz;
COMMENT ON COLUMN dossier.refused_at IS 'When it was not accepted.';
COMMENT ON COLUMN dossier.supplement_at IS 'When a supplement was first asked for after acceptance.';
COMMENT ON COLUMN dossier.supplement_again_at IS 'When one was asked for a second time.';

CREATE INDEX dossier_open ON dossier (agency_id, accepted_at) WHERE accepted_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX dossier_refused ON dossier (agency_id, refused_at) WHERE refused_at IS NOT NULL;
CREATE INDEX dossier_returned ON dossier (agency_id, returned_at) WHERE returned_at IS NOT NULL;
CREATE INDEX dossier_waiting ON dossier (agency_id, submitted_at) WHERE status IN ('submitted', 'awaiting-completion');
-- What was open on a past day: the young by acceptance, and of the old those few that took long.
CREATE INDEX dossier_long ON dossier (agency_id, ended_at) WHERE ended_at - accepted_at > interval '60 days';
CREATE INDEX dossier_lay_long ON dossier (agency_id, returned_at) WHERE returned_at - ended_at > interval '60 days';
