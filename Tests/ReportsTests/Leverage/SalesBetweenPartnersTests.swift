import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

@Suite("By year and by envelope, lines add up to every figure when partners of a fund sell to each other")
struct SalesBetweenPartnersTests {
  private static let partners = ["V1", "V2", "S", "G"]

  /// Two deals in one fund, one with a planned size, and a promise that one partner took over from another.
  private static let head: String = {
    var text = """
      programme P from:2015-01-01
      programme Q from:2015-01-01
      party 基金 kind:fund
      party V1 kind:other
      party V2 kind:other
      party S kind:state-firm
      party G kind:government

      """
    for year in 2019...2022 {
      for programme in ["P", "Q"] { text += "\(year)-01-01 budget \(year)/\(programme) 100,000.00 CNY\n" }
    }
    return text + """
      2019-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资 accounting:cost target:900.00
      2019-01-02 deal 基金/二 party:基金 programme:Q method:注资引导投资 accounting:cost
      2019-01-03 subscribe 基金/一 300.00 CNY party:V1 evidence:e
      2019-01-04 subscribe 基金/二 40.00 CNY party:S seller:V1 evidence:e
      2019-01-05 commit 基金/一 500.00 CNY envelope:2019/P

      """
  }()

  /// Payments, promises, sales and returns up to the end of 2022; nobody sells or gets back more than was paid.
  private static func journal(_ random: inout SeededGenerator) -> String {
    var text = head
    var paid: [String: Int] = [:]
    var date = day("2019-01-05")
    func money(_ cents: Int) -> String { DecimalText.format(Int64(cents), scale: 2) + " CNY" }
    for _ in 0..<40 {
      date = date.adding(days: 1 + random.next(below: 60))
      if date > day("2022-12-31") { break }
      let (deal, programme) = Bool.random(using: &random) ? ("基金/一", "P") : ("基金/二", "Q")
      let party = partners[random.next(below: partners.count)]
      let evidence = Bool.random(using: &random) ? " evidence:e" : ""
      let amount = 1 + random.next(below: 20_000)
      let kind = random.next(below: 10)
      switch kind {
      case 0...1: text += "\(date) pay \(deal) \(money(amount)) envelope:\(date.year)/\(programme)\n"
      case 2: text += "\(date) commit \(deal) \(money(amount)) envelope:\(date.year)/\(programme)\n"
      case 3...4:
        text += "\(date) call \(deal) \(money(amount)) party:\(party)\(evidence)\n"
        paid[party, default: 0] += amount
      case 5: text += "\(date) subscribe \(deal) \(money(amount)) party:\(party)\(evidence)\n"
      default:
        let sellers = partners.filter { $0 != party && paid[$0, default: 0] > 0 }
        guard !sellers.isEmpty, case let seller = sellers[random.next(below: sellers.count)] else { continue }
        let part = 1 + random.next(below: paid[seller, default: 0])
        paid[seller, default: 0] -= part
        if kind == 9 {
          text += "\(date) social \(deal) \(money(part)) party:\(seller) stage:returned\(evidence)\n"
        } else {
          text += "\(date) call \(deal) \(money(part)) party:\(party) seller:\(seller)\(evidence)\n"
          paid[party, default: 0] += part
        }
      }
    }
    return text
  }

  /// The metrics that a year and an envelope have a part of, and that are sums of contributions.
  private static let metrics = LeverageMetric.allCases.filter {
    !$0.looksThrough && ![.l10, .l10ByShare, .m5Planned].contains($0)
  }

