import LedgerCore
import Portfolio
import Reports
import Seeds
import Testing

/// What holds for any facts whatever; the seed of a failing run is in its message.
@Suite("Multipliers, whatever was recorded")
struct LeveragePropertyTests {
  /// Twelve deals of companies and funds under two programmes.
  static let declarations: String = {
    var text = "programme 甲 from:2019-01-01\nprogramme 乙 from:2019-01-01\n"
    for number in 1...12 {
      let region = "37150\(number % 3)"
      text += "party 单位\(number) kind:\(number % 3 == 0 ? "fund" : "company") region:\(region) industry:C\(number % 4 + 13)\n"
      text += "2019-01-01 deal 项目\(number) party:单位\(number) programme:\(number % 2 == 0 ? "甲" : "乙") method:直接投资\n"
    }
    return text
  }()

  /// Random facts about the deals: payments, commitments, others' money at all levels, loans, deployments, reversals.
  static func facts(_ random: inout SeededGenerator, base: CommodityID) -> [Fact] {
    let classes: [ContributorClass] = [.private, .stateFirm, .otherPublic]
    var facts: [Fact] = []
    for sequence in 1...Int64(120) {
      let deal = Int32.random(in: 1...12, using: &random)
      let party = Int32.random(in: 0...12, using: &random)
      var traits = Traits()
      traits.contributor = classes[Int(party) % 3]
      traits.level = ContributionLevel.allCases.randomElement(using: &random)
      traits.stage = [.signed, .paid].randomElement(using: &random)
      traits.hasEvidence = Bool.random(using: &random)
      let measures: [Measure] = [.committed, .paidFresh, .paidFresh, .paidRecycled, .contributed, .contributed, .lent, .deployed]
      let measure = measures.randomElement(using: &random) ?? .paidFresh
      let isOthers = measure == .contributed || measure == .lent || measure == .deployed
      facts.append(
        Fact(
          sequence: sequence, day: day("2019-01-01").adding(days: Int.random(in: 0...1800, using: &random)),
          measure: measure, amount: Int64.random(in: 1...1_000_000, using: &random), commodity: base,
          dimensions: Dimensions(deal: DealID(deal), party: PartyID(isOthers ? party : deal)), traits: traits))
      if sequence % 10 == 0, var red = facts.randomElement(using: &random), red.reverses == 0 {
        red.reverses = red.sequence
        red.sequence = 1000 + sequence
        red.amount = -red.amount
        facts.append(red)
      }
    }
    return facts
  }

  @Test("M2 is 1 + M1 wide on both bases, and every breakdown adds up to the same whole")
  func identities() throws {
    let ledger = try books(Self.declarations)
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    let policy = LeveragePolicy()
    for round in 0..<60 {
      let facts = Self.facts(&random, base: ledger.register.baseID)
      let whole = try LeverageView(facts, register: ledger.register, by: .none).total
      let m1 = try whole.ratio(.m1, policy)
      let m2 = try whole.ratio(.m2, policy)
      #expect(m2.numerator == m1.numerator + m1.denominator && m2.denominator == m1.denominator, "seed \(seed)")
      let m1c = try whole.ratio(.m1Committed, policy)
      let m2c = try whole.ratio(.m2Committed, policy)
      #expect(m2c.numerator == m1c.numerator + m1c.denominator && m2c.denominator == m1c.denominator, "seed \(seed)")
      #expect(m1c.denominator >= m1.denominator && m1c.numerator >= m1.numerator, "seed \(seed)")
      for grouping in Grouping.allCases {
        let view = try LeverageView(facts, register: ledger.register, by: grouping)
        #expect(view.total == whole, "seed \(seed) round \(round) by \(grouping)")
      }
    }
  }

  @Test("an event and its reversal change nothing, in any year")
  func reversals() throws {
    let ledger = try books(Self.declarations)
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    let facts = Self.facts(&random, base: ledger.register.baseID)
    var more = facts
    for (index, fact) in facts.enumerated() where fact.reverses == 0 && index % 3 == 0 {
      var copy = fact
      copy.sequence += 5000
      var red = copy
      red.sequence += 5000
      red.reverses = copy.sequence
      red.amount = -copy.amount
      red.day = red.day.adding(days: 400)
      more += [copy, red]
    }
    for grouping in [Grouping.year, .deal, .vintage] {
      let plain = try LeverageView(facts, register: ledger.register, by: grouping)
      let padded = try LeverageView(more, register: ledger.register, by: grouping)
      #expect(plain.groups.map(\.label) == padded.groups.map(\.label), "seed \(seed)")
      #expect(plain.groups.map(\.sums) == padded.groups.map(\.sums), "seed \(seed)")
    }
  }

  @Test("sums that leave 64 bits are a diagnostic, not a trap")
  func overflow() throws {
    let ledger = try books(Self.declarations)
    let fact = Fact(
      sequence: 1, day: day("2020-01-01"), measure: .paidFresh, amount: .max, commodity: ledger.register.baseID,
      dimensions: Dimensions(deal: DealID(1)))
    #expect(throws: Diagnostic.self) {
      try LeverageView([fact, fact], register: ledger.register, by: .deal)
    }
  }

  @Test("facts about deals that the register does not know are left out without a trap")
  func strangers() throws {
    let ledger = try books(Self.declarations)
    for deal in [-1, 13, 4711, Int32.min, .max] {
      let fact = Fact(
        sequence: 1, day: day("2020-01-01"), measure: .paidFresh, amount: 5, commodity: ledger.register.baseID,
        dimensions: Dimensions(deal: DealID(deal), party: PartyID(deal)))
      for grouping in Grouping.allCases {
        #expect(try LeverageView([fact], register: ledger.register, by: grouping).total == LeverageSums())
        let returns = try ReturnsView([fact], register: ledger.register, by: grouping, asOf: fact.day)
        #expect(returns.groups.isEmpty)
      }
    }
  }
}
