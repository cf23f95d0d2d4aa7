-- What held of whole tasks is kept beside what held of their milestones: figures of tasks are counted without grouping
-- tens of thousands of milestones each time (33 to 7 ms of the page of all figures).

ALTER TABLE task_period RENAME TO milestone_period;
ALTER INDEX task_period_pkey RENAME TO milestone_period_pkey;
ALTER INDEX task_period_plan RENAME TO milestone_period_plan;

-- Days and flags stand before what has no fixed width, so that a row is read up to them at once.
CREATE TABLE task_period (
  agency_id uuid NOT NULL,
  task_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  position integer NOT NULL,
  withdrawn boolean NOT NULL,
  confirmed boolean NOT NULL,
  waiting boolean NOT NULL,
  to_at timestamptz,
  next_end date,
  expected_on date,
  kind text NOT NULL,
  lead_units uuid[] NOT NULL,
  PRIMARY KEY (agency_id, task_id, position)
);
CREATE INDEX task_period_plan ON task_period (plan_id);
COMMENT ON TABLE task_period IS 'What held of each task from when to when, in office time: answers questions as of a past instant.';
COMMENT ON COLUMN task_period.to_at IS 'Null while it holds.';
COMMENT ON COLUMN task_period.confirmed IS 'Whether every milestone is.';
COMMENT ON COLUMN task_period.waiting IS 'Whether a milestone waits to be confirmed.';
COMMENT ON COLUMN task_period.next_end IS 'First last day of a milestone without evidence.';
COMMENT ON COLUMN task_period.kind IS 'task or duty, as the task''s own.';

-- What still holds, with all that a figure asks of it. The ids that lead to names stand here too: where no name is
-- shown the join falls away, and the planner still takes its columns for needed.
CREATE INDEX task_period_held ON task_period
  (agency_id, kind, withdrawn, confirmed, waiting, next_end, expected_on, task_id, plan_id) WHERE to_at IS NULL;
CREATE INDEX milestone_period_held ON milestone_period
  (agency_id, kind, state, due_end, requirement_end, evidence_date, task_id, milestone, plan_id) WHERE to_at IS NULL;

ALTER TABLE milestone_period NO FORCE ROW LEVEL SECURITY;
INSERT INTO task_period (agency_id, task_id, plan_id, kind, position, from_at, to_at, withdrawn, confirmed, waiting,
                         next_end, expected_on, lead_units)
SELECT agency_id, task_id, plan_id, kind,
       row_number() OVER (PARTITION BY agency_id, task_id ORDER BY at) - 1, at,
       lead(at) OVER (PARTITION BY agency_id, task_id ORDER BY at), withdrawn, confirmed, waiting, next_end, expected_on,
       lead_units
FROM (SELECT *, lag(picture) OVER (PARTITION BY agency_id, task_id ORDER BY at) IS NOT DISTINCT FROM picture AS same
      FROM (SELECT *, ROW(withdrawn, confirmed, waiting, next_end, expected_on, lead_units)::text AS picture
            FROM (SELECT p.agency_id, p.task_id, p.plan_id, p.kind, b.at,
                         bool_and(p.state = 'withdrawn') AS withdrawn,
                         bool_and(p.state IN ('confirmed', 'withdrawn')) AS confirmed,
                         bool_or(p.state = 'submitted') AS waiting,
                         min(p.due_end) FILTER (WHERE p.evidence_date IS NULL AND p.state <> 'withdrawn') AS next_end,
                         max(p.expected_on) AS expected_on, min(p.lead_units) AS lead_units
                  FROM (SELECT DISTINCT agency_id, task_id, from_at AS at FROM milestone_period) b
                  JOIN milestone_period p ON p.agency_id = b.agency_id AND p.task_id = b.task_id
                    AND p.from_at <= b.at AND (p.to_at IS NULL OR p.to_at > b.at)
                  GROUP BY p.agency_id, p.task_id, p.plan_id, p.kind, b.at) held) pictured) compared
WHERE NOT same;
ALTER TABLE milestone_period FORCE ROW LEVEL SECURITY;

-- Of what is no longer in the plan nothing is open, and nothing waits.
ALTER TABLE task NO FORCE ROW LEVEL SECURITY;
UPDATE task SET next_end = NULL, waiting = false WHERE state = 'withdrawn';
ALTER TABLE task FORCE ROW LEVEL SECURITY;

SELECT protect(ARRAY['task_period']);
GRANT SELECT, INSERT, UPDATE, DELETE ON task_period TO minhchung_app;
