-- The scope as a set that each row is looked up in. As an array that agency_id equals any of, the planner took it for a
-- condition of every index that begins with agency_id, reckoned with a twentieth of the rows for each table, and read an
-- agency of ten thousand tasks once a row: a plan's page took a tenth of a second.

CREATE OR REPLACE FUNCTION protect(tables text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY by_agency ON %I USING (agency_id IN (SELECT unnest(visible_agencies())))', t);
  END LOOP;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND policyname = 'by_agency' LOOP
    EXECUTE format('ALTER POLICY by_agency ON %I USING (agency_id IN (SELECT unnest(visible_agencies())))', t);
  END LOOP;
END $$;

-- Figures are counted from periods alone, without the tasks that they are of.
ALTER TABLE task_period ADD COLUMN kind text;
ALTER TABLE task NO FORCE ROW LEVEL SECURITY;
ALTER TABLE task_period NO FORCE ROW LEVEL SECURITY;
UPDATE task_period p SET kind = task.kind FROM task WHERE task.agency_id = p.agency_id AND task.id = p.task_id;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
ALTER TABLE task_period FORCE ROW LEVEL SECURITY;
ALTER TABLE task_period ALTER COLUMN kind SET NOT NULL;
COMMENT ON COLUMN task_period.kind IS 'task or duty, as the task''s own.';

-- Whoever writes a plan says whether it was adopted.
ALTER TABLE plan ALTER COLUMN adopted DROP DEFAULT;
