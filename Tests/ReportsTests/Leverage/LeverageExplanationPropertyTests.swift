import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import Reports

@Suite("Explanations foot, whatever was recorded")
struct LeverageExplanationPropertyTests {
  /// Two of the funds have two deals each.
  static let declarations = LeveragePropertyTests.declarations.replacing("party:单位9 programme", with: "party:单位3 programme")
    .replacing("party:单位12 programme", with: "party:单位6 programme")

  /// Facts of all kinds that multipliers know, with everything that may speak against them.
  static func facts(_ random: inout SeededGenerator, base: CommodityID) -> [Fact] {
    var facts = LeveragePropertyTests.facts(&random, base: base)
    let measures: [Measure] = [
      .announced, .contributed, .contributed, .contributed, .refunded, .companyOwn, .reinvested, .repeated, .lent, .openingPaid,
      .paidRecycled,
    ]
    for number in 0..<Int64(120) {
      var traits = Traits()
      traits.contributor = ContributorClass.allCases.randomElement(using: &random)
      traits.level = ContributionLevel.allCases.randomElement(using: &random)
      traits.stage = ContributionStage.allCases.randomElement(using: &random)
      traits.hasEvidence = Bool.random(using: &random)
      traits.isSecondary = Int.random(in: 0..<8, using: &random) == 0
      let measure = measures.randomElement(using: &random) ?? .contributed
      if measure == .contributed && traits.stage == .announced { traits.stage = .paid }
      if measure == .announced { traits.stage = .announced }
      let amount = Int64.random(in: 1...1_000_000, using: &random)
      let deal = Int32.random(in: 1...12, using: &random)
      facts.append(
        Fact(
          sequence: 5000 + number, day: day("2019-01-01").adding(days: Int.random(in: 0...1800, using: &random)),
          measure: measure, amount: traits.stage == .returned && measure == .contributed ? -amount : amount,
          commodity: Int.random(in: 0..<20, using: &random) == 0 ? CommodityID(base.rawValue + 1) : base,
          dimensions: Dimensions(deal: DealID(deal), party: PartyID(Int32.random(in: 0...12, using: &random))),
          traits: traits))
    }
    return facts
  }

  /// The metrics that are sums of contributions.
  static let metrics = LeverageMetric.allCases.filter {
    ![.m5Planned, .m1Through, .m2Through, .l5, .l10, .l10ByShare].contains($0)
  }

  @Test("the lines of every metric add up to its numerator and denominator exactly, under every policy")
  func foots() throws {
    let ledger = try books(Self.declarations)
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let facts = Self.facts(&random, base: ledger.register.baseID)
      let policy = LeveragePolicy(
        tier: CapitalTier.allCases.randomElement(using: &random) ?? .wide, countsRecycled: Bool.random(using: &random),
        stateFirmsArePublic: Bool.random(using: &random), laterMonths: Int.random(in: 0...60, using: &random))
      for metric in Self.metrics {
        let scope = try ExplanationScope(facts, ledger.register, policy, of: nil, by: .none, on: .never)
        let explanation = try LeverageExplanation(metric, facts, ledger.register, policy, scope)
        #expect(explanation.sum == explanation.ratio, "\(metric.rawValue), seed \(seed), \(policy)")
        #expect(explanation.lines.allSatisfy { ($0.reason == nil) == ($0.numerator != nil || $0.denominator != nil) })
        // Each fact once, and twice where a late payment is in part of the closing.
        let told = ForeignInvestments.completed(facts, ledger.register).filter { LeverageExplanation.measures.contains($0.measure) }
        #expect(Set(explanation.lines.map(\.fact.sequence)) == Set(told.map(\.sequence)))
        #expect(explanation.lines.count >= told.count)
      }
    }
  }

  @Test("so do those of a deal, also in a fund that another deal is in")
  func groupsFoot() throws {
    let ledger = try books(Self.declarations)
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    let policy = LeveragePolicy()
    for _ in 0..<5 {
      let facts = Self.facts(&random, base: ledger.register.baseID)
      for name in ["项目1", "项目3", "项目9"] {
        let scope = try ExplanationScope(facts, ledger.register, policy, of: name, by: .deal, on: .never)
        for metric in Self.metrics {
          let explanation = try LeverageExplanation(metric, facts, ledger.register, policy, scope)
          #expect(explanation.sum == explanation.ratio, "\(metric.rawValue) \(name), seed \(seed)")
        }
      }
    }
  }

  @Test("internal × external is the multiplier effect, every breakdown has the same whole, the funnel never widens")
  func identities() throws {
    let ledger = try books(Self.declarations)
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    let policy = LeveragePolicy()
    for _ in 0..<30 {
      let facts = Self.facts(&random, base: ledger.register.baseID)
      let whole = try LeverageView(facts, register: ledger.register, by: .none).total
      let (inner, outer, all) = (try whole.ratio(.l7, policy), try whole.ratio(.l9, policy), try whole.ratio(.l8, policy))
      #expect(inner.numerator == outer.denominator && inner.denominator == all.denominator, "seed \(seed)")
      #expect(outer.numerator == all.numerator, "seed \(seed)")
      #expect(try whole.ratio(.m5Announced, policy).numerator >= whole.ratio(.m1Committed, policy).numerator, "seed \(seed)")
      #expect(try whole.ratio(.m1Committed, policy).numerator >= whole.ratio(.m1, policy).numerator, "seed \(seed)")
      for grouping in Grouping.allCases {
        #expect(try LeverageView(facts, register: ledger.register, by: grouping).total == whole, "seed \(seed)")
      }
    }
  }
}
