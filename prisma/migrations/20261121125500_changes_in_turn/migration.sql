-- Written by hand: `npm run migration` neither makes nor sees triggers (test/database/open.test.ts holds this one).
-- Transactions that note changes do so one after another: a number is drawn only once the former one is visible, so that
-- nobody who asks for what came after a number misses one. Fires before the statement's first nextval.
CREATE FUNCTION note_changes_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(72707371);
  RETURN NULL;
END $$;

CREATE TRIGGER change_in_turn BEFORE INSERT ON "Change"
FOR EACH STATEMENT EXECUTE FUNCTION note_changes_in_turn();
