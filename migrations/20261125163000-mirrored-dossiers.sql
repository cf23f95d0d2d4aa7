-- Dossiers that another system holds: which one, and as of when it said what stands here.

ALTER TABLE dossier ADD COLUMN mirror_source text, ADD COLUMN mirror_at timestamptz,
  ADD CHECK ((mirror_source IS NULL) = (mirror_at IS NULL));
COMMENT ON COLUMN dossier.mirror_source IS 'The system that holds the dossier, which is only mirrored here; null for those handled here.';
COMMENT ON COLUMN dossier.mirror_at IS 'When that system said what stands here.';
