-- Tasks: the ledger's current rows, and what held of each milestone when.

CREATE TABLE task (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  plan_version integer NOT NULL,
  key text NOT NULL,
  no text NOT NULL,
  position integer NOT NULL,
  area text,
  title text NOT NULL,
  title_fold text NOT NULL,
  requirement text,
  deliverable text,
  state text NOT NULL,
  next_end date,
  waiting boolean NOT NULL,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, plan_id, key)
);
CREATE INDEX task_plan ON task (plan_id DESC, position, id);
-- With agency_id in front, the planner takes it for joins by task too, and reads a whole agency a row.
CREATE INDEX task_counts ON task (state, next_end, waiting, agency_id);
COMMENT ON TABLE task IS 'A task of an issued plan.';
COMMENT ON COLUMN task.key IS 'Its name within the plan, the same in every version.';
COMMENT ON COLUMN task.state IS 'not_started, assigned, started, submitted, sent_back, confirmed, withdrawn.';
COMMENT ON COLUMN task.next_end IS 'Earliest last day among milestones without evidence that counts; whether it is late is asked as of a day.';
COMMENT ON COLUMN task.waiting IS 'Whether evidence of a milestone waits for confirmation.';

CREATE TABLE task_unit (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('lead', 'supporting')),
  position integer NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid,
  PRIMARY KEY (agency_id, task_id, role, position)
);
CREATE INDEX task_unit_unit ON task_unit (agency_id, unit_id, role);
CREATE INDEX task_unit_person ON task_unit (agency_id, person_id) WHERE person_id IS NOT NULL;
COMMENT ON TABLE task_unit IS 'Lead and supporting units of a task.';
COMMENT ON COLUMN task_unit.person_id IS 'Who holds the task in this lead unit.';

CREATE TABLE milestone (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  no integer NOT NULL,
  label text,
  raw text NOT NULL,
  kind text,
  due_start date,
  due_end date,
  boundary date,
  requirement_end date,
  state text NOT NULL,
  evidence_id uuid,
  evidence_date date,
  PRIMARY KEY (agency_id, task_id, no)
);
CREATE INDEX milestone_evidence ON milestone (agency_id, evidence_id) WHERE evidence_id IS NOT NULL;
COMMENT ON TABLE milestone IS 'The deadlines of a task.';
COMMENT ON COLUMN milestone.due_end IS 'Last day that is still on time; null where only a later event can fix it.';
COMMENT ON COLUMN milestone.requirement_end IS 'The requirement''s own last day, where it has one.';
COMMENT ON COLUMN milestone.state IS 'open, submitted, sent_back, confirmed, withdrawn.';
COMMENT ON COLUMN milestone.evidence_date IS 'Of the evidence that is submitted or confirmed.';

CREATE TABLE task_period (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  milestone integer NOT NULL,
  position integer NOT NULL,
  plan_id uuid NOT NULL,
  state text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  due_end date,
  requirement_end date,
  evidence_date date,
  lead_units uuid[] NOT NULL,
  PRIMARY KEY (agency_id, task_id, milestone, position)
);
-- By plan alone: with agency_id in front, the planner takes it for joins by task too, and reads a whole agency a row.
CREATE INDEX task_period_plan ON task_period (plan_id);
COMMENT ON TABLE task_period IS 'What held of each milestone from when to when, in office time: answers questions as of a past instant.';
COMMENT ON COLUMN task_period.to_at IS 'Null while it holds.';

SELECT protect(ARRAY['task', 'task_unit', 'milestone', 'task_period']);
GRANT SELECT, INSERT, UPDATE, DELETE ON task, task_unit, milestone, task_period TO minhchung_app;
