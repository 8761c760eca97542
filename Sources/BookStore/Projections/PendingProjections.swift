import LedgerCore
import Portfolio

/// What a running transaction has yet to add to the projections: gathered in memory, written in order of keys.
struct PendingProjections {
  /// Vouchers are numbered by book, series and month.
  struct Series: Hashable {
    let book: AccountBook
    let type: VoucherType
    let month: Month
  }

  /// Look-ups held in memory before they are written, so that memory stays flat.
  private static let identitiesMax = 1 << 20

  private var balances = BalanceTable()
  private var lastNumbers: [Series: Int64] = [:]
  private var changedNumbers: Set<Series> = []
  private var lastSeries: Series?
  private var lastNumber: Int64 = 0
  private var kinds: [ObjectIdentifier: (name: String, count: Int64)] = [:]
  private var gross: [Measure: Int64] = [:]
  private var plain: PlainTurnoverTable
  private let register: Register
  /// Whether an account that has moved was declared anew: what its vouchers did to results may be another thing now.
  var isPlainStale = false
  private var identities: [(hash: Int64, sequence: Int64)] = []
  /// Events with a key, by the number of the key.
  private(set) var keys: [Int64: Int64] = [:]
  /// Reversed events, each with the event that reverses it, and the other way round.
  private(set) var reversals: [Int64: Int64] = [:]
  private(set) var originals: [Int64: Int64] = [:]

  init(register: Register) {
    self.register = register
    plain = PlainTurnoverTable(register: register)
  }

  /// Whether it is time to write.
  var isFull: Bool { identities.count >= PendingProjections.identitiesMax }

  /// Takes in what an event did.
  ///
  /// - Parameter identity: the number by which a repetition of the event is looked up.
  mutating func add(_ recorded: RecordedEvent, identity: Int64) throws(Diagnostic) {
    let event = recorded.event
    try balances.add(recorded.vouchers)
    try plain.add(recorded)
    for fact in recorded.facts where GrossTotals.counts(fact.measure) {
      gross[fact.measure, default: 0] += Int64(clamping: fact.amount.magnitude)
    }
    kinds[ObjectIdentifier(event.kind), default: (event.kind.name, 0)].count += 1
    if recorded.reverses != 0 {
      reversals[recorded.reverses] = recorded.sequence
      originals[recorded.sequence] = recorded.reverses
    }
    if event.text("key") != nil { keys[identity] = recorded.sequence }
    identities.append((identity, recorded.sequence))
  }

  /// The next voucher number of a series.
  mutating func nextNumber(of series: Series, in file: BookFile) throws(Diagnostic) -> Int64 {
    if series == lastSeries {
      lastNumber += 1
      return lastNumber
    }
    keepNumber()
    let before = try lastNumber(of: series, in: file)
    (lastSeries, lastNumber) = (series, before + 1)
    return lastNumber
  }

  private func lastNumber(of series: Series, in file: BookFile) throws(Diagnostic) -> Int64 {
    if let known = lastNumbers[series] { return known }
    let (book, type, month) = (
      Int64(series.book.rawValue), Int64(series.type.rawValue), Int64(series.month.number)
    )
    let last =
      try file.int("SELECT last FROM counter WHERE book = ? AND type = ? AND month = ?", book, type, month) ?? 0
    guard (0...StoreFailure.numberMax).contains(last) else {
      throw StoreFailure.damaged(
        Wording("某月最后一张凭证的编号是 \(last)", "the last voucher of a month is numbered \(last)"))
    }
    return last
  }

  private mutating func keepNumber() {
    guard let series = lastSeries else { return }
    lastNumbers[series] = lastNumber
    changedNumbers.insert(series)
    lastSeries = nil
  }

  /// Writes everything and forgets it.
  mutating func flush(to file: BookFile, _ ids: StoredIDs) throws(Diagnostic) {
    try flushBalances(to: file, ids)
    keepNumber()
    let counter = try file.statement(
      "INSERT INTO counter(book, type, month, last) VALUES (?, ?, ?, ?) "
        + "ON CONFLICT(book, type, month) DO UPDATE SET last = excluded.last")
    for series in changedNumbers {
      counter.bind(1, Int64(series.book.rawValue))
      counter.bind(2, Int64(series.type.rawValue))
      counter.bind(3, Int64(series.month.number))
      counter.bind(4, lastNumbers[series] ?? 0)
      try counter.run()
    }
    changedNumbers.removeAll(keepingCapacity: true)
    let kind = try file.statement(
      "INSERT INTO kind_count(kind, count) VALUES (?, ?) "
        + "ON CONFLICT(kind) DO UPDATE SET count = count + excluded.count")
    for (name, count) in kinds.values {
      kind.bind(1, copying: name)
      kind.bind(2, count)
      try kind.run()
    }
    kinds.removeAll(keepingCapacity: true)
    let sum = try file.statement(
      "INSERT INTO gross(measure, amount) VALUES (?, ?) "
        + "ON CONFLICT(measure) DO UPDATE SET amount = amount + excluded.amount")
    for (measure, amount) in gross.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      sum.bind(1, Int64(measure.rawValue))
      sum.bind(2, amount)
      try sum.run()
    }
    gross.removeAll(keepingCapacity: true)
    try plain.write(to: file, ids)
    plain.removeAll()
    try flushLookups(to: file)
    if isPlainStale { try PlainTurnoverTable.rebuild(in: file, ids, register) }
    isPlainStale = false
  }

  private mutating func flushLookups(to file: BookFile) throws(Diagnostic) {
    // In order of the key, so that the tree is filled page by page.
    identities.sort { $0 < $1 }
    let rows = RowBatch(into: "identity", [.integer("hash"), .integer("seq")], in: file)
    for (hash, sequence) in identities {
      rows.add(hash)
      rows.add(sequence)
      if rows.count >= 1000 { try rows.flush() }
    }
    try rows.flush()
    identities.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    let reversal = try file.statement("INSERT INTO reversal(original, seq) VALUES (?, ?)")
    for (original, sequence) in reversals.sorted(by: { $0.key < $1.key }) {
      reversal.bind(1, original)
      reversal.bind(2, sequence)
      try reversal.run()
    }
    reversals.removeAll(keepingCapacity: true)
    originals.removeAll(keepingCapacity: true)
  }

  private mutating func flushBalances(to file: BookFile, _ ids: StoredIDs) throws(Diagnostic) {
    var rows: [(key: (Int64, Int64, Int64, Int64), turnover: BalanceTable.Turnover)] = []
    rows.reserveCapacity(balances.turnovers.count)
    for (key, turnover) in balances.turnovers {
      let place = (
        ids.stored(key.account), ids.stored(key.commodity), ids.stored(key.dimensions),
        Int64(key.month.number)
      )
      rows.append((place, turnover))
    }
    rows.sort { $0.key < $1.key }
    let balance = RowBatch(
      into: "balance",
      [
        .integer("account"), .integer("commodity"), .integer("dimensions"), .integer("month"), .integer("debit"),
        .integer("credit"),
      ],
      onConflict: "ON CONFLICT(account, commodity, dimensions, month) "
        + "DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit", in: file)
    var months = AccountMonths()
    for (key, turnover) in rows {
      balance.add(key.0)
      balance.add(key.1)
      balance.add(key.2)
      balance.add(key.3)
      balance.add(turnover.debit)
      balance.add(turnover.credit)
      if balance.count >= 1000 { try file.writeAside([balance]) }
      try months.add(account: key.0, commodity: key.1, month: key.3, turnover)
    }
    try balance.flush()
    try months.write(to: file)
    balances.removeAll()
  }
}
