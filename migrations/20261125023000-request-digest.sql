-- A one-time key is of one input; the seq of a thing is found by its id alone.

ALTER TABLE request ADD COLUMN digest bytea;
COMMENT ON COLUMN request.digest IS 'SHA-256 of the input without its secret fields, by which the same key with another input is told; null before there were digests.';

CREATE INDEX row_version_row ON row_version (row_id, seq);
