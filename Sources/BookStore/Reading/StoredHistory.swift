import JournalText
import LedgerCore
import Portfolio

/// What a book file says about recorded events, for the checks of new ones.
///
/// It belongs to no recorder, so that a recorder may hold it.
final class StoredHistory: FactStore, EventHistory {
  private let file: BookFile
  private let register: Register
  private let ids: StoredIDs
  private let reader: JournalReader
  /// The last event that may be known.
  private let limit: Int64
  /// What a running transaction holds in memory, written before it is asked for; nil outside of one.
  var appender: Appender?

  init(file: BookFile, register: Register, ids: StoredIDs, reader: JournalReader, limit: Int64) {
    self.file = file
    self.register = register
    self.ids = ids
    self.reader = reader
    self.limit = limit
  }

  func facts(ofDeal deal: DealID) throws(Diagnostic) -> [Fact] {
    try facts(where: "d.deal = ?", ids.existing(deal.rawValue, of: .deal))
  }

  func facts(ofEnvelope envelope: EnvelopeID) throws(Diagnostic) -> [Fact] {
    try facts(where: "d.envelope = ?", ids.existing(envelope.rawValue, of: .envelope))
  }

  func facts(ofProgramme programme: ProgrammeID, _ measures: Set<Measure>) throws(Diagnostic) -> [Fact] {
    let measures = measures.map { "\($0.rawValue)" }.sorted().joined(separator: ", ")
    return try facts(
      where: "d.programme = ? AND f.measure IN (\(measures))", ids.existing(programme.rawValue, of: .programme))
  }

  func facts(of measures: Set<Measure>) throws(Diagnostic) -> [Fact] {
    try file.access { () throws(Diagnostic) in
      try appender?.flush()
      return try FactReading(from: .always, at: Moment(knownAt: limit), of: measures, ids: ids).facts(in: file)
    }
  }

  func grossTotals() throws(Diagnostic) -> GrossTotals {
    try file.access { () throws(Diagnostic) in
      try appender?.flush()
      let rows = try file.newStatement("SELECT measure, amount FROM gross")
      var gross = GrossTotals()
      while try rows.step() {
        if let measure = Measure(rawValue: UInt8(clamping: rows.int(0))) { gross[measure] = max(0, rows.int(1)) }
      }
      return gross
    }
  }

  private func facts(where condition: String, _ id: Int64?) throws(Diagnostic) -> [Fact] {
    guard let id, id > 0 else { return [] }
    return try file.access { () throws(Diagnostic) in
      try appender?.flushRecords()
      let rows = try file.statement(
        "SELECT \(FactRow.columns) FROM dimensions d CROSS JOIN fact f ON f.dimensions = d.id "
          + "WHERE \(condition) AND f.seq <= ? ORDER BY f.seq, f.n")
      rows.bind(1, id)
      rows.bind(2, limit)
      return try FactRow.all(rows, ids)
    }
  }

  func recorded(_ reference: String) throws(Diagnostic) -> RecordedEvent? {
    try file.access { () throws(Diagnostic) in
      guard let sequence = try sequence(of: reference), sequence <= limit else { return nil }
      try appender?.flushRecord(of: sequence)
      guard let text = try file.text(of: sequence) else { return nil }
      let rows = try file.statement("SELECT \(FactRow.columns) FROM fact f WHERE f.seq = ? ORDER BY f.n")
      rows.bind(1, sequence)
      let facts = try FactRow.all(rows, ids)
      return RecordedEvent(
        sequence: sequence, event: try reader.event(parsing: text), facts: facts,
        vouchers: try VoucherRow.vouchers(of: sequence, in: file, ids), reverses: try original(of: sequence))
    }
  }

  func stated(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event)? {
    try file.access { () throws(Diagnostic) in
      guard let sequence = try sequence(of: reference), sequence <= limit else { return nil }
      try appender?.flushRecord(of: sequence)
      return try file.text(of: sequence).map { text throws(Diagnostic) in (sequence, try reader.event(parsing: text)) }
    }
  }

  func posted(_ reference: String) throws(Diagnostic) -> (sequence: Int64, event: Event, vouchers: [Voucher])? {
    try file.access { () throws(Diagnostic) in
      guard let (sequence, event) = try stated(reference) else { return nil }
      return (sequence, event, try VoucherRow.vouchers(of: sequence, in: file, ids))
    }
  }

  /// The event that an event reverses, 0 for none.
  private func original(of sequence: Int64) throws(Diagnostic) -> Int64 {
    if let pending = appender?.pendingOriginal(of: sequence) { return pending }
    return try file.int("SELECT original FROM reversal WHERE seq = ?", sequence) ?? 0
  }

