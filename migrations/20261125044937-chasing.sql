-- Who chases the agencies below is said of the unit, not by its name.

ALTER TABLE unit ADD COLUMN chases_schools boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN unit.chases_schools IS 'It chases the schools and centres below, beside the Office, which chases all (political affairs in Plan 375, IV.3.8).';
