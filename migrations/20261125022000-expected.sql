-- "Dự kiến hoàn thành": a day that a person declares, counted apart from what is done.

ALTER TABLE task ADD COLUMN expected_on date;
ALTER TABLE task_period ADD COLUMN expected_on date;
COMMENT ON COLUMN task.expected_on IS 'Day on which whoever works on the task expects to be done; declared, never computed.';
COMMENT ON COLUMN task_period.expected_on IS 'The same as it stood then.';
