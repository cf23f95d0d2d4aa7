-- A reminder is past once it was followed by another, or there is nothing left to be reminded of.

ALTER TABLE reminder ADD COLUMN past_at timestamptz;
COMMENT ON COLUMN reminder.past_at IS 'Since when it reminds of nothing: a later reminder of the same thing came, it was done, or it is no longer theirs. Office time.';
DROP INDEX reminder_unread;
CREATE INDEX reminder_unread ON reminder (person_id) WHERE read_at IS NULL AND past_at IS NULL;
CREATE INDEX reminder_present ON reminder (kind, thing) WHERE past_at IS NULL;
