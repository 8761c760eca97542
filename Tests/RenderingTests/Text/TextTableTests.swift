import LedgerCore
import Rendering
import ReportDocument
import Testing

@Suite("Text tables")
struct TextTableTests {
  @Test("Every line of a table that ends in a number is equally wide, whatever mix of Chinese and Latin it holds")
  func aligned() {
    let table = amounts(
      [("力得汽车科技", 500_000_000), ("ABC Ltd", -12_345), ("混合 Mixed 名称（一）", 7), ("é̀ combining", 0)],
      total: 499_987_662)
    let widths = Set(lines(of: rendered(document(table))).map { TextWidth.of($0) }.dropFirst(3))
    #expect(widths.count == 1)
  }

  @Test("No line is wider than the terminal, and no number is cut, at any width that holds the widest number")
  func everyWidth() {
    let numbers = ["43,000,000.00", "-1,234,567.00", "30,000,000.00", "6,765,433.00", "42,965,433.00", "33.33%"]
    for width in 30...130 {
      let text = rendered(Samples.year, .text, RenderOptions(width: width))
      for line in lines(of: text) { #expect(TextWidth.of(line) <= width, "width \(width): \(line)") }
      for number in numbers { #expect(text.contains(number), "width \(width) lost \(number)") }
    }
  }

  @Test("Every row of a wide table is at the same distance between columns: numbers end where their rule ends")
  func rightEdge() {
    for width in [60, 72, 80, 100, 0] {
      let text = rendered(document(Samples.leverage), .text, RenderOptions(width: width))
      let rule = lines(of: text).first { $0.hasPrefix("─") }
      for line in lines(of: text) where line.hasSuffix("%") {
        #expect(TextWidth.of(line) <= TextWidth.of(rule ?? ""))
      }
    }
  }

  @Test("Very long text is wrapped without losing a character")
  func longText() {
    let long = String(repeating: "山东某某生物医药产业投资基金合伙企业（有限合伙），", count: 400)
    let text = rendered(document(amounts([(long, 1)])))
    let rows = lines(of: text).drop { !$0.hasPrefix("─") }.filter { !$0.hasPrefix("─") }
    #expect(rows.map { $0.split(separator: " ").first ?? "" }.joined() == long)
  }

  @Test("A table without rows still shows its headings; one without columns shows nothing")
  func empty() {
    let text = rendered(document(amounts([])))
    #expect(text.contains("名称") && text.contains("金额"))
    #expect(rendered(document(Table("none", columns: []))).filter { $0 != "\n" }.isEmpty)
  }

  @Test("The least amount of 64 bits prints in every unit, and a sum of such amounts does not trap")
  func extremes() {
    let table = amounts([("甲", .min), ("乙", .min)], total: .min)
    #expect(rendered(document(table)).contains("-92,233,720,368,547,758.08"))
    for unit in [MoneyUnit.wan, .yi] {
      let text = rendered(document(table), .text, RenderOptions(unit: unit))
      #expect(text.contains(unit == .wan ? "-9,223,372,036,854.78" : "-922,337,203.69"))
    }
  }

  @Test("Control characters of the data reach neither the lines nor the terminal")
  func controls() {
    let text = rendered(document(amounts([("a\u{1B}[31mb\nc\td\u{9B}e\u{202E}f", 1)])))
    #expect(text.contains("a [31mb c d e f"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("No line ends in spaces")
  func trailingSpaces() {
    for line in lines(of: rendered(Samples.year)) { #expect(line.last != " ") }
  }

  @Test("Rows that are too short or too long neither trap nor move a column")
  func ragged() {
    var table = amounts([])
    table.add(.text("short"))
    table.rows.append(Row([.text("long"), .money(1), .text("beyond")]))
    let text = rendered(document(table))
    #expect(text.contains("short") && text.contains("0.01") && !text.contains("beyond"))
  }

  @Test("Other commodities carry their code, and renminbi beside them does too")
  func codes() {
    var table = amounts([("甲", 100)])
    table.add(.text("乙"), .money(5, Commodity(code: "JPY", scale: 0)))
    let text = rendered(document(table), .text, RenderOptions(unit: .wan))
    #expect(text.contains("0.00 CNY") && text.contains("5 JPY"))
    #expect(text.contains("单位：人民币万元，其他币种为原值"))
  }

  @Test("A heading between rows runs over all columns and widens none")
  func headings() {
    var table = amounts([])
    table.add(.text("市级直接投资项目（本级财政出资）"), role: .header)
    table.add(.text("甲"), .money(123_456_789), indent: 1)
    let text = lines(of: rendered(document(table))).drop { !$0.hasPrefix("─") }
    #expect(Array(text.dropFirst().prefix(3)) == ["市级直接投资项目", "（本级财政出资）", "  甲  1,234,567.89"])
  }

  @Test("Sums that follow each other stand together under one rule")
  func sumsTogether() {
    var table = amounts([("甲", 1)])
    table.add(.text("借方"), .money(2), role: .total)
    table.add(.text("贷方"), .money(3), role: .total)
    table.add(.text("差"), .money(4), role: .result)
    let rows = lines(of: rendered(document(table))).drop { !$0.hasPrefix("─") }
    #expect(rows.map { String($0.prefix(1)) } == ["─", "甲", "─", "借", "贷", "─", "差", "─"])
  }

  @Test("Without a limit of width an endless text does not pad the other rows")
  func endlessText() {
    let table = amounts([(String(repeating: "x", count: 100_000), 1), ("short", 2)])
    let longest = lines(of: rendered(document(table), .text, RenderOptions(width: 0))).map(\.count).max() ?? 0
    #expect(longest < 200)
  }

  @Test("A terminal of any width, however narrow, gets every figure", arguments: [1, 2, 5, 10, 20, -3])
  func narrow(width: Int) {
    for language in Language.allCases {
      let text = rendered(Samples.year, .text, RenderOptions(language: language, width: width))
      #expect(text.contains("42,965,433.00") && text.contains("-1,234,567.00"))
    }
  }

  @Test("A deep indent keeps its place beside a short text")
  func deepIndent() {
    var table = amounts([("root", 1)])
    table.add(.text("xy"), .money(1), indent: 4)
    #expect(lines(of: rendered(document(table))).contains { $0.hasPrefix("        xy  ") })
  }

  @Test("Colour is written only when asked for")
  func colour() {
    #expect(!rendered(Samples.year).contains("\u{1B}"))
    #expect(rendered(Samples.year, .text, RenderOptions(colour: true)).contains("\u{1B}[31m-1,234,567.00\u{1B}[0m"))
  }

  @Test("The parts of a long table that is folded take turns, and each names what its rows are about")
  func turns() {
    var table = Table(
      "checks",
      columns: [
        Column("severity", .plain("Severity")), Column("date", .plain("Date"), .day), Column("rule", .plain("Rule")),
        Column("subject", .plain("Subject"), link: .refers("deal")), Column("amount", .plain("Amount"), .money),
        Column("what", .plain("What")),
      ])
    for row in 100..<200 {
      table.add(
        .text("warning"), .day(Day(number: 19_000)), .text("rule of some length"), .text("deal \(row)/A"), .money(391_877_500_00),
        .text("something that was found of number \(row)"))
    }
    let text = lines(of: rendered(document(table), .text, RenderOptions(language: .en, width: 60)))
    let places = (100..<200).map { row in text.indices.filter { text[$0].contains("deal \(row)/A") } }
    #expect(places.allSatisfy { $0.count > 1 }, "each part names the deal")
    for place in places { #expect((place.last ?? 0) - (place.first ?? 0) < 150) }
    #expect((places[0].last ?? .max) < (places[99].first ?? 0), "the parts take turns")
  }

  @Test("A table of a hundred thousand rows reads like one of a few, wherever its rows are parted among the cores")
  func longTable() {
    // Seven rows that repeat, so that every kind of row stands at the beginning of a part somewhere.
    func table(_ count: Int) -> Table {
      var table = amounts([])
      for _ in 0..<count {
        table.add(.text("市级项目"), role: .header)
        table.add(.text("甲"), .money(123_456), indent: 1)
        table.add(.text("乙"), .money(-7), indent: 1)
        table.add(.text("借方"), .money(1), role: .subtotal)
        table.add(.text("贷方"), .money(2), role: .subtotal)
        table.add(.text("合计"), .money(3), role: .total)
        table.add(.empty, role: .blank)
      }
      return table
    }
    let one = lines(of: rendered(document(table(1))))
    let two = lines(of: rendered(document(table(2))))
    let many = lines(of: rendered(document(table(15_000))))
    let block = two.count - one.count
    #expect(block >= 9)
    #expect(many.count == one.count + 14_999 * block)
    let first = two.count - 1 - block
    let repeated = Array(two[first..<first + block])
    // A block is the same wherever it stands.
    let wrong = (0..<14_998).first { Array(many[first + $0 * block..<first + ($0 + 1) * block]) != repeated }
    #expect(wrong == nil)
    #expect(many.suffix(2) == two.suffix(2))
  }
}
