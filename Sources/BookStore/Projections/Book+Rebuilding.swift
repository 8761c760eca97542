import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// Makes all projections anew from the records, in one transaction; records are only read.
  public func rebuildProjections() throws(Diagnostic) {
    if file.isReadOnly { throw Diagnostic(.bookReadOnly, Wording("\(path) 只打开供读取", "\(path) was opened for reading only")) }
    try file.transaction { () throws(Diagnostic) in
      // Before the state is read, which would take dimensions from blocks that may be damaged.
      for table in BookSchema.projectionTables { try file.execute("DELETE FROM \(table.name)") }
      let state = try BookState.load(file)
      try file.execute(
        """
        INSERT INTO balance(account, commodity, dimensions, month, debit, credit)
        SELECT p.account, p.commodity, p.dimensions, v.month, sum(CASE p.side WHEN 0 THEN p.amount ELSE 0 END),
          sum(CASE p.side WHEN 1 THEN -p.amount ELSE 0 END)
        FROM voucher v CROSS JOIN posting p ON p.voucher = v.id GROUP BY 1, 2, 3, 4;
        INSERT INTO turnover(account, commodity, month, debit, credit)
          SELECT account, commodity, month, sum(debit), sum(credit) FROM balance GROUP BY 1, 2, 3;
        INSERT INTO counter(book, type, month, last)
          SELECT book, type, month, max(number) FROM voucher GROUP BY 1, 2, 3;
        INSERT INTO kind_count(kind, count) SELECT kind, count(*) FROM event GROUP BY 1;
        INSERT INTO gross(measure, amount) SELECT measure, sum(abs(amount)) FROM fact
        WHERE measure NOT IN (\(Book.shareMeasures)) GROUP BY 1;
        """)
      try rebuildLookups(state)
      try FactBlock.writeFull(through: state.sequence, in: file)
      try DeclarationBlock.writeFull(through: state.sequence, in: file)
      try DimensionsBlock.writeFull(through: try file.int("SELECT max(id) FROM dimensions") ?? 0, in: file)
      try PlainTurnoverTable.rebuild(in: file, state.ids, state.register)
    }
  }

  /// Measures whose amounts are no money, as a list for SQL.
  private static var shareMeasures: String {
    Measure.allCases.filter { !GrossTotals.counts($0) }.map { "\($0.rawValue)" }.joined(separator: ", ")
  }

  private func rebuildLookups(_ state: BookState) throws(Diagnostic) {
    let identities = RowBatch(into: "identity", [.integer("hash"), .integer("seq")], in: file)
    let rows = try file.newStatement("SELECT seq, text FROM event ORDER BY seq")
    var reversals: [(sequence: Int64, original: String)] = []
    while try rows.step() {
      let text = Array(rows.bytes(1))
      let event = try state.reader.event(parsing: text)
      let key = event.text("key").map(EventIdentity.hash(ofKey:))
      identities.add(key ?? EventIdentity.hash(ofText: ChainDigest(of: text)))
      identities.add(rows.int(0))
      if identities.count >= 1000 { try identities.flush() }
      if event.kind.name == "reverse", let original = event.text("event") { reversals.append((rows.int(0), original)) }
    }
    try identities.flush()
    for (sequence, reference) in reversals {
      guard let original = try state.history.sequence(of: reference) else { continue }
      let row = try file.statement("INSERT INTO reversal(original, seq) VALUES (?, ?)")
      row.bind(1, original)
      row.bind(2, sequence)
      try row.run()
    }
  }
}