  /// The place in the chain of an event named `#17` or by its key.
  func sequence(of reference: String) throws(Diagnostic) -> Int64? {
    if reference.first == "#" { return Int64(reference.dropFirst()) }
    try appender?.flush()
    let rows = try file.statement("SELECT seq FROM identity WHERE hash = ? ORDER BY seq")
    rows.bind(1, EventIdentity.hash(ofKey: reference))
    var candidates: [Int64] = []
    while try rows.step() { candidates.append(rows.int(0)) }
    for candidate in candidates {
      guard let text = try file.text(of: candidate) else { continue }
      if try reader.event(parsing: text).text("key") == reference { return candidate }
    }
    return nil
  }

  func reversal(of sequence: Int64) throws(Diagnostic) -> Int64? {
    try file.access { () throws(Diagnostic) in
      if let pending = appender?.pendingReversal(of: sequence) { return pending <= limit ? pending : nil }
      return try file.int("SELECT seq FROM reversal WHERE original = ? AND seq <= ?", sequence, limit)
    }
  }

  func balances(of book: AccountBook, through month: Month) throws(Diagnostic) -> [StandingBalance] {
    try file.access { () throws(Diagnostic) in
      try appender?.flush()
      let accounts = register.accounts.filter { $0.book == book }.compactMap {
        ids.existing($0.id.rawValue, of: .account)
      }
      if accounts.isEmpty { return [] }
      // The table is in order of accounts; a long list would only slow the reading.
      let list = accounts.sorted().map { "\($0)" }.joined(separator: ",")
      let narrower = accounts.count > 1000 ? "" : " AND account IN (\(list))"
      let rows = try file.newStatement(
        "SELECT account, commodity, dimensions, sum(debit - credit) FROM balance WHERE month <= ?\(narrower) "
          + "GROUP BY account, commodity, dimensions HAVING sum(debit - credit) <> 0")
      rows.bind(1, Int64(month.number))
      var found: [StandingBalance] = []
      while try rows.step() {
        let account = try ids.account(rows.int(0))
        guard register[account].book == book else { continue }
        found.append(
          StandingBalance(
            account: account, commodity: try ids.commodity(rows.int(1)), dimensions: try ids.dimensions(rows.int(2)),
            amount: rows.int(3)))
      }
      return found
    }
  }

  func activeMonths(of book: AccountBook) throws(Diagnostic) -> [Month] {
    try file.access { () throws(Diagnostic) in
      try appender?.flush()
      let rows = try file.newStatement("SELECT DISTINCT month FROM counter WHERE book = ? ORDER BY month")
      rows.bind(1, Int64(book.rawValue))
      var months: [Month] = []
      while try rows.step() { months.append(Month(number: Int32(clamping: rows.int(0)))) }
      return months
    }
  }

  func balances(before month: Month) throws(Diagnostic) -> [Movement] {
    try file.access { () throws(Diagnostic) in
      try appender?.flush()
      let rows = try file.newStatement(
        "SELECT account, commodity, dimensions, sum(CASE WHEN month < ?1 THEN debit - credit ELSE 0 END), "
          + "sum(CASE WHEN month >= ?1 THEN debit ELSE 0 END), sum(CASE WHEN month >= ?1 THEN credit ELSE 0 END) "
          + "FROM balance GROUP BY account, commodity, dimensions")
      rows.bind(1, Int64(month.number))
      var table = MovementTable(query: MovementQuery(from: month.start, isByDimensions: true))
      while try rows.step() {
        try table.add(
          account: try ids.account(rows.int(0)), commodity: try ids.commodity(rows.int(1)),
          dimensions: try ids.dimensions(rows.int(2)), opening: rows.int(3), debit: rows.int(4), credit: rows.int(5))
      }
      return table.rows
    }
  }

  func balance(of account: AccountID, _ commodity: CommodityID, asOf day: Day) throws(Diagnostic) -> Int64 {
    guard let account = ids.existing(account.rawValue, of: .account),
      let commodity = ids.existing(commodity.rawValue, of: .commodity)
    else { return 0 }
    return try file.access { () throws(Diagnostic) in
      try appender?.flush()
      let month = Int64(day.month.number)
      let isWhole = day == .never || day == day.month.end
      let sum =
        try file.int(
          "SELECT sum(debit - credit) FROM balance WHERE account = ? AND commodity = ? AND month < ?", account,
          commodity,
          isWhole ? month + 1 : month) ?? 0
      if isWhole { return sum }
      let part =
        try file.int(
          "SELECT sum(p.amount) FROM voucher v CROSS JOIN posting p ON p.voucher = v.id "
            + "WHERE v.day BETWEEN ? AND ? AND p.account = ? AND p.commodity = ?", Int64(day.month.start.number),
          Int64(day.number), account, commodity) ?? 0
      do throws(MoneyOverflow) { return try sum.plus(part) } catch {
        throw Diagnostic.sumOverflow
      }
    }
  }
}
