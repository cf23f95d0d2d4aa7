-- What waits to be confirmed is few among many: "my work" of the Office reads it without the rest.
CREATE INDEX task_waiting ON task (agency_id, next_end, position, id) WHERE waiting;

-- What counts ask of tasks, and of who leads them, is read from indexes alone.
DROP INDEX task_counts;
CREATE INDEX task_counts ON task (agency_id, kind, state, next_end, waiting, id);
DROP INDEX task_unit_unit;
CREATE INDEX task_unit_unit ON task_unit (agency_id, unit_id, role, task_id);
