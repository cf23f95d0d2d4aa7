-- The plan of a higher agency: adopted as parent of ours, its items mapped to those that carry them out.

ALTER TABLE plan ADD COLUMN adopted boolean NOT NULL DEFAULT false, ADD COLUMN parent_id uuid;
CREATE INDEX plan_parent ON plan (agency_id, parent_id) WHERE parent_id IS NOT NULL;
COMMENT ON COLUMN plan.state IS 'uploaded, unreadable, draft, circulating, abandoned, issued, adopted, amending.';
COMMENT ON COLUMN plan.adopted IS 'Whether it is a plan of a higher agency that ours carry out: no tasks are opened from it.';
COMMENT ON COLUMN plan.parent_id IS 'The adopted plan that this one carries out.';

CREATE TABLE parent_item (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  item text NOT NULL,
  item_text text NOT NULL,
  text_fold text NOT NULL,
  given text,
  reason text,
  due_end date,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (agency_id, plan_id, position)
);
COMMENT ON TABLE parent_item IS 'What held of each item of an adopted plan from when to when, in office time.';
COMMENT ON COLUMN parent_item.item IS 'Key of the item in the adopted plan.';
COMMENT ON COLUMN parent_item.given IS 'lead, support, not_ours; null until a drafter has said so.';
COMMENT ON COLUMN parent_item.due_end IS 'The last day that the adopted plan sets for it.';

CREATE TABLE mapping (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  item text NOT NULL,
  of_plan uuid NOT NULL,
  to_key text NOT NULL,
  item_words text NOT NULL,
  to_words text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (agency_id, plan_id, position)
);
CREATE INDEX mapping_to ON mapping (agency_id, of_plan) WHERE to_at IS NULL;
COMMENT ON TABLE mapping IS 'Which of our items carried out an item of an adopted plan, from when to when, in office time.';
COMMENT ON COLUMN mapping.of_plan IS 'The plan of ours, and in to_key the key of its item.';
COMMENT ON COLUMN mapping.item_words IS 'Words of the adopted plan''s item when it was mapped; to_words those of ours.';

CREATE TABLE commitment_task (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  version integer NOT NULL,
  commitment text NOT NULL,
  task text NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (agency_id, plan_id, version, commitment, task)
);
COMMENT ON TABLE commitment_task IS 'The tasks that carry out a commitment, by key, in each version of its plan.';

-- Plans that were issued before have their rows as well. The owner sees what nobody's scope restricts.
ALTER TABLE event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE stream NO FORCE ROW LEVEL SECURITY;
INSERT INTO commitment_task (agency_id, plan_id, version, commitment, task, from_at, to_at)
SELECT DISTINCT v.agency_id, v.stream, v.no::int, item->>'key', task.key, v.occurred_at, v.next_at
FROM (SELECT e.agency_id, e.stream, e.payload, e.occurred_at,
             row_number() OVER w AS no, lead(e.occurred_at) OVER w AS next_at
      FROM event e JOIN stream s ON s.agency_id = e.agency_id AND s.id = e.stream AND s.kind = 'plan'
      WHERE e.type IN ('issued', 'amended') WINDOW w AS (PARTITION BY e.agency_id, e.stream ORDER BY e.seq)) v,
     jsonb_array_elements(v.payload->'items') item,
     jsonb_array_elements_text(item->'fields'->'tasks') task (key)
WHERE item->>'kind' = 'commitment';
ALTER TABLE event FORCE ROW LEVEL SECURITY;
ALTER TABLE stream FORCE ROW LEVEL SECURITY;

SELECT protect(ARRAY['parent_item', 'mapping', 'commitment_task']);
GRANT SELECT, INSERT, UPDATE, DELETE ON parent_item, mapping, commitment_task TO minhchung_app;
