import LedgerCore
import Portfolio

/// Works out the amounts of transactions of hledger and Ledger, checks what must balance, and records them.
final class LedgerBooking {
  let journal: PeerJournal
  let booking: PeerBooking
  private let events: PeerEvents
  private let refused: RefusedEvents?
  var balances: PeerBalances

  init(_ journal: PeerJournal, _ events: PeerEvents, refused: RefusedEvents?) {
    self.journal = journal
    self.events = events
    self.refused = refused
    booking = PeerBooking(journal, events, conversion: "equity:conversion")
    balances = PeerBalances(isKept: !journal.assertions.isEmpty)
  }

  /// Records all: hledger's by date, Ledger's as they stand.
  func run() {
    booking.begin()
    for item in order() {
      if journal.isFull || events.isStopped { return }
      switch item {
      case .transaction(let index): record(journal.transactions[index])
      case .posting(let index, let transaction): moveLate(index, of: journal.transactions[transaction])
      }
    }
  }

  /// What balances grow by, one after the other.
  private enum Item {
    case transaction(Int)
    /// A posting with a day of its own, on that day.
    case posting(Int, of: Int)
  }

  private func order() -> [Item] {
    let transactions = journal.transactions
    if journal.syntax == .ledger { return transactions.indices.map { .transaction($0) } }
    if !journal.hasPostingDays {
      let isSorted = zip(transactions, transactions.dropFirst()).allSatisfy { $0.day <= $1.day }
      if isSorted { return transactions.indices.map { .transaction($0) } }
    }
    var items: [(day: Day, item: Item)] = transactions.indices.map { (transactions[$0].day, .transaction($0)) }
    if journal.hasPostingDays {
      for (place, transaction) in transactions.enumerated() {
        for index in transaction.first..<transaction.end where journal.postings[index].day != .always {
          items.append((journal.postings[index].day, .posting(index, of: place)))
        }
      }
    }
    // The sort is stable: what stands first on a day stays first.
    return items.sorted { $0.day < $1.day }.map(\.item)
  }

  private func record(_ transaction: PeerTransaction) {
    do throws(Diagnostic) {
      let entry = try entry(of: transaction)
      booking.record(entry)
    } catch {
      // That amounts of a commodity have too many decimals is said once, for all of them.
      if error.code == .tooManyDecimals {
        refused?.addFile()
        return
      }
      // A balance that fails for want of a refused transaction is no error of its own.
      let blank = Event(EventDeclaration.entry, day: transaction.day)
      if refused?.explains(error, of: blank, in: events.register) != true { journal.fail(error) }
      if error.code != .assertionFailed { refused?.addFile() }
    }
  }

  private func entry(of transaction: PeerTransaction) throws(Diagnostic) -> PeerEntry {
    var entry = PeerEntry(
      day: transaction.day, status: PeerEntry.status(of: transaction.mark), code: journal.string(transaction.code),
      narration: journal.string(transaction.description), file: transaction.file, line: transaction.line)
    if transaction.note >= 0 {
      entry.note = journal.notes[Int(transaction.note)].text(in: journal, separator: "\n")
    }
    let range = transaction.first..<transaction.end
    entry.lines.reserveCapacity(range.count + 1)
    if !bookPlainly(range, into: &entry) {
      entry.lines.removeAll(keepingCapacity: true)
      try bookCarefully(range, transaction, into: &entry)
    }
    if balances.isKept { try move(range, entry, transaction) }
    return entry
  }

  /// Books postings that are all real, of one commodity and without cost or balance; false for any others.
  private func bookPlainly(_ range: Range<Int>, into entry: inout PeerEntry) -> Bool {
    var sum: Int64 = 0
    var elided = -1
    var commodity: Int32 = -1
    for index in range {
      let posting = journal.postings[index]
      guard posting.kind == .real, posting.cost < 0, posting.assertion < 0 else { return false }
      var line = line(of: posting)
      if posting.isElided {
        if elided >= 0 { return false }
        elided = entry.lines.count
      } else {
        if commodity < 0 { commodity = posting.commodity }
        guard commodity == posting.commodity, let units = posting.number.minorUnits(scale: booking.scale(commodity)) else {
          return false
        }
        line.units = units
        let (added, overflow) = sum.addingReportingOverflow(units)
        if overflow { return false }
        sum = added
      }
      entry.lines.append(line)
    }
    guard entry.lines.count >= 2, commodity >= 0, sum != .min else { return false }
    if elided < 0 { return sum == 0 }
    entry.lines[elided].units = 0 &- sum
    entry.lines[elided].commodity = commodity
    return true
  }

  /// The line of a posting, its cost, mark and remarks as its note.
  func line(of posting: PeerPosting) -> PeerLine {
    var line = PeerLine(
      account: posting.account, commodity: posting.commodity, units: 0, line: posting.line, column: posting.column)
    guard posting.note >= 0 || posting.cost >= 0 || posting.mark != 0 || posting.kind != .real else { return line }
    var parts: [String] = []
    if posting.mark != 0 { parts.append(posting.mark == UInt8(ascii: "*") ? "*" : "!") }
    if posting.kind == .virtual { parts.append("(virtual)") }
    if posting.kind == .balancedVirtual { parts.append("[virtual]") }
    if posting.cost >= 0 { parts.append(journal.string(journal.costs[Int(posting.cost)].text)) }
    if posting.note >= 0 { parts.append(journal.notes[Int(posting.note)].text(in: journal, separator: "; ")) }
    line.note = parts.joined(separator: " ")
    return line
  }
}
