-- The agencies below: who is responsible for reform there, and what they make of a plan that was sent to them.

CREATE TABLE plan_due (
  agency_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  recipients text NOT NULL CHECK (recipients IN ('affiliated', 'district_offices', 'units')),
  due_end date NOT NULL,
  due_text text NOT NULL,
  PRIMARY KEY (agency_id, plan_id, recipients)
);
COMMENT ON TABLE plan_due IS 'By when a plan wants plans of its recipients, as its own duties say.';
COMMENT ON COLUMN plan_due.due_text IS 'The words that set the day.';

CREATE TABLE leadership (
  agency_id uuid NOT NULL REFERENCES agency (id),
  leadership_id uuid NOT NULL,
  no integer NOT NULL,
  leader_name text NOT NULL,
  leader_position text,
  leader_is_head boolean NOT NULL,
  officer_name text,
  officer_position text,
  document_number text,
  document_date date,
  file_id uuid,
  file_name text,
  valid_from date NOT NULL,
  valid_to date,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid,
  superseded_at timestamptz,
  PRIMARY KEY (agency_id, leadership_id, no)
);
COMMENT ON TABLE leadership IS 'Who is responsible for reform in an agency, and who is its reform focal officer, by what document and for how long.';
COMMENT ON COLUMN leadership.leader_is_head IS 'Whether the head of the agency is responsible in person, not a deputy.';
COMMENT ON COLUMN leadership.superseded_at IS 'When a later entry for the same days took its place; null while it stands.';

CREATE TABLE subplan (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  recipient text NOT NULL,
  unit_id uuid,
  kind text NOT NULL CHECK (kind IN ('own', 'district')),
  state text NOT NULL,
  source text,
  number text,
  issue_date date,
  file_id uuid,
  file_name text,
  sent_on date,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, plan_id, recipient, kind)
);
COMMENT ON TABLE subplan IS 'What a recipient of a plan makes of it: a plan of its own, or a section in its division''s plan.';
COMMENT ON COLUMN subplan.recipient IS 'Key of the recipient''s line.';
COMMENT ON COLUMN subplan.kind IS 'own: of the agency or division itself; district: of its district''s whole education sector.';
COMMENT ON COLUMN subplan.state IS 'none, draft, submitted, sent_back, confirmed.';
COMMENT ON COLUMN subplan.sent_on IS 'Day on which it was first submitted.';

CREATE TABLE subplan_period (
  agency_id uuid NOT NULL,
  subplan_id uuid NOT NULL,
  position integer NOT NULL,
  plan_id uuid NOT NULL,
  recipient text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  issue_date date,
  sent_on date,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (agency_id, subplan_id, position)
);
CREATE INDEX subplan_period_plan ON subplan_period (plan_id, recipient, kind);
COMMENT ON TABLE subplan_period IS 'From when to when each state of a subplan held, for figures as of a past day.';

CREATE TABLE subplan_chase (
  agency_id uuid NOT NULL,
  subplan_id uuid NOT NULL,
  chase_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  recipient text NOT NULL,
  chase_text text NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_by uuid,
  answer text,
  answered_at timestamptz,
  PRIMARY KEY (agency_id, subplan_id, chase_id)
);
CREATE INDEX subplan_chase_plan ON subplan_chase (plan_id, recipient);
COMMENT ON TABLE subplan_chase IS 'A chase for a subplan that is not there yet, and what the recipient answered.';
COMMENT ON COLUMN subplan_chase.sent_by IS 'Account of the author.';

SELECT protect(ARRAY['plan_due', 'leadership', 'subplan', 'subplan_period', 'subplan_chase']);
CREATE POLICY by_share ON plan_due FOR SELECT USING (
  plan_id IN (SELECT thing FROM share WHERE kind = 'plan' AND to_agency = ANY ((SELECT visible_agencies())::uuid[])));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_due, leadership, subplan, subplan_period, subplan_chase TO minhchung_app;
