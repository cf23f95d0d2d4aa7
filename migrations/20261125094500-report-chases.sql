-- Who was asked for a report, how often, and what they answered stands beside the report's state.

ALTER TABLE report
  ADD COLUMN begun boolean NOT NULL DEFAULT true,
  ADD COLUMN chased integer NOT NULL DEFAULT 0,
  ADD COLUMN last_chased timestamptz,
  ADD COLUMN chase_answer text;
COMMENT ON COLUMN report.begun IS 'Whether anybody has written in it; false where it was only asked for.';
COMMENT ON COLUMN report.chase_answer IS 'The unit''s answer to the last chase that it answered.';
ALTER TABLE report ALTER COLUMN begun DROP DEFAULT, ALTER COLUMN chased DROP DEFAULT;
