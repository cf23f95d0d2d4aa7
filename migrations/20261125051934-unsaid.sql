-- What nobody has said stays unsaid: no value is filled in behind the writer's back.

ALTER TABLE unit ALTER COLUMN chases_schools DROP NOT NULL, ALTER COLUMN chases_schools DROP DEFAULT;
COMMENT ON COLUMN unit.chases_schools IS 'It chases the schools and centres below, beside the Office, which chases all (political affairs in Plan 375, IV.3.8); null where nobody has said so.';
ALTER TABLE account ALTER COLUMN wants_mail DROP NOT NULL, ALTER COLUMN wants_mail DROP DEFAULT;
COMMENT ON COLUMN account.wants_mail IS 'Whether its person takes reminders by e-mail too; null where none was chosen, which is yes.';
