-- Personal access tokens: programs that act for somebody, and calendars that show somebody's last days.

CREATE TABLE access_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  kind text NOT NULL CHECK (kind IN ('api', 'calendar')),
  name text NOT NULL,
  digest bytea NOT NULL UNIQUE,
  acts boolean NOT NULL,
  permissions text[],
  made_at timestamptz NOT NULL,
  expires_at timestamptz,
  used_at timestamptz,
  used_from text,
  ended_at timestamptz
);
CREATE INDEX access_token_account ON access_token (account_id);
COMMENT ON TABLE access_token IS 'A secret by which a program reads or acts for a person, less far than the person; in real time. Without row-level security: it is read before anyone is known.';
COMMENT ON COLUMN access_token.kind IS 'api: sent as Authorization: Bearer; calendar: stands in the address of a calendar.';
COMMENT ON COLUMN access_token.digest IS 'SHA-256 of the token, which has 256 random bits; the token is stored nowhere.';
COMMENT ON COLUMN access_token.acts IS 'Whether it may change anything.';
COMMENT ON COLUMN access_token.permissions IS 'Permissions that it is narrowed to; null for all of its person''s.';
COMMENT ON COLUMN access_token.used_at IS 'Written at most once a minute.';
COMMENT ON COLUMN access_token.ended_at IS 'When it was revoked.';
GRANT SELECT, INSERT, UPDATE ON access_token TO minhchung_app;

ALTER TABLE audit_trail ADD COLUMN token uuid;
COMMENT ON COLUMN audit_trail.token IS 'Access token by which it was asked for; null for a person at a browser.';
