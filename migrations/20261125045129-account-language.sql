-- The language of the interface goes with the person: to another browser, and to what is sent by e-mail.

ALTER TABLE account ADD COLUMN language text CHECK (language IN ('vi', 'en'));
COMMENT ON COLUMN account.language IS 'In which the person reads the interface; null where none was chosen, which is Vietnamese.';
