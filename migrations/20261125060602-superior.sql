-- The body above an agency, as its documents print it over the agency's own name.

ALTER TABLE agency ADD COLUMN superior text;
COMMENT ON COLUMN agency.superior IS 'Name of the body above it, as printed over its own name in documents; null where that is its parent agency, or none.';
