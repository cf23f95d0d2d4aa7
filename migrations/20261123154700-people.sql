-- People, what they may do where, how they sign in, and who stands in for whom.

CREATE TABLE person (
  agency_id uuid NOT NULL REFERENCES agency (id),
  id uuid NOT NULL,
  name text NOT NULL,
  name_fold text NOT NULL,
  position text NOT NULL,
  email text,
  telephone text,
  valid_from date NOT NULL,
  valid_to date,
  seq integer NOT NULL,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE person IS 'Somebody who works in an agency.';
COMMENT ON COLUMN person.position IS 'Job title as documents print it: Chuyên viên Văn phòng.';

CREATE TABLE post (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text NOT NULL,
  unit_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, person_id) REFERENCES person (agency_id, id),
  FOREIGN KEY (agency_id, unit_id) REFERENCES unit (agency_id, id)
);
CREATE INDEX post_person ON post (agency_id, person_id);
COMMENT ON TABLE post IS 'A role that a person holds, in the whole agency or in one unit, from a day to a day.';

CREATE TABLE absence (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  reason text NOT NULL,
  ended_early_on date,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, person_id) REFERENCES person (agency_id, id),
  FOREIGN KEY (agency_id, deputy_id) REFERENCES person (agency_id, id),
  CHECK (ends_on >= starts_on),
  CHECK (person_id <> deputy_id)
);
CREATE INDEX absence_deputy ON absence (agency_id, deputy_id);
COMMENT ON TABLE absence IS 'Who acts for whom, until when.';

CREATE TABLE account (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL,
  person_id uuid NOT NULL,
  login text NOT NULL UNIQUE,
  password_hash text,
  must_change_password boolean NOT NULL,
  closed_on date,
  UNIQUE (agency_id, person_id),
  FOREIGN KEY (agency_id, person_id) REFERENCES person (agency_id, id)
);
COMMENT ON TABLE account IS 'A way to sign in. Without row-level security: it is read before anyone is known.';
COMMENT ON COLUMN account.password_hash IS 'argon2id with its parameters, PHC string; null where only an invitation can set it.';

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  batch uuid NOT NULL,
  made_by uuid REFERENCES account (id),
  digest bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX invitation_account ON invitation (account_id);
CREATE INDEX invitation_batch ON invitation (batch);
COMMENT ON TABLE invitation IS 'A one-time code that signs an account in until its person has set a password; in real time.';
COMMENT ON COLUMN invitation.batch IS 'Invitations that were made together, and whose slips are printed together.';
COMMENT ON COLUMN invitation.digest IS 'SHA-256 of the code, which has 80 random bits; the code is stored nowhere.';
COMMENT ON COLUMN invitation.ended_at IS 'When it was used, or replaced by a newer one.';

CREATE TABLE session (
  token_digest bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  address text,
  agent text
);
CREATE INDEX session_account ON session (account_id);
COMMENT ON TABLE session IS 'Signed-in browsers, in real time; the cookie holds the token, the row its SHA-256.';

CREATE TABLE sign_in_failure (
  id uuid PRIMARY KEY,
  login text NOT NULL,
  address text NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_login ON sign_in_failure (login, recorded_at);
CREATE INDEX sign_in_failure_address ON sign_in_failure (address, recorded_at);
COMMENT ON TABLE sign_in_failure IS 'Failed sign-ins, in real time, for the throttle.';

SELECT protect(ARRAY['person', 'post', 'absence']);
GRANT SELECT, INSERT, UPDATE ON person, post, absence, account, invitation TO minhchung_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_failure TO minhchung_app;

CREATE TABLE demo_account (
  login text PRIMARY KEY REFERENCES account (login),
  title text NOT NULL,
  position integer NOT NULL
);
COMMENT ON TABLE demo_account IS 'Accounts of a demo that one click signs in; empty in a real installation.';
GRANT SELECT, INSERT ON demo_account TO minhchung_app;
