-- Reform areas: the division that answers for each, and the areas of tasks.

CREATE TABLE plan_area (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL,
  label text NOT NULL,
  area text NOT NULL,
  unit_id uuid,
  PRIMARY KEY (agency_id, plan_id, position)
);
COMMENT ON TABLE plan_area IS 'Reform areas of an issued plan, in the order of its part III.';
COMMENT ON COLUMN plan_area.label IS 'As the plan''s commitments name it: 3.';
COMMENT ON COLUMN plan_area.area IS 'Its heading, which task.area repeats.';
COMMENT ON COLUMN plan_area.unit_id IS 'Division that answers for it; null where nobody has been named.';

SELECT protect(ARRAY['plan_area']);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_area TO minhchung_app;
