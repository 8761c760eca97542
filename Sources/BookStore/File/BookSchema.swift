import LedgerCore

/// The tables of a book file, documented in Docs/book-file.md.
enum BookSchema {
  /// `bgt` and a 1 in ASCII, by which tools tell a book from other SQLite files.
  static let applicationID: Int64 = 0x6267_7431
  /// Raised with every change that an older program could not read, and when an event means other facts than before.
  static let version: Int64 = 7

  /// What is recorded once and never changed.
  static let records = """
    CREATE TABLE rule_set(
      name TEXT NOT NULL, version INTEGER NOT NULL, digest BLOB NOT NULL, text BLOB NOT NULL,
      PRIMARY KEY(name, version)
    ) STRICT;
    CREATE TABLE event(
      seq INTEGER PRIMARY KEY, day INTEGER, kind TEXT NOT NULL, batch INTEGER NOT NULL, declares INTEGER NOT NULL,
      vouchers INTEGER NOT NULL, text TEXT NOT NULL, digest BLOB NOT NULL
    ) STRICT;
    CREATE TABLE name(
      kind TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dimensions(
      id INTEGER PRIMARY KEY, programme INTEGER NOT NULL, envelope INTEGER NOT NULL, deal INTEGER NOT NULL,
      party INTEGER NOT NULL, holder INTEGER NOT NULL, seq INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE voucher(
      id INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES event(seq), book INTEGER NOT NULL,
      type INTEGER NOT NULL, month INTEGER NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL,
      rule TEXT NOT NULL, narration TEXT NOT NULL, attachments INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE posting(
      voucher INTEGER NOT NULL REFERENCES voucher(id), line INTEGER NOT NULL, account INTEGER NOT NULL,
      side INTEGER NOT NULL, amount INTEGER NOT NULL, commodity INTEGER NOT NULL, dimensions INTEGER NOT NULL,
      PRIMARY KEY(voucher, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fact(
      seq INTEGER NOT NULL REFERENCES event(seq), n INTEGER NOT NULL, day INTEGER NOT NULL, measure INTEGER NOT NULL,
      amount INTEGER NOT NULL, commodity INTEGER NOT NULL, dimensions INTEGER NOT NULL, traits INTEGER NOT NULL,
      reverses INTEGER NOT NULL, PRIMARY KEY(seq, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX event_declaring ON event(seq) WHERE declares = 1;
    CREATE INDEX event_batch ON event(seq) WHERE kind = 'batch';
    CREATE INDEX voucher_day ON voucher(day);
    CREATE INDEX voucher_closing ON voucher(seq) WHERE rule = 'close';
    CREATE INDEX voucher_opening ON voucher(seq) WHERE rule = 'opening';
    CREATE INDEX fact_dimensions ON fact(dimensions, measure);
    CREATE INDEX dimensions_deal ON dimensions(deal) WHERE deal > 0;
    CREATE INDEX dimensions_envelope ON dimensions(envelope) WHERE envelope > 0;
    CREATE INDEX dimensions_programme ON dimensions(programme) WHERE programme > 0;
    """

  /// What is kept with the records so that no query reads all of them; may be dropped and rebuilt.
  static let projections = """
    CREATE TABLE balance(
      account INTEGER NOT NULL, commodity INTEGER NOT NULL, dimensions INTEGER NOT NULL, month INTEGER NOT NULL,
      debit INTEGER NOT NULL, credit INTEGER NOT NULL, PRIMARY KEY(account, commodity, dimensions, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE turnover(
      account INTEGER NOT NULL, commodity INTEGER NOT NULL, month INTEGER NOT NULL, debit INTEGER NOT NULL,
      credit INTEGER NOT NULL, PRIMARY KEY(account, commodity, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE counter(
      book INTEGER NOT NULL, type INTEGER NOT NULL, month INTEGER NOT NULL, last INTEGER NOT NULL,
      PRIMARY KEY(book, type, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE kind_count(kind TEXT PRIMARY KEY NOT NULL, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE identity(
      hash INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY(hash, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE gross(measure INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT;
    CREATE TABLE plain(
      origin INTEGER NOT NULL, month INTEGER NOT NULL, account INTEGER NOT NULL, commodity INTEGER NOT NULL,
      debit INTEGER NOT NULL, credit INTEGER NOT NULL, PRIMARY KEY(origin, month, account, commodity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE fact_block(
      id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, facts BLOB NOT NULL, reversed BLOB NOT NULL
    ) STRICT;
    CREATE TABLE dimensions_block(id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, combinations BLOB NOT NULL) STRICT;
    CREATE TABLE declaration_block(id INTEGER PRIMARY KEY, places BLOB NOT NULL, texts BLOB NOT NULL) STRICT;
    CREATE TABLE reversal(original INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
    """

  /// Tables of records with their keys.
  static let recordTables: [(name: String, key: String)] = [
    ("rule_set", "name, version"), ("event", "seq"), ("name", "kind, id"), ("dimensions", "id"), ("voucher", "id"),
    ("posting", "voucher, line"), ("fact", "seq, n"),
  ]

  /// Tables of projections with their keys.
  static let projectionTables: [(name: String, key: String)] = [
    ("balance", "account, commodity, dimensions, month"), ("turnover", "account, commodity, month"),
    ("counter", "book, type, month"), ("kind_count", "kind"),
    ("identity", "hash, seq"), ("reversal", "original"), ("gross", "measure"), ("plain", "origin, month, account, commodity"),
    ("fact_block", "id"), ("dimensions_block", "id"), ("declaration_block", "id"),
  ]

