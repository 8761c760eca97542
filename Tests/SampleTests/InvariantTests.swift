import FundLedger
import Testing

@Suite("What holds in every sample")
struct InvariantTests {
  private func ledger(_ path: String) throws -> MemoryLedger {
    try JournalBooks(reading: SampleFolder.root + "/" + path).ledger
  }

  @Test("Every voucher balances in each commodity", arguments: try SampleFolder.books())
  func vouchers(_ path: String) throws {
    var sums: [String: Int64] = [:]
    var count = 0
    try ledger(path).postings(PostingQuery()) { row throws(Diagnostic) in
      sums["\(row.voucher) \(row.posting.commodity)", default: 0] += row.posting.amount
      count += 1
    }
    // A file of rates alone has no vouchers.
    #expect(count > 0 || path == "lpr-1y.journal")
    #expect(sums.filter { $0.value != 0 }.isEmpty)
  }

  @Test("The balances of each of the four books sum to zero", arguments: try SampleFolder.books())
  func books(_ path: String) throws {
    let ledger = try ledger(path)
    for book in AccountBook.allCases {
      var sums: [CommodityID: Int64] = [:]
      for movement in try ledger.movements(MovementQuery(book: book)) {
        sums[movement.commodity, default: 0] += try movement.closing()
      }
      #expect(sums.values.allSatisfy { $0 == 0 }, "\(book.name)")
    }
  }

  /// Approved + raised − cut ± moved + carried in = unissued + available + frozen + signed + paid + carried over + lapsed.
  @Test("The identity of DOMAIN §4.2 holds for every envelope", arguments: try SampleFolder.books())
  func quotaIdentity(_ path: String) throws {
    let ledger = try ledger(path)
    let positions = Positions(ledger)
    for envelope in ledger.register.envelopes {
      let position = try positions.envelope(envelope.id)
      let sums = position.totals
      let budget =
        sums[.approved] + sums[.approvedAbove] + sums[.raised] - sums[.reduced] + sums[.movedIn] - sums[.movedOut]
        + sums[.carriedIn]
      let places =
        position.unissued + position.available + position.frozen + position.signedUnpaid + position.paid
        + sums[.carriedOut] + sums[.lapsed]
      #expect(budget == places, "\(envelope.name)")
      #expect(position.lowestAvailable(from: .always) >= 0, "\(envelope.name)")
    }
  }

  @Test("The quota book says of every envelope what its events say", arguments: try SampleFolder.books())
  func quotaBook(_ path: String) throws {
    let ledger = try ledger(path)
    let positions = Positions(ledger)
    var held: [String: Int64] = [:]
    for movement in try ledger.movements(MovementQuery(book: .quota, isByDimensions: true, leavesOutClosing: true)) {
      let account = ledger.register[movement.account].name
      held["\(account) \(movement.dimensions.envelope)", default: 0] -= try movement.closing()
    }
    for envelope in ledger.register.envelopes {
      let position = try positions.envelope(envelope.id)
      let expected = [
        "待分配指标": position.unissued, "可执行指标": position.available, "冻结指标": position.frozen,
        "已签约未付": position.signedUnpaid, "已支付": position.paid, "结转": position.totals[.carriedOut],
      ]
      for (account, amount) in expected {
        #expect(held["\(account) \(envelope.id)"] ?? 0 == amount, "\(envelope.name) \(account)")
      }
    }
  }

  @Test("股权投资 is deal by deal, detail by detail, what the deals are carried at", arguments: try SampleFolder.books())
  func holdings(_ path: String) throws {
    let ledger = try ledger(path)
    let positions = Positions(ledger)
    var held: [String: Int64] = [:]
    var total: Int64 = 0
    for movement in try ledger.movements(MovementQuery(book: .fiscal, isByDimensions: true)) {
      let parts = ledger.register[movement.account].name.split(separator: ":")
      guard parts.first == "股权投资" else { continue }
      held["\(movement.dimensions.deal) \(parts[parts.count - 1])", default: 0] += try movement.closing()
      total += try movement.closing()
    }
    var carried: Int64 = 0
    for deal in ledger.register.deals {
      let position = try positions.deal(deal.id)
      let details = [
        "投资成本": position.cost, "损益调整": position.adjustment, "其他权益变动": position.otherEquity,
        "收益转增投资": position.capitalised,
      ]
      for (detail, amount) in details {
        #expect(held["\(deal.id) \(detail)"] ?? 0 == amount, "\(deal.name) \(detail)")
      }
      carried += position.carryingAmount
    }
    #expect(total == carried)
  }

  @Test("Budget outlay is what the envelopes paid", arguments: try SampleFolder.books())
  func outlay(_ path: String) throws {
    let ledger = try ledger(path)
    let positions = Positions(ledger)
    var outlay: Int64 = 0
    // Under the chart of 2015 the outlay stands in the one set of accounts; a change of charts is none, nor is a year end.
    try ledger.postings(PostingQuery()) { row throws(Diagnostic) in
      let name = ledger.register[row.posting.account].name
      let isOutlay = name.hasPrefix("预算支出") || name.hasSuffix("本级支出")
      if isOutlay && row.rule != "switch" && row.rule != "close" { outlay += row.posting.amount }
    }
    var paid: Int64 = 0
    for envelope in ledger.register.envelopes { paid += try positions.envelope(envelope.id).paid }
    #expect(outlay == paid)
  }
}
