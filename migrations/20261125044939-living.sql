-- The living document: the head and foot of the version in force, and what each target is measured by.

ALTER TABLE plan ADD COLUMN document jsonb;
COMMENT ON COLUMN plan.document IS 'Head and foot of the version in force: number, date, issuer, signer, recipients; null before the plan is issued.';
UPDATE plan SET document = (
  SELECT payload -> 'document' FROM event
  WHERE event.agency_id = plan.agency_id AND event.stream = plan.id AND event.type IN ('issued', 'amended')
  ORDER BY seq DESC LIMIT 1);

ALTER TABLE plan_item ADD COLUMN measure text, ADD COLUMN unmeasured text;
COMMENT ON COLUMN plan_item.measure IS 'Of a target: id of the measure that says how it stands; null where there is none.';
COMMENT ON COLUMN plan_item.unmeasured IS 'Of a target without measure: why there is none.';
