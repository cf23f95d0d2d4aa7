-- Chases: reminders with an author, on the ledger of each task that they name.

CREATE TABLE task_chase (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  chase_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  chase_text text NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_by uuid,
  answer text,
  answered_at timestamptz,
  PRIMARY KEY (agency_id, task_id, chase_id)
);
CREATE INDEX task_chase_unit ON task_chase (agency_id, unit_id) WHERE answered_at IS NULL;
COMMENT ON TABLE task_chase IS 'A task in a chase sent to one of its lead units, and what the unit answered for it.';
COMMENT ON COLUMN task_chase.chase_id IS 'One for all tasks that the same chase names.';
COMMENT ON COLUMN task_chase.sent_by IS 'Account of the author.';

SELECT protect(ARRAY['task_chase']);
GRANT SELECT, INSERT, UPDATE, DELETE ON task_chase TO minhchung_app;
