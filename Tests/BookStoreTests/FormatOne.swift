/// The tables of a book of format 1, as the first version of the program made them, for tests of the upgrade.
enum FormatOne {
  /// Turns a book of the present format into one of format 1 with the same records.
  static let conversion = """
    DROP VIEW posting_view; DROP TABLE draft;
    ALTER TABLE voucher DROP COLUMN type; ALTER TABLE voucher DROP COLUMN attachments;
    CREATE TABLE counter_one(
      book INTEGER NOT NULL, month INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY(book, month)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counter_one SELECT book, month, max(last) FROM counter GROUP BY 1, 2;
    DROP TABLE counter; ALTER TABLE counter_one RENAME TO counter;
    PRAGMA user_version = 1;
    """
}
