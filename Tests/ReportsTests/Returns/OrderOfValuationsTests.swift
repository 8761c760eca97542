import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Valuations and exits in any order of recording")
struct OrderOfValuationsTests {
  private static let paid = """
    2022-01-01 budget 2022/拨改投 1,000.00 CNY
    2021-02-01 pay 甲/A 100.00 CNY envelope:2021/拨改投 share:20%
    2021-12-31 value 甲/A 110.00 CNY key:v

    """
  private static let exit = "2022-06-01 exit 甲/A 60.00 CNY part:50% key:x\n"
  private static let value = "2022-05-31 value 甲/A 130.00 CNY share:18%\n"

  /// What is held of the deal at the end of 2022: worth and share, and the multiple of all that came.
  private func held(_ text: String, asOf: String = "2022-12-31") throws -> [String] {
    let books = try books(ReturnsReportTests.head + OrderOfValuationsTests.paid + text)
    let moment = Moment(asOf: day(asOf))
    let returns = try ReturnsReport(by: .deal, moment: moment).document(from: books).table("breakdown")
    let holdings = try HoldingsReport(moment: moment).document(from: books).table("positions")
    let worth = try #require(try returns.cell("甲/A", "residual").minorUnits)
    let share = try holdings.cell("甲/A", "share")
    return ["\(worth)", try returns.cell("甲/A", "tvpi").text(2) ?? "", share.share ?? ""]
  }

  @Test("what is valued before an exit of half of it is half of it after it, whichever is recorded first")
  func late() throws {
    let half = ["6500", "1.25", "0.0900"]
    #expect(try held(OrderOfValuationsTests.value + OrderOfValuationsTests.exit) == half)
    #expect(try held(OrderOfValuationsTests.exit + OrderOfValuationsTests.value) == half)
    #expect(try held(OrderOfValuationsTests.exit + OrderOfValuationsTests.value, asOf: "2022-05-31")[0] == "13000")
  }

  @Test("a valuation that is put right after the exit, and an exit that is reversed, leave the rest right")
  func corrected() throws {
    let corrected = OrderOfValuationsTests.exit + "2022-07-01 reverse v reason:录错\n2021-12-31 value 甲/A 130.00 CNY\n"
    #expect(try held(corrected) == ["6500", "1.25", "0.1000"])
    let reversed = OrderOfValuationsTests.exit + OrderOfValuationsTests.value + "2022-09-01 reverse x reason:未成交\n"
    #expect(try held(reversed) == ["13000", "1.30", "0.1800"])
  }

  @Test("what is paid in after an exit is not halved by it, and two exits take of each other's rest in either order")
  func several() throws {
    let later = "2022-08-01 pay 甲/A 40.00 CNY envelope:2022/拨改投 share:15%\n"
    let second = "2022-09-01 exit 甲/A 30.00 CNY part:25% share:11%\n"
    let all = [OrderOfValuationsTests.value, OrderOfValuationsTests.exit, later, second]
    // (130 × ½ + 40) × ¾ = 78.75
    for order in [[0, 1, 2, 3], [1, 0, 2, 3], [1, 2, 0, 3], [1, 2, 3, 0], [2, 1, 3, 0]] {
      let held = try held(order.map { all[$0] }.joined())
      #expect(held[0] == "7875" && held[2] == "0.1100", "\(order): \(held)")
    }
  }

  @Test("a valuation between two exits that comes in, or is reversed, after the second is what the second took of")
  func between() throws {
    let second = "2022-09-01 exit 甲/A 30.00 CNY part:50%\n"
    let between = "2022-08-01 value 甲/A 70.00 CNY share:8% key:m\n"
    #expect(try held(OrderOfValuationsTests.exit + between + second) == ["3500", "1.25", "0.0400"])
    #expect(try held(OrderOfValuationsTests.exit + second + between) == ["3500", "1.25", "0.0400"])
    // 110 × ½ × ½, as if nobody had valued it.
    let reversed = OrderOfValuationsTests.exit + between + second + "2022-10-01 reverse m reason:录错\n"
    #expect(try held(reversed) == ["2750", "1.18", "0.0500"])
  }
}

extension Cell {
  /// The share that a cell holds.
  fileprivate var share: String? { if case .percent(let ratio) = self { ratio.text(decimals: 4) } else { nil } }
}
