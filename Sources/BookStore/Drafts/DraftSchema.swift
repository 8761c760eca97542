/// The table of drafts: it stands beside the chain, since what waits is no record yet, and is guarded like one.
enum DraftSchema {
  /// What was prepared, and what became of it.
  static let table = """
    CREATE TABLE draft(
      id INTEGER PRIMARY KEY, created TEXT NOT NULL, preparer TEXT NOT NULL, source TEXT NOT NULL,
      digest TEXT NOT NULL, text TEXT NOT NULL, state INTEGER NOT NULL CHECK(state IN (0, 1, 2)),
      reviewer TEXT NOT NULL, decided TEXT NOT NULL, reason TEXT NOT NULL, batch INTEGER NOT NULL,
      CHECK(state <> 1 OR (reviewer <> '' AND reviewer <> preparer AND batch > 0))
    ) STRICT;
    CREATE INDEX draft_open ON draft(id) WHERE state = 0;
    """

  /// A draft is added open at the end, is decided once, and never goes.
  static let guards = """
    CREATE TRIGGER draft_in_turn BEFORE INSERT ON draft
    WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM draft) OR NEW.state <> 0
    BEGIN SELECT RAISE(ABORT, 'bgt: drafts are only added at the end, open'); END;
    CREATE TRIGGER draft_no_delete BEFORE DELETE ON draft
    BEGIN SELECT RAISE(ABORT, 'bgt: a draft is never removed; void it'); END;
    CREATE TRIGGER draft_once BEFORE UPDATE ON draft
    WHEN OLD.state <> 0 OR NEW.state = 0 OR NEW.id <> OLD.id OR NEW.created <> OLD.created
      OR NEW.preparer <> OLD.preparer OR NEW.source <> OLD.source OR NEW.digest <> OLD.digest OR NEW.text <> OLD.text
    BEGIN SELECT RAISE(ABORT, 'bgt: a draft is decided once and its text never changes'); END;
    """
}
