import LedgerCore
import Portfolio
import ReportDocument
import Seeds
import Testing

@testable import Reports

/// A bank that pays into a fund is a partner of it: its money is in the fund, in the wide figures, and with no loans.
@Suite("Banks as partners of funds, and partners from before ours")
struct BanksInFundsTests {
  /// Ours 100 in a fund.
  private static let head = """
    programme P from:2015-01-01
    party 甲
    party 基 kind:fund
    party 民 kind:other
    party 行 kind:bank
    2020-01-01 budget 2020/P 1,000.00
    2018-01-02 deal 基/一 party:基 programme:P method:注资引导投资
    2020-02-01 pay 基/一 100.00 envelope:2020/P

    """
  private static let narrow = LeveragePolicy(tier: .narrow)
  /// The metrics that are told contribution by contribution.
  private static let explained = LeverageMetric.allCases.filter { ![.m5Planned, .l10, .l10ByShare].contains($0) }

  private func check(_ text: String, _ expected: [String: String], _ policy: LeveragePolicy = LeveragePolicy()) throws {
    let ledger = try books(Self.head + text)
    let document = try LeverageReport(policy: policy).document(from: ledger)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
    for metric in Self.explained {
      let explanation = try LeverageExplainReport(metric, policy: policy).document(from: ledger)
      #expect(try explanation.figure("numeratorDifference") == .money(0), "\(metric)")
      #expect(try explanation.figure("denominatorDifference") == .money(0), "\(metric)")
    }
  }

  private func companies(_ text: String) throws -> Table {
    try LookThroughReport().document(from: try books(Self.head + text)).table("companies")
  }

  private func reasons(_ text: String, _ metric: LeverageMetric, _ policy: LeveragePolicy = LeveragePolicy()) throws -> [String?] {
    try LeverageExplainReport(metric, policy: policy).document(from: try books(Self.head + text)).table("leftOut").column("reason").map(
      \.words)
  }

  /// A private partner's 100 and a bank's 200.
  private static let partners = """
    2020-02-01 call 基/一 100.00 party:民 evidence:x
    2020-02-01 call 基/一 200.00 party:行 evidence:x

    """

  @Test("400 were paid in and 400 reached the company: the bank's 200 count once, with no loans")
  func onceOnly() throws {
    let text = Self.partners + "2020-03-01 deploy 基/一 400.00 party:甲 evidence:x\n"
    try check(
      text,
      [
        "M1": "300.00/100.00=3.0000", "M2": "400.00/100.00=4.0000", "M3": "0.00/400.00=0.0000", "M3L": "0.00/400.00=0.0000",
        "M4L": "0.00/100.00=0.0000", "L5": "300.00/100.00=3.0000", "L7": "400.00/100.00=4.0000", "L8": "400.00/100.00=4.0000",
        "L9": "400.00/400.00=1.0000", "L11": "0.00/100.00=0.0000", "M1t": "300.00/100.00=3.0000", "L13": "100.00/100.00=1.0000",
        "L14": "100.00/400.00=0.2500",
      ])
    try check(text, ["M1": "100.00/100.00=1.0000", "L5": "100.00/100.00=1.0000", "L8": "400.00/100.00=4.0000"], Self.narrow)
    #expect(try reasons(text, .m1, Self.narrow).contains("otherClass"))
    let document = try LeverageReport().document(from: try books(Self.head + text))
    #expect(!document.notes.contains { $0.zh.contains("超过各方实缴") })
    #expect(document.notes.contains { $0.zh.contains("银行作为基金合伙人的出资200.00元计入宽口径") })
    #expect(try CheckReport().result(from: try books(Self.head + text)).findings.allSatisfy { !$0.id.hasPrefix("fund-overinvested") })
  }