  /// Triggers that refuse to change or delete records, whatever program asks.
  ///
  /// REPLACE would delete without asking a trigger, so events and vouchers are also refused out of turn; for postings
  /// that would cost a tenth of an import, and `bgt verify` finds what is wrong with them.
  static var guards: String {
    var sql = ""
    for table in recordTables {
      for action in ["UPDATE", "DELETE"] {
        sql += """
          CREATE TRIGGER \(table.name)_no_\(action.lowercased()) BEFORE \(action) ON \(table.name)
          BEGIN SELECT RAISE(ABORT, 'bgt: what is recorded is never changed; record a reversal'); END;

          """
      }
    }
    for (table, key) in [("event", "seq"), ("voucher", "id"), ("dimensions", "id")] {
      sql += """
        CREATE TRIGGER \(table)_in_turn BEFORE INSERT ON \(table)
        WHEN NEW.\(key) <> (SELECT coalesce(max(\(key)), 0) + 1 FROM \(table))
        BEGIN SELECT RAISE(ABORT, 'bgt: records are only added at the end'); END;

        """
    }
    return sql
  }

  /// Views that show records with names in place of ids, for people with an SQLite tool.
  static let views = """
    CREATE VIEW posting_view AS
      SELECT v.seq, v.id AS voucher, v.book,
        CASE v.type WHEN 1 THEN '记' WHEN 2 THEN '收' WHEN 3 THEN '付' WHEN 4 THEN '转' END AS type, v.number, date(v.day * 86400, 'unixepoch') AS day, v.rule, v.narration,
        p.line, account.text AS account, CASE p.side WHEN 0 THEN p.amount END AS debit,
        CASE p.side WHEN 1 THEN -p.amount END AS credit, commodity.text AS commodity, deal.text AS deal,
        envelope.text AS envelope, programme.text AS programme, party.text AS party
      FROM voucher v JOIN posting p ON p.voucher = v.id
      JOIN name account ON account.kind = 'account' AND account.id = p.account
      JOIN name commodity ON commodity.kind = 'commodity' AND commodity.id = p.commodity
      LEFT JOIN dimensions d ON d.id = p.dimensions
      LEFT JOIN name deal ON deal.kind = 'deal' AND deal.id = d.deal
      LEFT JOIN name envelope ON envelope.kind = 'envelope' AND envelope.id = d.envelope
      LEFT JOIN name programme ON programme.kind = 'programme' AND programme.id = d.programme
      LEFT JOIN name party ON party.kind = 'party' AND party.id = d.party;
    """

  /// Makes all tables, inside a transaction of the caller.
  static func make(in file: BookFile) throws(Diagnostic) {
    try file.execute(records)
    try file.execute(projections)
    try file.execute(guards)
    try file.execute(DraftSchema.table)
    try file.execute(DraftSchema.guards)
    try file.execute(views)
    try file.execute("PRAGMA application_id = \(applicationID)")
    try file.execute("PRAGMA user_version = \(version)")
  }

  /// Refuses a file that is not a book, or one of another version.
  static func check(_ file: BookFile) throws(Diagnostic) {
    let found = try version(of: file)
    if found < version {
      throw Diagnostic(
        .bookOlder,
        Wording(
          "\(file.path) 是第 \(found) 版格式，本程序用第 \(version) 版", "\(file.path) is of format \(found), this program keeps format \(version)"),
        hint: Wording(
          "bgt upgrade --book \(file.path) 升级账簿，旧文件保留在旁边", "bgt upgrade --book \(file.path) brings it up and keeps the old file beside it"))
    }
  }

  /// The version of a book's format, this one or an earlier one.
  static func version(of file: BookFile) throws(Diagnostic) -> Int64 {
    guard try file.int("PRAGMA application_id") == applicationID else {
      throw Diagnostic(
        .notABook, Wording("\(file.path) 不是账簿文件", "\(file.path) is not a book file"),
        hint: Wording("文本账用 -f 读；bgt init 建立新账簿", "a journal is read with -f; bgt init makes a new book"))
    }
    let found = try file.int("PRAGMA user_version") ?? 0
    if found > version {
      throw Diagnostic(
        .bookNewer,
        Wording(
          "\(file.path) 由更新的 bgt 写成（第 \(found) 版格式，本程序读第 \(version) 版）",
          "\(file.path) was written by a newer bgt (format \(found), this one reads \(version))"),
        hint: Wording("请安装更新的程序", "install the newer program"))
    }
    if found < 1 { throw Diagnostic(.notABook, Wording("\(file.path) 的格式本程序不认识", "\(file.path) has no format that this program knows")) }
    return found
  }

  /// Refuses to make a book where something is.
  static func checkEmpty(_ file: BookFile) throws(Diagnostic) {
    let tables = try file.int("SELECT count(*) FROM sqlite_schema") ?? 0
    let id = try file.int("PRAGMA application_id") ?? 0
    if tables > 0 || id != 0 { throw exists(file.path) }
  }

  /// The refusal to write over a file.
  static func exists(_ path: String) -> Diagnostic {
    Diagnostic(
      .bookExists, Wording("\(path) 已经存在", "\(path) exists already"),
      hint: Wording("另起名称；bgt 不覆盖文件", "choose another name; bgt never writes over a file"))
  }
}
