-- Duties followed like tasks, in the same ledger.

ALTER TABLE task ADD COLUMN kind text NOT NULL DEFAULT 'task' CHECK (kind IN ('task', 'duty'));
ALTER TABLE task ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE task ADD COLUMN rhythm text;
COMMENT ON TABLE task IS 'A task of an issued plan, or a duty that it gives to a unit and that is followed like one.';
COMMENT ON COLUMN task.kind IS 'task: of the plan''s appendix; duty: of its part on who does what. Counted apart.';
COMMENT ON COLUMN task.rhythm IS 'Of a duty: once, each_period, half_yearly, yearly, continuous.';

-- Counts say which kind they count.
DROP INDEX task_counts;
CREATE INDEX task_counts ON task (kind, state, next_end, waiting, agency_id);