  @Test("200 of 400 invested: ours is a quarter of it, 50, and 150 are others'; by whichever event the bank's money is recorded")
  func ourShare() throws {
    for line in ["call 基/一 200.00 party:行", "social 基/一 200.00 party:行", "social 基/一 200.00 party:行 level:fund"] {
      let text = """
        2020-02-01 call 基/一 100.00 party:民 evidence:x
        2020-02-01 \(line) evidence:x
        2020-03-01 deploy 基/一 200.00 party:甲 evidence:x

        """
      try check(text, ["L5": "150.00/50.00=3.0000", "L8": "200.00/100.00=2.0000", "M1": "300.00/100.00=3.0000"])
      let table = try companies(text)
      #expect(try table.cell("甲", "own").minorUnits == 5000 && table.cell("甲", "through").minorUnits == 15_000)
      #expect(try table.cell("甲", "share") == .share(Rate("25%") ?? .zero))
    }
    let consolidated = try LookThroughReport().document(from: try books(Self.head + Self.partners)).table("consolidated")
    #expect(try consolidated.cell("bank", "inFunds").minorUnits == 20_000)
    #expect(try consolidated.cell("loans", "straight").minorUnits == 0)
  }

  @Test("a bank that takes over from a partner, or sells to one, changes no wide figure")
  func takeovers() throws {
    let before = """
      2020-02-01 call 基/一 100.00 party:民 evidence:x
      2020-03-01 deploy 基/一 200.00 party:甲 evidence:x

      """
    let figures = ["M1": "100.00/100.00=1.0000", "L8": "200.00/100.00=2.0000", "M3L": "0.00/200.00=0.0000", "M1t": "100.00/100.00=1.0000"]
    let bought = before + "2020-06-01 call 基/一 100.00 party:行 seller:民 evidence:x\n"
    try check(before, figures)
    try check(bought, figures)
    try check(bought, ["M1": "0.00/100.00=0.0000", "M1t": "0.00/100.00=0.0000"], Self.narrow)
    let soldBack = bought + "2020-09-01 call 基/一 100.00 party:民 seller:行 evidence:x\n"
    try check(soldBack, figures)
    try check(soldBack, ["M1": "100.00/100.00=1.0000"], Self.narrow)
  }

  @Test("a bank's promise is compared with what it paid, like any partner's; the scorecard has the same definition")
  func promises() throws {
    let text = """
      2020-01-10 subscribe 基/一 300.00 party:行 evidence:x
      2020-02-01 call 基/一 100.00 party:行 evidence:x
      2020-03-01 deploy 基/一 200.00 party:甲 evidence:x

      """
    try check(
      text, ["M1": "100.00/100.00=1.0000", "M1c": "300.00/100.00=3.0000", "M5a": "300.00/100.00=3.0000", "M3L": "0.00/200.00=0.0000"])
    let card = try ScorecardReport(year: 2020, programme: nil, card: try Scorecard.builtIn()).document(from: try books(Self.head + text))
    #expect(try card.table("scorecard").cell("paid-share", "actual") == .percent(Ratio(20_000, over: 40_000)))
    #expect(try card.table("scorecard").cell("social-share", "actual") == .percent(Ratio(0, over: 20_000)))
    let back = text + "2020-06-01 social 基/一 40.00 party:行 level:fund stage:returned evidence:x\n"
    try check(back, ["M1": "60.00/100.00=0.6000", "M1c": "300.00/100.00=3.0000"])
  }

  @Test("equity of a bank in a company beside the fund counts with the loans, and what it lends there too")
  func besideFund() throws {
    let text =
      Self.partners + """
        2020-03-01 deploy 基/一 400.00 party:甲 evidence:x
        2020-04-01 social 基/一 30.00 party:行 level:project project:甲 evidence:x
        2020-05-01 loan 基/一 20.00 party:行 project:甲 evidence:x

        """
    try check(
      text,
      [
        "M1": "300.00/100.00=3.0000", "M3": "0.00/400.00=0.0000", "M3L": "50.00/400.00=0.1250", "L8": "450.00/100.00=4.5000",
        "L11": "50.00/100.00=0.5000",
      ])
  }

