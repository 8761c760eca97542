import LedgerCore
import ReportDocument
import Testing

@testable import Rendering

@Suite("Rounding")
struct RoundingTests {
  private func text(_ fen: Int64, _ unit: MoneyUnit, decimals: Int = 2) -> String {
    let options = RenderOptions(unit: unit, unitDecimals: decimals)
    return HumanText(options: options).string(.money(fen), HumanText.Style())
  }

  @Test("万元 and 亿元 round half up, away from zero")
  func halfUp() {
    #expect(text(5_000, .wan) == "0.01")
    #expect(text(4_999, .wan) == "0.00")
    #expect(text(-5_000, .wan) == "-0.01")
    #expect(text(-4_999, .wan) == "0.00")
    #expect(text(123_456_789, .wan, decimals: 4) == "123.4568")
    #expect(text(50_000_000, .yi) == "0.01")
    #expect(text(1_234_567_890_123, .yi, decimals: 4) == "123.4568")
  }

  @Test("More decimals than an amount has add nothing")
  func manyDecimals() { #expect(text(1, .wan, decimals: 9) == "0.000001") }

  @Test("Amounts in full and other commodities ignore the unit")
  func ignored() {
    let human = HumanText(options: RenderOptions(unit: .wan))
    #expect(human.string(.money(123_456), HumanText.Style(inFull: true)) == "1,234.56")
    #expect(human.string(.money(123_456, Commodity(code: "USD", scale: 2)), HumanText.Style()) == "1,234.56 USD")
  }

  @Test("Ratios and percentages are rounded once, from the exact ratio, also beyond 64 bits")
  func ratios() {
    let human = HumanText(options: RenderOptions())
    #expect(human.string(.ratio(Ratio(1, over: 8)), HumanText.Style()) == "0.13")
    #expect(human.string(.ratio(Ratio(-1, over: 8)), HumanText.Style()) == "-0.13")
    #expect(human.string(.percent(Ratio(85, over: 1000)), HumanText.Style(decimals: 1)) == "8.5%")
    #expect(human.string(.ratio(Ratio(.max, over: 1)), HumanText.Style()) == "9,223,372,036,854,775,807.00")
    #expect(human.string(.ratio(Ratio(.min, over: -1)), HumanText.Style()) == "9,223,372,036,854,775,808.00")
    #expect(human.string(.ratio(Ratio(1, over: 0)), HumanText.Style()) == "—")
  }

  @Test(
    "A rate that is no number or beyond all bounds prints as undefined, not as a trap",
    arguments: [Double.nan, .infinity, 1e300])
  func wildRates(value: Double) {
    #expect(HumanText(options: RenderOptions()).string(.rate(RateFigure(value)), HumanText.Style()) == "—")
  }

  // Three thirds of a sum: 0.33 + 0.33 + 0.33 is printed beside 1.00.
  private static let thirds = amounts([("a", 333_333), ("b", 333_333), ("c", 333_334)], total: 1_000_000)

  @Test("Parts that do not add up as printed bring the note, in both languages")
  func noteIsPrinted() {
    let zh = rendered(document(RoundingTests.thirds), .text, RenderOptions(unit: .wan))
    #expect(zh.contains("注：合计数与分项之和的差异为四舍五入所致。"))
    let en = rendered(document(RoundingTests.thirds), .md, RenderOptions(language: .en, unit: .wan))
    #expect(en.contains("Totals may differ from the sum of parts because of rounding."))
  }

  @Test("No note in 元, for sums that agree as printed, or for totals that are not the sum of their parts")
  func noNote() {
    #expect(!rendered(document(RoundingTests.thirds)).contains("四舍五入"))
    let even = amounts([("a", 1_000_000), ("b", 2_000_000)], total: 3_000_000)
    #expect(!rendered(document(even), .text, RenderOptions(unit: .wan)).contains("四舍五入"))
    let other = amounts([("a", 333_333), ("b", 333_333)], total: 1_000_000)
    #expect(!rendered(document(other), .text, RenderOptions(unit: .wan)).contains("四舍五入"))
  }

  @Test("Subtotals, and totals over the outermost rows of a tree, are looked at too")
  func subtotalsAndTrees() {
    var table = amounts([])
    table.add(.text("a"), .money(5_000), indent: 0)
    table.add(.text("a1"), .money(5_000), indent: 1)
    table.add(.text("b"), .money(5_000), indent: 0)
    table.add(.phrase(.total), .money(10_000), role: .total)
    #expect(RoundingNote(RenderOptions(unit: .wan)).isNeeded(in: table))
    #expect(!RoundingNote(RenderOptions(unit: .wan, unitDecimals: 4)).isNeeded(in: table))

    var halves = amounts([("a", 5_000), ("b", 5_000)])
    halves.add(.phrase(.subtotal), .money(10_000), role: .subtotal)
    #expect(RoundingNote(RenderOptions(unit: .wan)).isNeeded(in: halves))
  }

  @Test("The published example, 5481 + 1889 beside 7371, brings the note")
  func published() {
    let table = amounts([("a", 54_814_500_000_000), ("b", 18_894_500_000_000)], total: 73_709_000_000_000)
    #expect(RoundingNote(RenderOptions(unit: .yi, unitDecimals: 0)).isNeeded(in: table))
  }
}