  @Test(
    "the lines of each group add up to its numerator and denominator, and the groups to the whole", arguments: [Grouping.year, .envelope])
  func foots(grouping: Grouping) throws {
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    for round in 0..<8 {
      let ledger = try books(Self.journal(&random))
      let facts = try ledger.facts(at: .latest)
      for policy in [LeveragePolicy(), LeveragePolicy(tier: .narrow)] {
        let view = try LeverageView(facts, register: ledger.register, by: grouping)
        var sums: [LeverageMetric: Ratio] = [:]
        for group in view.groups {
          let name = group.label.words
          let scope = try ExplanationScope(facts, ledger.register, policy, of: name, by: grouping, on: .never)
          for metric in Self.metrics {
            let explanation = try LeverageExplanation(metric, facts, ledger.register, policy, scope)
            #expect(explanation.sum == explanation.ratio, "\(metric.rawValue) \(name ?? ""), seed \(seed) round \(round)")
            let before = sums[metric] ?? Ratio(0, over: 0)
            sums[metric] = Ratio(before.numerator + explanation.ratio.numerator, over: before.denominator + explanation.ratio.denominator)
          }
        }
        for metric in Self.metrics {
          #expect(try sums[metric] == view.total.ratio(metric, policy), "\(metric.rawValue), seed \(seed) round \(round)")
        }
      }
    }
  }

  @Test("a sale of one year takes off the seller and adds to the buyer, each by its own sign")
  func signs() throws {
    let text = """
      programme P from:2019-01-01
      party 基 kind:fund
      party G kind:government
      party S kind:state-firm
      2020-01-01 budget 2020/P 100.00
      2020-01-02 deal 基/一 party:基 programme:P method:注资引导投资
      2020-01-10 pay 基/一 10.00 envelope:2020/P
      2020-01-10 call 基/一 200.00 party:G evidence:e
      2021-03-27 call 基/一 150.00 party:S seller:G evidence:e

      """
    let ledger = try books(text)
    for metric in [LeverageMetric.m1Committed, .m5Announced] {
      let year = try LeverageExplainReport(metric, of: "2021", by: .year).document(from: ledger)
      #expect(try year.table("counted").amounts("numerator") == [-15_000, 15_000], "\(metric)")
      #expect(try year.figure("numeratorDifference") == .money(0))
      let envelope = try LeverageExplainReport(metric, of: "2020/P", by: .envelope).document(from: ledger)
      #expect(try envelope.table("counted").amounts("numerator") == [0, 20_000, -15_000, 15_000], "\(metric)")
      #expect(try envelope.figure("numeratorDifference") == .money(0))
    }
    // With a promise of the seller's beside what it paid: the promise goes with what was paid.
    let promised = try books(text.replacing("2021-03-27", with: "2021-01-05 subscribe 基/一 220.00 party:G evidence:e\n2021-03-27"))
    let year = try LeverageExplainReport(.m1Committed, of: "2021", by: .year).document(from: promised)
    #expect(try year.figure("numerator") == .money(2_000))
    #expect(try year.figure("numeratorDifference") == .money(0))
  }

  @Test("a plan stands whole in the year and with the envelope of its deal's first money, and is explained there")
  func plans() throws {
    let text =
      Self.head + """
        2020-02-01 pay 基金/一 600.00 CNY envelope:2020/P
        2020-02-01 pay 基金/二 50.00 CNY envelope:2020/Q

        """
    let ledger = try books(text)
    for (grouping, first, other) in [(Grouping.year, "2019", "2020"), (.envelope, "2019/P", "2020/P")] {
      let cell = try LeverageReport(by: grouping).document(from: ledger).table("breakdownThrough").cell(first, "M5p")
      let document = try LeverageExplainReport(.m5Planned, of: first, by: grouping).document(from: ledger)
      // 900 planned, of which 600 are ours: 500 promised first, and 100 more paid in the next year.
      #expect(try document.figure("value") == cell && cell == .ratio(Ratio(30_000, over: 60_000)))
      #expect(try document.figure("denominatorDifference") == .money(0))
      #expect(try document.table("planned").amounts("others").first == 30_000)
      let without = try LeverageExplainReport(.m5Planned, of: other, by: grouping).document(from: ledger)
      #expect(try without.figure("denominator") == .money(0) && without.figure("denominatorDifference") == .money(0))
      #expect(without.notes.contains { $0.zh.hasPrefix("这一组没有写明计划规模") })
      #expect(try StagesExplainReport(of: first, by: grouping).document(from: ledger).definitions.count == 4)
    }
  }
}
