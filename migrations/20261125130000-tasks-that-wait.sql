-- What waits to be confirmed is few among many: "my work" of the Office reads it without the rest.
CREATE INDEX task_waiting ON task (agency_id, next_end, position, id) WHERE waiting;
