import LedgerCore
import ReportDocument
import Testing

@testable import Rendering

@Suite("Parts of workbooks")
struct SheetPartsTests {
  @Test("Names of sheets are short, clean and each given once, whatever the case")
  func names() {
    var names = SheetNames()
    #expect(names.name("持有与变动") == "持有与变动")
    #expect(names.name("持有与变动") == "持有与变动 (2)")
    #expect(names.name("a/b:c*d?[e]\\f") == "a_b_c_d__e__f")
    #expect(names.name("'quoted'") == "quoted")
    #expect(names.name("") == "1")
    #expect(names.name("  ") == "1 (2)")
    #expect(names.name("History") == "History (2)")
    #expect(names.name("Total") == "Total")
    #expect(names.name("TOTAL") == "TOTAL (2)")
    let long = String(repeating: "𠀀", count: 40)
    for _ in 0..<12 {
      let name = names.name(long)
      #expect(name.utf16.count <= 31)
    }
  }

  @Test("An amount of fifteen digits at most is the number that is read back from sixteen; one of more is none")
  func exact() throws {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Int64(bitPattern: state) >> Int64(round % 60)
      for exponent in [0, 2, 6, 10] {
        let number = CellNumber.exact(value, exponent: exponent)
        #expect((number != nil) == ("\(value.magnitude)".count <= 15), "\(value) / 10^\(exponent)")
        guard let number else { continue }
        let own = try #require(Double("\(value)e-\(exponent)"))
        #expect(number == own && Double(SixteenDigits.text(number)) == own, "\(value) / 10^\(exponent)")
      }
    }
    #expect(CellNumber.exact(.min, exponent: 2) == nil)
    #expect(CellNumber.exact(99_999_999_999_999, exponent: 40) == nil)
    #expect(CellNumber.exact(999_999_999_999_999, exponent: 2) == 9_999_999_999_999.99)
  }

  @Test("Days are counted as spreadsheets do, and not before March 1900")
  func days() throws {
    #expect(CellNumber.serial(try #require(Day("2022-12-31"))) == 44_926)
    #expect(CellNumber.serial(try #require(Day("1900-03-01"))) == 61)
    #expect(CellNumber.serial(try #require(Day("1900-02-28"))) == nil)
    #expect(CellNumber.serial(.always) == nil)
    #expect(CellNumber.serial(.never) == nil)
  }

  @Test("Columns are lettered as in spreadsheets")
  func letters() {
    #expect([0, 25, 26, 701, 702].map(TotalRanges.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
  }

  @Test("A total over amounts of two commodities, or over text, is no formula")
  func mixed() {
    var ranges = TotalRanges(columnCount: 1)
    ranges.add(1, .init(0), 0)
    ranges.endRow(at: 3, .body, isOutermost: true)
    #expect(ranges.formula(1, .init(0), 0, ofAll: true) == "=SUM(A4:A4)")
    ranges.add(1, .init(1), 0)
    ranges.endRow(at: 4, .body, isOutermost: true)
    #expect(ranges.formula(2, .init(0), 0, ofAll: true) == nil)
    ranges.endRow(at: 5, .total, isOutermost: true)
    ranges.add(1, .init(1), 0)
    ranges.endRow(at: 6, .body, isOutermost: true)
    #expect(ranges.formula(1, .init(1), 0, ofAll: true) == "=SUM(A7:A7)")
    ranges.spoil(0)
    #expect(ranges.formula(1, .init(1), 0, ofAll: true) == nil)
  }

  @Test("A waterfall across zero has a part on either side")
  func waterfall() {
    var chart = Samples.chart(.waterfall)
    chart.series[0].values = [.money(100), .money(-300), .money(150), .money(-50)]
    let grid = ChartGrid(chart, HumanText(options: .init()), firstRow: 0)
    #expect(grid.series.map(\.name) == ["底", "余额", "增加（零下）", "减少", "减少（零下）"])
    let values = Dictionary(uniqueKeysWithValues: grid.series.map { ($0.name, $0.values) })
    #expect(values["减少"]?[1] == 1)
    #expect(values["减少（零下）"]?[1] == -2)
    #expect(values["增加（零下）"]?[2] == -1.5)
    #expect(values["底"]?[2] == -0.5)
    #expect(values["余额"]?[3] == -0.5)
  }
}
