import LedgerCore
import Portfolio

extension Book {
  /// Where the chain stood at a moment; `asOf` plays no part, since the chain is ordered by recording.
  public func head(at moment: Moment = .latest) throws(Diagnostic) -> ChainHead {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      if moment.knownAt >= state.sequence {
        return ChainHead(sequence: state.sequence, digest: state.digest.hexadecimal)
      }
      let digest = try file.digest(of: moment.knownAt)
      return ChainHead(sequence: max(0, moment.knownAt), digest: digest?.hexadecimal ?? "")
    }
  }

  /// Facts of a day and later, at a moment, in order of recording, of all measures or some.
  public func facts(
    from first: Day, at moment: Moment, of measures: Set<Measure>?
  ) throws(Diagnostic) -> [Fact] {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      try FactReading(from: first, at: moment, of: measures, ids: state.ids).facts(in: file)
    }
  }

  /// Gathers the same facts in sinks, so that a report over a million of them need not hold them all; blocks of facts
  /// are unpacked on all cores.
  public func gatherFacts<Sink: Sendable>(
    from first: Day, at moment: Moment, of measures: Set<Measure>?, into empty: @escaping @Sendable (Int) -> Sink,
    _ add: @escaping @Sendable (inout Sink, Fact) -> Void
  ) throws(Diagnostic) -> [Sink] {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      try FactReading(from: first, at: moment, of: measures, ids: state.ids).gather(in: file, into: empty, add)
    }
  }

  /// The events that facts of a moment reverse.
  public func reversedEvents(at moment: Moment) throws(Diagnostic) -> Set<Int64> {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      try FactReading(from: .always, at: moment, of: nil, ids: state.ids).reversedEvents(in: file)
    }
  }

  /// The last day that a fact or a voucher is dated, at a moment; `always` when there is none.
  public func lastDay(at moment: Moment) throws(Diagnostic) -> Day {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      // Vouchers have an index by day; asking for their place in the chain too would forgo it.
      let known = moment.knownAt >= state.sequence ? "" : " AND seq <= \(moment.knownAt)"
      let sql = "SELECT max(day) FROM voucher WHERE day <= ?\(known)"
      let voucher = try file.int(sql, Int64(moment.asOf.number)).map { Day(number: Int32(clamping: $0)) }
      let fact = try FactReading(from: .always, at: moment, of: nil, ids: state.ids).lastDay(in: file)
      return max(voucher ?? .always, fact)
    }
  }

  /// How many events of each kind there are at a moment, in the order of the catalog.
  public func eventCounts(at moment: Moment) throws(Diagnostic) -> [(kind: String, count: Int)] {
    let moment = bounded(moment)
    return try reading { state throws(Diagnostic) in
      let isLatest = moment.asOf == .never && moment.knownAt >= state.sequence
      let rows = try file.newStatement(
        isLatest
          ? "SELECT kind, count FROM kind_count"
          : "SELECT kind, count(*) FROM event WHERE seq <= ? AND coalesce(day, ?) <= ? GROUP BY kind")
      if !isLatest {
        rows.bind(1, moment.knownAt)
        rows.bind(2, Int64(Day.always.number))
        rows.bind(3, Int64(moment.asOf.number))
      }
      var counts: [String: Int] = [:]
      while try rows.step() { counts[rows.text(0)] = Int(rows.int(1)) }
      return EventCatalog.kinds.compactMap { kind in counts[kind.name].map { (kind.name, $0) } }
    }
  }

  /// Postings by day, then in order of recording.
  public func postings(
    _ query: PostingQuery, _ body: (PostingRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try reading { state throws(Diagnostic) in
      var condition = "v.day BETWEEN ? AND ? AND v.seq <= ?"
      if let book = query.book { condition += " AND v.book = \(book.rawValue)" }
      if let voucher = query.voucher { condition += " AND v.id = \(voucher)" }
      if let event = query.event {
        let before = try file.int("SELECT vouchers FROM event WHERE seq = ?", event &- 1) ?? 0
        let last = try file.int("SELECT vouchers FROM event WHERE seq = ?", event) ?? 0
        condition += " AND v.id BETWEEN \(before &+ 1) AND \(last)"
      }
      var openings: Set<Int64>?
      func plainOpenings() throws(Diagnostic) -> Set<Int64> {
        if let openings { return openings }
        let found = try self.plainOpenings(at: query.moment, state)
        openings = found
        return found
      }
      if let rules = query.rules {
        let others = rules.contains(Voucher.openingRule) ? try plainOpenings() : []
        condition += Book.ofRules(rules, orVouchers: others)
      }
      if query.dimensions != .none {
        guard let agreeing = state.ids.condition(agreeingWith: query.dimensions) else { return }
        condition += " AND p.dimensions IN (SELECT id FROM dimensions WHERE \(agreeing))"
      }
      let accounts = query.accounts.map { Set($0.compactMap { state.ids.existing($0.rawValue, of: .account) }) }
      if let accounts {
        guard let narrower = try narrowing(to: accounts) else { return }
        condition += narrower
      }
      let rows = try file.newStatement(
        "SELECT \(VoucherRow.columns) FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
          + "WHERE \(condition) ORDER BY v.day, v.id, p.line")
      rows.bind(1, Int64(query.from.number))
      rows.bind(2, Int64(query.moment.asOf.number))
      rows.bind(3, bounded(query.moment).knownAt)
      var current: PostingRow?
      while try rows.step() {
        if let accounts, !accounts.contains(rows.int(8)) { continue }
        let posting = try VoucherRow.posting(rows, state.ids)
        // The lines of a voucher follow each other and share all but the posting.
        if current?.voucher == rows.int(1) {
          current?.line = Int(rows.int(7))
          current?.posting = posting
        } else {
          current = PostingRow(
            sequence: rows.int(0), voucher: rows.int(1), book: try VoucherRow.book(rows), type: try VoucherRow.type(rows),
            number: rows.int(3), day: Day(number: Int32(clamping: rows.int(4))), rule: rows.text(5),
            narration: rows.text(6), attachments: rows.int(14), line: Int(rows.int(7)), posting: posting)
          if let row = current, row.rule == Voucher.entryRule || row.rule == Voucher.redRule {
            current?.opensBooks = try plainOpenings().contains(row.voucher)
          }
        }
        if let current { try body(current) }
      }
    }
  }

  /// The plain vouchers that count as opening balances at a moment.
  private func plainOpenings(at moment: Moment, _ state: BookState) throws(Diagnostic) -> Set<Int64> {
    let known = bounded(moment).knownAt
    let last = known < state.sequence ? try file.int("SELECT vouchers FROM event WHERE seq = ?", known) ?? 0 : state.voucher
    return Set(try MarkedVouchers(file: file, last: last).plainOpenings(state))
  }

  /// A condition that only vouchers of some rules meet, and red ones that reverse an event of them.
  ///
  /// - Parameter others: vouchers that are meant too, whatever rule made them.
  static func ofRules(_ rules: Set<String>, orVouchers others: Set<Int64> = []) -> String {
    func list(_ rules: Set<String>) -> String {
      rules.sorted().map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: ",")
    }
    let named = others.isEmpty ? "" : "v.id IN (\(others.sorted().map { "\($0)" }.joined(separator: ","))) OR "
    // The vouchers of an event follow each other: those of an event end with the number that it keeps.
    return """
       AND (\(named)v.rule IN (\(list(rules))) OR v.rule = '\(Voucher.redRule)' AND v.seq IN (
        SELECT r.seq FROM reversal r JOIN event e ON e.seq = r.original LEFT JOIN event b ON b.seq = r.original - 1
        JOIN voucher o ON o.id > coalesce(b.vouchers, 0) AND o.id <= e.vouchers
        WHERE o.rule IN (\(list(rules.subtracting([Voucher.switchRule]))))))
      """
  }

  /// A condition that reads only the months in which some accounts moved, by the balances; nil when they never did.
  private func narrowing(to accounts: Set<Int64>) throws(Diagnostic) -> String? {
    if accounts.isEmpty { return nil }
    // Many accounts are filtered row by row; a long list would only slow the reading.
    if accounts.count > 100 { return "" }
    let list = accounts.sorted().map { "\($0)" }.joined(separator: ",")
    let rows = try file.newStatement(
      "SELECT min(month), max(month) FROM balance WHERE account IN (\(list))")
    guard try rows.step(), !rows.isNull(0) else { return nil }
    let first = Month(number: Int32(clamping: rows.int(0))).start
    let last = Month(number: Int32(clamping: rows.int(1))).end
    return " AND v.day BETWEEN \(first.number) AND \(last.number) AND p.account IN (\(list))"
  }
}
