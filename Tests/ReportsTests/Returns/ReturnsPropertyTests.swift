import Analytics
import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

@Suite("Returns of random portfolios: each failure names its seed")
struct ReturnsPropertyTests {
  static let seeds: [UInt64] = (1...24).map { $0 &* 104_729 }
  private static let last = Day(year: 2024, month: 12, day: 31) ?? .never

  private func view(_ ledger: MemoryLedger, by grouping: Grouping, asOf day: Day = last) throws -> ReturnsView {
    let facts = try ledger.facts(at: Moment(asOf: day), of: ReturnsView.measures)
    return try ReturnsView(facts, register: ledger.register, by: grouping, asOf: day)
  }

  @Test("each deal stands as its position does: cost, carrying amount, share, worth with dividends receivable", arguments: seeds)
  func positions(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 150)
    for day in [Day.end(ofYear: 2021), Day.end(ofYear: 2022), Self.last] {
      let view = try view(ledger, by: .deal, asOf: day)
      for deal in ledger.register.deals {
        var position = DealPosition()
        for fact in try ledger.facts(at: Moment(asOf: day)) where fact.dimensions.deal == deal.id { try position.apply(fact) }
        let state = view.positions[Int(deal.id.rawValue)]
        #expect(state.cost == position.cost && state.carryingAmount == position.carryingAmount, "seed \(seed) \(deal.name) \(day)")
        #expect(state.share == position.share, "seed \(seed) \(deal.name) \(day)")
        #expect(state.isHeld == position.isHeld, "seed \(seed) \(deal.name) \(day)")
        let worth = position.worth.mark() == nil ? max(0, position.carryingAmount) : position.worth.amount() ?? 0
        let receivable = max(0, position[.receivable].total)
        #expect(state.residual == (position.isHeld ? worth : 0) + receivable, "seed \(seed) \(deal.name) \(day)")
      }
    }
  }

  @Test("every breakdown adds up to the whole, and multiples are exact: TVPI is DPI and RVPI", arguments: seeds)
  func breakdowns(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 150)
    for grouping in Grouping.allCases {
      let view = try view(ledger, by: grouping)
      let sums = view.groups.map(\.multiples)
      #expect(sums.map(\.paidIn).reduce(0, +) == view.total.multiples.paidIn, "seed \(seed) \(grouping)")
      #expect(sums.map(\.distributed).reduce(0, +) == view.total.multiples.distributed, "seed \(seed) \(grouping)")
      #expect(sums.map(\.residualValue).reduce(0, +) == view.total.multiples.residualValue, "seed \(seed) \(grouping)")
      #expect(
        view.groups.map(\.fees).reduce(0, +) + view.unallocatedFees == view.total.fees, "seed \(seed) \(grouping)")
      for group in view.groups {
        let flows = try view.byGroup.series(
          of: try #require(view.byGroup.groups.firstIndex { $0?.label == group.label }), asOf: Self.last, afterFees: false)
        #expect(group.rate == InternalRate.xirr(of: flows), "seed \(seed) \(grouping)")
      }
    }
  }

  @Test("facts in any order of recording within the rules of time give the same flows", arguments: seeds.prefix(8))
  func order(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 120)
    let facts = try ledger.facts(at: .latest)
    let byDay = facts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    let views = try [facts, byDay].map { try ReturnsView($0, register: ledger.register, by: .deal, asOf: Self.last) }
    #expect(views[0].curve == views[1].curve && views[0].valuations == views[1].valuations, "seed \(seed)")
    #expect(views[0].groups.map(\.rate) == views[1].groups.map(\.rate), "seed \(seed)")
  }

  @Test("sorting by day and by group keeps what comes first first", arguments: seeds.prefix(8))
  func sorting(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for count in [0, 1, 5, 400] {
      let groups = [0] + (0..<300).map { _ in Int32.random(in: 0..<Int32(max(1, count)), using: &random) }
      let entries = (0..<3000).map { index in
        ReturnEntry(
          day: Day(number: Int32.random(in: 18_000...18_400, using: &random)), deal: Int32.random(in: 1...300, using: &random),
          measure: .paidFresh, amount: Int64(index))
      }
      let sorted = DaySort.sorted([entries])
      let expected = entries.sorted { ($0.day, $0.amount) < ($1.day, $1.amount) }
      #expect(sorted.map(\.amount) == expected.map(\.amount), "seed \(seed)")
      if count == 0 { continue }
      let grouped = GroupedEntries(sorted, groups: groups, count: count)
      for group in 0..<count {
        let own = expected.filter { groups[Int($0.deal)] == Int32(group) }.map(\.amount)
        #expect(grouped.entries(of: group).map(\.amount) == own, "seed \(seed) \(count) \(group)")
      }
    }
    let far = [Day.never, Day(number: 5), .always].map { ReturnEntry(day: $0, deal: 1, measure: .paidFresh, amount: 1) }
    #expect(DaySort.sorted([far]).map(\.day) == [.always, Day(number: 5), .never])
    #expect(DaySort.sorted([[], far, []]).map(\.day) == [.always, Day(number: 5), .never])
    #expect(DaySort.sorted([]).isEmpty)
  }

  @Test("many parts sorted on all cores come out as one part does", arguments: seeds.prefix(4))
  func sortingParts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entries = (0..<200_000).map { index in
      ReturnEntry(
        day: Day(number: Int32.random(in: 18_000...18_400, using: &random)), deal: 1, measure: .paidFresh,
        amount: Int64(index))
    }
    var parts: [[ReturnEntry]] = []
    var first = 0
    while first < entries.count {
      let end = min(entries.count, first + Int.random(in: 0...40_000, using: &random))
      parts.append(Array(entries[first..<end]))
      first = end
    }
    let expected = entries.sorted { ($0.day, $0.amount) < ($1.day, $1.amount) }
    #expect(DaySort.sorted(parts).map(\.amount) == expected.map(\.amount), "seed \(seed)")
  }

  @Test("fees beyond what is spread day by day are spread by month, on the day of its last, with the same sums")
  func monthlyFees() throws {
    let ledger = try books(
      """
      programme 甲 from:2019-01-01
      party 公司
      2020-01-01 budget 2020/甲 1,000.00 CNY
      2020-01-01 deal 一/A party:公司 programme:甲 method:direct
      2020-01-01 deal 二/A party:公司 programme:甲 method:direct
      2020-01-02 pay 一/A 100.00 CNY envelope:2020/甲 share:10%
      2020-01-02 pay 二/A 300.00 CNY envelope:2020/甲 share:10%
      2020-02-01 fee 甲 1.00 CNY envelope:2020/甲
      2020-02-20 fee 甲 3.01 CNY envelope:2020/甲
      2020-02-21 fee 甲 9.00 CNY envelope:2020/甲 deal:一/A
      2020-03-05 fee 甲 4.00 CNY envelope:2020/甲
      """)
    let entries = try ReturnEntries(try ledger.facts(at: .latest), register: ledger.register)
    let programmes = [.none] + ledger.register.deals.map(\.programme)
    let daily = try FeeAllocation(entries, programmes: programmes)
    let monthly = try FeeAllocation(entries, programmes: programmes, partsMax: 5)
    #expect(!daily.isMonthly && monthly.isMonthly && daily.total == 1701 && monthly.total == 1701)
    #expect(monthly.parts.map(\.amount) == [100, 301, 900, 100, 300])
    #expect(monthly.parts.map { "\($0.day)" } == ["2020-02-20", "2020-02-20", "2020-02-21", "2020-03-05", "2020-03-05"])
    #expect(daily.parts.map(\.amount).reduce(0, +) == monthly.parts.map(\.amount).reduce(0, +))
  }
}