  @Test("a bank is no public money: what is credited to us by share (L10s) takes none of it for O")
  func credited() throws {
    // P 100 and no public money but ours: all of it is credited.
    try check(Self.partners, ["L10": "100.00/100.00=1.0000", "L10s": "100.00/100.00=1.0000"])
    let table = try LeverageExplainReport(.l10).document(from: try books(Self.head + Self.partners)).table("mobilised")
    #expect(try table.amounts("public") == [0] && table.amounts("publicOfAll") == [0])
  }

  @Test("what a fund borrowed itself, as its loan says, is in it where it is invested and no loan beside; unnamed it counts as before")
  func fundsOwnLoan() throws {
    let invested = "2020-03-02 deploy 基/一 300.00 party:甲 evidence:x\n"
    let own = "2020-03-01 loan 基/一 200.00 party:行 project:基 evidence:x\n" + invested
    try check(own, ["L8": "300.00/100.00=3.0000", "L11": "0.00/100.00=0.0000", "M3L": "0.00/300.00=0.0000"])
    #expect(try reasons(own, .l8).contains("fundsOwnLoan"))
    let unnamed = "2020-03-01 loan 基/一 200.00 party:行 evidence:x\n" + invested
    try check(unnamed, ["L8": "500.00/100.00=5.0000", "L11": "200.00/100.00=2.0000"])
  }

  @Test("a partner's money from before ours is in the fund, and in no multiplier; what goes back of it goes out of the fund")
  func beforeOurs() throws {
    let invested = "2020-04-01 deploy 基/一 200.00 party:甲 evidence:x\n"
    let text = "2018-03-01 social 基/一 300.00 party:民 level:earlier evidence:x\n" + invested
    // 200 × 100 ÷ 400 = 50 of ours; the other 150 were there without us.
    try check(
      text,
      [
        "M1": "0.00/100.00=0.0000", "M1t": "0.00/100.00=0.0000", "L5": "0.00/50.00=0.0000", "L7": "200.00/100.00=2.0000",
        "L8": "200.00/100.00=2.0000",
      ])
    #expect(try companies(text).cell("甲", "share") == .share(Rate("25%") ?? .zero))
    #expect(try reasons(text, .m1).contains("earlierRound"))
    #expect(try CheckReport().result(from: try books(Self.head + text)).findings.allSatisfy { !$0.id.hasPrefix("fund-overinvested") })
    // 200 of the 300 went back first: 200 × 100 ÷ 200 = 100.
    let back = text + "2020-03-01 social 基/一 200.00 party:民 level:earlier stage:returned evidence:x\n"
    try check(back, ["M1": "0.00/100.00=0.0000", "L5": "0.00/100.00=0.0000"])
  }

  @Test("who pays into a fund is its partner whenever it does: a later round of a fund is no subsequent financing")
  func laterPartner() throws {
    let text = """
      2021-03-01 social 基/一 300.00 party:民 level:later evidence:x
      2021-04-01 deploy 基/一 200.00 party:甲 evidence:x

      """
    try check(
      text, ["M1": "300.00/100.00=3.0000", "M1c": "300.00/100.00=3.0000", "L5": "150.00/50.00=3.0000", "L6": "0.00/100.00=0.0000"])
    #expect(try companies(text).cell("甲", "share") == .share(Rate("25%") ?? .zero))
    let back = text + "2021-05-01 social 基/一 100.00 party:民 level:fund stage:returned evidence:x\n"
    try check(back, ["M1": "200.00/100.00=2.0000", "L6": "0.00/100.00=0.0000"])
  }
}

extension BanksInFundsTests {
  /// One fund by hand: what is in it and not invested, by whose it is, in fen.
  private struct Pool {
    var cells: [String: Double] = [:]
    var paid: [String: Int] = [:]
    var invested = 0
    var ownReached = 0.0

    var left: Double { cells.values.reduce(0, +) }

    mutating func pay(_ amount: Int, _ owner: String) {
      cells[owner, default: 0] += Double(amount)
      paid[owner, default: 0] += amount
    }

