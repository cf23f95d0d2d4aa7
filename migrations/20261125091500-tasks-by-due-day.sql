-- "My work" is read by due day, fifty rows of ten thousand.
CREATE INDEX task_by_due ON task (agency_id, next_end, position, id);
