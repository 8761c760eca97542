import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// The events that are about something, in order of recording, each with who recorded it, when and out of what.
  ///
  /// Finds them by dimensions, accounts and declarations; the texts of other events are not read.
  public func history(of subjects: [HistorySubject]) throws(Diagnostic) -> [HistoryEntry] {
    try reading { state throws(Diagnostic) in
      var found: Set<Int64> = []
      for subject in subjects {
        switch subject {
        case .event(let sequence): found.formUnion(try family(of: sequence))
        case .entity(.account, let name): found.formUnion(try events(onAccount: name, state))
        case .entity(let kind, let name): found.formUnion(try events(on: kind, name))
        }
        if case .entity(let kind, let name) = subject {
          found.formUnion(try declarations(of: kind, name, state))
        }
      }
      return try entries(of: found.filter { $0 <= knownAt }.sorted(), state)
    }
  }

  /// The events recorded after one and up to another, dated on a day or before, in order of recording; `batch` events,
  /// which only say who recorded the others, are left out.
  public func history(
    after first: Int64, through last: Int64, datedBy day: Day
  ) throws(Diagnostic) -> [HistoryEntry] {
    try reading { state throws(Diagnostic) in
      let rows = try file.newStatement(
        "SELECT seq FROM event WHERE seq > ? AND seq <= ? AND coalesce(day, ?) <= ? AND kind <> 'batch' ORDER BY seq")
      rows.bind(1, first)
      rows.bind(2, min(last, knownAt))
      rows.bind(3, Int64(Day.always.number))
      rows.bind(4, Int64(day.number))
      return try entries(of: try Book.numbers(rows), state)
    }
  }

  /// An event with the one that it reverses and the one that reverses it.
  private func family(of sequence: Int64) throws(Diagnostic) -> [Int64] {
    let rows = try file.newStatement(
      "SELECT ?1 UNION SELECT seq FROM reversal WHERE original = ?1 UNION SELECT original FROM reversal WHERE seq = ?1")
    rows.bind(1, sequence)
    return try Book.numbers(rows)
  }

  /// Events with a fact or a posting about a programme, an envelope, a deal or a party.
  private func events(on kind: EntityKind, _ name: String) throws(Diagnostic) -> [Int64] {
    let columns: [String]
    switch kind {
    case .programme: columns = ["programme"]
    case .envelope: columns = ["envelope"]
    case .deal: columns = ["deal"]
    case .party: columns = ["party", "holder"]
    case .account, .commodity: return []
    }
    let row = try file.newStatement("SELECT id FROM name WHERE kind = ? AND text = ?")
    row.bind(1, copying: kind.rawValue)
    row.bind(2, copying: name)
    guard try row.step() else { return [] }
    let id = row.int(0)
    row.reset()
    let about = columns.map { "\($0) = \(id)" }.joined(separator: " OR ")
    let facts = try file.newStatement(
      "SELECT DISTINCT f.seq FROM dimensions d CROSS JOIN fact f ON f.dimensions = d.id WHERE \(about)")
    let list = "(SELECT id FROM dimensions WHERE \(about))"
    // Vouchers that no posting rule made have no facts.
    let free = "v.rule IN ('entry', 'red', 'opening', 'close', 'switch')"
    return try Book.numbers(facts) + vouchers(on: "dimensions IN \(list)", free)
  }

  /// Events with a posting of some accounts or dimensions; balances tell in which months those moved.
  private func vouchers(on condition: String, _ kind: String) throws(Diagnostic) -> [Int64] {
    let months = try file.newStatement("SELECT min(month), max(month) FROM balance WHERE \(condition)")
    guard try months.step(), !months.isNull(0) else { return [] }
    let first = Month(number: Int32(clamping: months.int(0))).start
    let last = Month(number: Int32(clamping: months.int(1))).end
    months.reset()
    return try Book.numbers(
      try file.newStatement(
        """
        SELECT DISTINCT v.seq FROM voucher v CROSS JOIN posting p ON p.voucher = v.id
        WHERE v.day BETWEEN \(first.number) AND \(last.number) AND \(kind) AND p.\(condition)
        """))
  }

  /// Events with a posting on an account or on one below it.
  private func events(onAccount name: String, _ state: BookState) throws(Diagnostic) -> [Int64] {
    let ids = state.register.accounts.filter { $0.name == name || $0.name.hasPrefix(name + ":") }
      .compactMap { state.ids.existing($0.id.rawValue, of: .account) }
    if ids.isEmpty { return [] }
    return try vouchers(on: "account IN (\(ids.map { "\($0)" }.joined(separator: ",")))", "true")
  }

  /// Declarations that name something, as what they declare or as what that belongs to.
  private func declarations(
    of kind: EntityKind, _ name: String, _ state: BookState
  ) throws(Diagnostic) -> [Int64] {
    let rows = try file.newStatement("SELECT seq, text FROM event WHERE declares = 1 AND seq <= ? ORDER BY seq")
    rows.bind(1, knownAt)
    var found: [Int64] = []
    while try rows.step() {
      // Most declarations are about others; only those that hold the name at all are read.
      let text = Array(rows.bytes(1))
      guard Book.holds(text, name) else { continue }
      let event = try state.reader.event(parsing: text)
      let isNamed = zip(event.kind.fields, event.values).contains { field, value in
        (field.type == .name(kind) || field.type == .newName(kind)) && value == .text(name)
      }
      if isNamed { found.append(rows.int(0)) }
    }
    return found
  }

  /// Whether a text holds the first part of a name that is written the same with and without quotation marks.
  private static func holds(_ text: [UInt8], _ name: String) -> Bool {
    let part = Array((name.split(whereSeparator: { "\"\\ ".contains($0) }).first ?? "").utf8)
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }

  /// The first column of all rows.
  private static func numbers(_ rows: RowStatement) throws(Diagnostic) -> [Int64] {
    var numbers: [Int64] = []
    while try rows.step() { numbers.append(rows.int(0)) }
    return numbers
  }
}