    mutating func invest(_ amount: Int) {
      let whole = left
      invested += amount
      for (owner, cell) in cells {
        let part = cell * Double(amount) / whole
        cells[owner] = cell - part
        if owner == "own" { ownReached += part }
      }
    }

    /// What was not invested of what a partner sells goes with it.
    mutating func sell(_ amount: Int, of all: Int, from seller: String, to buyer: String) {
      let part = (cells[seller] ?? 0) * Double(amount) / Double(all)
      cells[seller, default: 0] -= part
      cells[buyer, default: 0] += part
      paid[seller, default: 0] -= amount
      paid[buyer, default: 0] += amount
    }
  }

  /// A random fund with a bank among its partners: its journal without the head, and the same by hand.
  private static func fund(_ random: inout SeededGenerator) -> (text: String, pool: Pool) {
    var pool = Pool()
    pool.pay(10_000, "own")
    var text = ""
    for number in 0..<14 {
      let amount = Int.random(in: 1...300, using: &random) * 100
      let line: String
      switch Int.random(in: 0..<12, using: &random) {
      case 0..<2:
        pool.pay(amount, "own")
        line = "pay 基/一 \(amount / 100).00 envelope:2020/P"
      case 2..<4:
        pool.pay(amount, "民")
        line = "call 基/一 \(amount / 100).00 party:民 evidence:x"
      case 4..<7:
        pool.pay(amount, "行")
        line = "call 基/一 \(amount / 100).00 party:行 evidence:x"
      case 7:
        pool.pay(amount, "先")
        line = "social 基/一 \(amount / 100).00 party:先 level:earlier evidence:x"
      case 8:
        let all = pool.paid["民"] ?? 0
        let sold = min(amount, all)
        if sold <= 0 { continue }
        pool.sell(sold, of: all, from: "民", to: "行")
        line = "call 基/一 \(sold / 100).00 party:行 seller:民 evidence:x"
      default:
        let invested = min(amount, Int(pool.left) / 100 * 100)
        if invested <= 0 { continue }
        pool.invest(invested)
        line = "deploy 基/一 \(invested / 100).00 party:甲 evidence:x"
      }
      text += "2020-02-\(number + 10) \(line)\n"
    }
    return (text, pool)
  }

  @Test("in random funds with a bank among the partners every yuan counts once, as in a pool worked out by hand")
  func pools() throws {
    let seed = propertySeed()
    var random = SeededGenerator(seed: seed)
    let head = Self.head.replacing("1,000.00", with: "100,000.00") + "party 先 kind:other\n"
    for round in 0..<60 {
      let (text, pool) = Self.fund(&random)
      let ledger = try books(head + text)
      var view = try LeverageView(ledger.facts(from: .always, at: .latest, of: LeverageView.measures), register: ledger.register, by: .none)
      let policy = LeveragePolicy()
      try view.seeThrough(ledger.register, policy)
      let note: Comment = "seed \(seed) round \(round)\n\(text)"
      func ratio(_ metric: LeverageMetric) throws -> Ratio { try view.total.ratio(metric, policy) }
      let (own, partners) = (Int64(pool.paid["own"] ?? 0), Int64((pool.paid["民"] ?? 0) + (pool.paid["行"] ?? 0)))
      #expect(try ratio(.m1) == Ratio(partners, over: own), note)
      #expect(try ratio(.m1Through) == Ratio(partners, over: own), note)
      #expect(try ratio(.l8) == Ratio(Int64(pool.invested), over: own), note)
      #expect(try ratio(.m4WithLoans).numerator == 0 && ratio(.l11).numerator == 0, note)
      let narrow = try view.total.ratio(.m1, LeveragePolicy(tier: .narrow))
      #expect(narrow == Ratio(Int64(pool.paid["民"] ?? 0), over: own), note)
      // Each split is rounded to the fen.
      let reached = try ratio(.l5).denominator
      #expect(abs(Double(reached) - pool.ownReached) < 20, note)
      if pool.paid["先"] == nil { #expect(try ratio(.l5).numerator == Int64(pool.invested) - reached, note) }
    }
  }
}
