-- Plans that were issued before their areas were kept have them too, by their numbers alone.

INSERT INTO plan_area (agency_id, plan_id, position, label, area)
  SELECT agency_id, plan_id, row_number() OVER (PARTITION BY agency_id, plan_id ORDER BY first), area, area
  FROM (SELECT agency_id, plan_id, area, min(position) AS first FROM plan_item
      WHERE kind = 'commitment' AND version_to IS NULL AND area IS NOT NULL GROUP BY agency_id, plan_id, area) found
  WHERE NOT EXISTS (SELECT 1 FROM plan_area known
    WHERE known.agency_id = found.agency_id AND known.plan_id = found.plan_id);
