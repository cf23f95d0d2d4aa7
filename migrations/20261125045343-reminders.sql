-- Reminders of what falls due and chases, one a person, and the mail that carries them.

CREATE TABLE mail (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'given_up')),
  tries integer NOT NULL,
  next_try_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  address text,
  failure text,
  answer text,
  PRIMARY KEY (agency_id, id),
  FOREIGN KEY (agency_id, person_id) REFERENCES person (agency_id, id)
);
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state = 'waiting';
COMMENT ON TABLE mail IS 'A letter by e-mail that carries reminders to a person: written with them, sent by a job, in real time.';
COMMENT ON COLUMN mail.address IS 'Where it was sent last.';
COMMENT ON COLUMN mail.failure IS 'Why it was not sent, or not yet: no-server, no-address, refused, unreachable.';
COMMENT ON COLUMN mail.answer IS 'What the mail server said then.';

CREATE TABLE reminder (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  thing text NOT NULL,
  day date NOT NULL,
  title text NOT NULL,
  title_fold text NOT NULL,
  href text NOT NULL,
  last_day date,
  letter text,
  sent_at timestamptz NOT NULL,
  read_at timestamptz,
  mail_id uuid,
  PRIMARY KEY (agency_id, id),
  UNIQUE (agency_id, kind, thing, day, person_id),
  FOREIGN KEY (agency_id, person_id) REFERENCES person (agency_id, id),
  FOREIGN KEY (agency_id, mail_id) REFERENCES mail (agency_id, id)
);
CREATE INDEX reminder_person ON reminder (person_id, id DESC);
CREATE INDEX reminder_unread ON reminder (person_id) WHERE read_at IS NULL;
CREATE INDEX reminder_mail ON reminder (agency_id, mail_id) WHERE mail_id IS NOT NULL;
COMMENT ON TABLE reminder IS 'What somebody was reminded of, once for each thing and day: the inbox.';
COMMENT ON COLUMN reminder.kind IS 'Source: milestone, chase, …';
COMMENT ON COLUMN reminder.thing IS 'Name of the thing within its source.';
COMMENT ON COLUMN reminder.day IS 'Office day for which the reminder was due; one that came late has the day that it missed.';
COMMENT ON COLUMN reminder.letter IS 'What somebody wrote: the letter of a chase.';
COMMENT ON COLUMN reminder.sent_at IS 'Office time, as read_at is.';

ALTER TABLE account ADD COLUMN wants_mail boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN account.wants_mail IS 'Whether its person takes reminders by e-mail too.';

SELECT protect(ARRAY['mail', 'reminder']);
GRANT SELECT, INSERT, UPDATE ON mail, reminder TO minhchung_app;
