import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Several deals of ours in one fund: others' money is signed, paid and taken back in the fund")
struct SeveralDealsOfOneFundTests {
  /// Ours 100 in a fund, by the first of two deals; of two deals in a holder likewise.
  private static let head = """
    programme P from:2015-01-01
    party 企甲
    party 基金 kind:fund
    party 平台 kind:holder
    party 创投 kind:other
    party 乙投 kind:other
    party 省 kind:government
    2019-01-01 budget 2019/P 1,000.00
    2015-01-02 deal 基金/一 party:基金 programme:P method:注资引导投资
    2015-01-02 deal 基金/二 party:基金 programme:P method:注资引导投资
    2015-01-02 deal 企甲/A party:企甲 programme:P method:直接投资
    2015-01-02 deal 企甲/B party:企甲 programme:P method:直接投资
    2015-01-02 deal 平台/A party:平台 programme:P method:直接注资
    2015-01-02 deal 平台/B party:平台 programme:P method:直接注资
    2019-02-01 pay 基金/一 100.00 envelope:2019/P

    """

  private func report(_ text: String, by grouping: Grouping = .none) throws -> ReportDocument {
    try LeverageReport(by: grouping).document(from: try books(Self.head + text))
  }

  private func check(_ text: String, _ expected: [String: String]) throws {
    let document = try report(text)
    for (code, value) in expected { #expect(try document.metric(code) == value, "\(code)") }
  }

  /// What counts in M1c and what does not with its reason, as `#17 50.00`, of the whole or of a group; both foot.
  private func explained(
    _ text: String, _ metric: LeverageMetric = .m1Committed, of group: String? = nil
  ) throws -> (counted: [String], left: [String]) {
    let document = try LeverageExplainReport(metric, of: group, by: .deal).document(from: try books(Self.head + text))
    #expect(try document.figure("numeratorDifference") == .money(0) && document.figure("denominatorDifference") == .money(0))
    let (counted, left) = (try document.table("counted"), try document.table("leftOut"))
    return (
      counted.rows.compactMap { $0.cells[5].minorUnits.map { DecimalText.format($0, scale: 2) } }.dropLast(),
      left.rows.map { "\($0.cells[3].words ?? "") \($0.cells[6].words ?? "")" }
    )
  }

  /// What is refused of a text, and what it is warned of.
  private func codes(_ text: String) throws -> [DiagnosticCode] {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    var told: [DiagnosticCode] = []
    let problems = JournalReader(register: ledger.register).read(Array((Self.head + text).utf8), file: "test.journal") {
      event throws(Diagnostic) in told += try ledger.record(event).warnings.map(\.code)
    }
    return told + problems.map(\.code)
  }

  /// 50 signed by one deal, paid by the other.
  private static let crossed = """
    2019-02-01 subscribe 基金/一 50.00 party:创投 evidence:协议
    2020-03-01 call 基金/二 50.00 party:创投 evidence:回单

    """

  @Test("50 signed by one deal and paid by another of the same fund are 50: in M1c, M2c and M5a, and by year in the year of signing")
  func signedAndPaid() throws {
    // max(50, 50) ÷ 100; deal by deal it would be (50 + 50) ÷ 100.
    try check(
      Self.crossed,
      ["M1": "50.00/100.00=0.5000", "M1c": "50.00/100.00=0.5000", "M2c": "150.00/100.00=1.5000", "M5a": "50.00/100.00=0.5000"])
    let reasons = try explained(Self.crossed)
    #expect(reasons.counted == ["50.00"])
    #expect(reasons.left.contains("创投 superseded"))
    let years = try report(Self.crossed, by: .year)
    #expect(try years.table("breakdown").cell("2019", "M1c") == .ratio(Ratio(5000, over: 10_000)))
    #expect(try years.metric("M1c") == "50.00/100.00=0.5000")
  }

  /// 80 signed by the first, of which 30 are paid by it and 20 by the second; 70 meant by the second.
  private static let parts = """
    2019-02-01 subscribe 基金/一 80.00 party:创投 evidence:协议
    2019-03-01 call 基金/一 30.00 party:创投 evidence:回单
    2019-04-01 call 基金/二 20.00 party:创投 evidence:回单
    2019-05-01 social 基金/二 70.00 party:创投 stage:announced evidence:意向书

    """

  @Test("of 80 signed and 30 and 20 paid, 80 count and stand with the deal that records them; each group's lines add up to it")
  func byDeal() throws {
    try check(Self.parts, ["M1": "50.00/100.00=0.5000", "M1c": "80.00/100.00=0.8000", "M5a": "80.00/100.00=0.8000"])
    #expect(try explained(Self.parts, of: "基金/一").counted.contains("80.00"))
    #expect(try explained(Self.parts, of: "基金/二").left.contains("创投 withinPromise"))
    // 100 meant by the second are the greatest of all.
    try check(Self.parts.replacing("70.00", with: "100.00"), ["M1c": "80.00/100.00=0.8000", "M5a": "100.00/100.00=1.0000"])
  }

  @Test("two deals in one company are two rounds: what is signed in one is no promise of the other")
  func companies() throws {
    let text = """
      2019-02-01 pay 企甲/A 10.00 envelope:2019/P share:1%
      2019-02-01 pay 企甲/B 10.00 envelope:2019/P share:1%
      2019-02-01 social 企甲/A 5.00 party:创投 stage:signed evidence:协议
      2019-02-01 social 企甲/B 5.00 party:创投 evidence:协议

      """
    try check(text, ["M1": "5.00/120.00=0.0417", "M1c": "10.00/120.00=0.0833"])
  }

  @Test("a late payment by one deal in a holder pays what was signed in the closing by another")
  func holders() throws {
    let text = """
      2019-02-01 pay 平台/A 100.00 envelope:2019/P
      2019-02-01 social 平台/A 30.00 party:创投 stage:signed evidence:协议
      2021-06-01 social 平台/B 20.00 party:创投 evidence:回单

      """
    try check(text, ["M1": "20.00/200.00=0.1000", "M1c": "30.00/200.00=0.1500"])
  }

  @Test("money paid by one deal goes back by another: it is taken off, and nothing is beyond what was paid")
  func returns() throws {
    let text = """
      2019-03-01 call 基金/一 50.00 party:创投 evidence:回单
      2019-06-01 social 基金/二 20.00 party:创投 level:fund stage:returned evidence:回单

      """
    let document = try report(text)
    #expect(try document.metric("M1") == "30.00/100.00=0.3000")
    #expect(!document.notes.contains { $0.zh.contains("未减除") })
    #expect(try codes(text) == [])
    #expect(try codes(text.replacing("20.00", with: "51.00")) == [.returnedBeyond])
    #expect(try explained(text, .m1).counted.contains("-20.00"))
    // What the deal of the return got itself goes first.
    let both = text.replacing("2019-06-01", with: "2019-04-01 call 基金/二 20.00 party:创投\n2019-06-01")
    #expect(try report(both).metric("L13") == "50.00/50.00=1.0000")
  }

  @Test("the registry of partners has the promise once, where it was paid")
  func registry() throws {
    let table = try YearReport(year: 2020).document(from: try books(Self.head + Self.crossed)).table("funds")
    let rows = table.rows.filter { $0.cells[0].words == "创投" }
    #expect(rows.map { [$0.cells[2].minorUnits, $0.cells[3].minorUnits] } == [[5000, 5000]])
    let parts = try YearReport(year: 2020).document(from: try books(Self.head + Self.parts)).table("funds")
    let split = parts.rows.filter { $0.cells[0].words == "创投" }
    #expect(split.map { [$0.cells[2].minorUnits, $0.cells[3].minorUnits] } == [[6000, 3000], [2000, 2000]])
  }

  /// What the registry says of partners that paid in or promised something, as `乙投 50.00/80.00`, paid and signed.
  private func registered(_ text: String, _ name: String? = nil) throws -> [String] {
    let table = try YearReport(year: 2020).document(from: try books(Self.head + text)).table("funds")
    return table.rows.filter { $0.role == .body }.compactMap { row in
      guard let partner = row.cells[0].words, let signed = row.cells[2].minorUnits, let paid = row.cells[3].minorUnits,
        name.map({ $0 == partner }) ?? (partner != "own")
      else { return nil }
      return "\(partner) \(DecimalText.format(paid, scale: 2))/\(DecimalText.format(signed, scale: 2))"
    }
  }

  @Test("a promise that was paid by another deal cannot be sold again, and goes with what is sold of the money")
  func sold() throws {
    let twice = Self.crossed + "2020-06-01 subscribe 基金/一 20.00 party:乙投 seller:创投 evidence:转让协议\n"
    #expect(try codes(twice) == [.soldBeyondHeld])
    let unnamed = Self.crossed.replacing("call 基金/二 50.00 party:创投", with: "call 基金/二 50.00 class:private")
    #expect(try codes(unnamed) == [.promiseUnmatched])
    let sold = Self.crossed + "2020-06-01 call 基金/一 50.00 party:乙投 seller:创投 evidence:转让协议\n"
    try check(sold, ["M1": "50.00/100.00=0.5000", "M1c": "50.00/100.00=0.5000"])
    #expect(try registered(sold) == ["乙投 50.00/50.00"])
    // Sold to us, who have 30 of 130 to pay ourselves: 100 + 50 are paid of 130 + 50.
    let ours = "2019-02-01 commit 基金/一 130.00 envelope:2019/P\n" + Self.crossed
    let bought = ours + "2020-01-01 budget 2020/P 1,000.00\n2020-06-01 pay 基金/一 50.00 envelope:2020/P seller:创投 paid-in:50.00\n"
    #expect(try registered(bought, "own") == ["own 150.00/180.00"])
  }

  @Test("credited private money shows the public money of the whole fund, from which a pocket calculator gets the figure")
  func credited() throws {
    let text = """
      2019-02-01 pay 基金/二 20.00 envelope:2019/P
      2019-02-01 call 基金/二 60.00 party:省 evidence:回单
      2019-02-01 call 基金/一 90.00 party:创投 evidence:回单

      """
    // 90 × 120 ÷ (120 + 60) = 60; by the deal's own money it would be 90 × 100 ÷ 100.
    try check(text, ["L10s": "60.00/120.00=0.5000", "L10": "60.00/120.00=0.5000"])
    let document = try LeverageExplainReport(.l10).document(from: try books(Self.head + text))
    let table = try document.table("mobilised")
    let columns = ["private", "own", "public", "ownOfAll", "publicOfAll", "byShare"]
    #expect(try columns.map { try table.cell("基金/一", $0).minorUnits } == [9000, 10_000, 0, 12_000, 6000, 6000])
    #expect(try document.table("counted").column("party").map(\.words).contains("省"))
    // Two bear the riskiest tranche, as the other deal says: 90 × (½ × ½ + ½ × 120 ÷ 180) = 52.50.
    let tranche = Self.head.replacing("deal 基金/二 party:基金", with: "deal 基金/二 party:基金 riskiest:2") + text
    let explained = try LeverageExplainReport(.l10).document(from: try books(tranche)).table("mobilised")
    #expect(try explained.cell("基金/一", "attributed").minorUnits == 5250)
    #expect(try explained.cell("基金/一", "riskiest") == .count(2))
  }
}
