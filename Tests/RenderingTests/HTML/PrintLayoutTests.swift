import LedgerCore
import ReportDocument
import Testing

@testable import Rendering

@Suite("Tables on paper")
struct PrintLayoutTests {
  private func page(_ document: ReportDocument) throws -> Markup { try Markup(rendered(document, .html)) }

  /// The sizes of type that tables ask for, points.
  private func sizes(_ page: Markup) -> [Double] {
    page.all("table").compactMap { $0.attributes["style"]?.dropFirst("--print: ".count).dropLast(2) }.compactMap { Double($0) }
  }

  /// A table of a name and many amounts, of which each so many-th is not zero.
  private func wide(_ count: Int, each step: Int = 1) -> Table {
    var table = Table(
      "wide", title: .plain("宽表"),
      columns: [Column("deal", .plain("项目"))] + (1...count).map { Column("c\($0)", .plain("列\($0)"), .money) })
    for row in 1...3 {
      table.rows.append(Row([.text("项目\(row)")] + (1...count).map { .money($0 % step == 0 ? 12_345_678_901_234 + Int64($0) : 0) }))
    }
    return table
  }

  @Test("Many figures of a chart stand behind its box, where sheets break between rows; few stand within")
  func figuresOfCharts() throws {
    for (count, isWithin) in [(8, true), (40, false)] {
      let chart = Chart(
        "c", title: .plain("图"), kind: .columns, categories: (0..<count).map { .plain("\(1980 + $0)") },
        series: [Chart.Series("s", .plain("数"), (0..<count).map { .integer(Int64($0)) })], alternative: .plain("图"))
      let page = try page(ReportDocument("d", title: .plain("d"), sections: [Section("s", blocks: [.chart(chart)])]))
      let figure = try #require(page.all("figure").first)
      #expect(figure.all("table").isEmpty != isWithin)
      #expect(page.withID("t-chart-c")?.all("tbody").first?.all("tr").count == count)
    }
  }

  @Test("Type is never below seven points: a table that is wider is written in parts that each begin with its first column")
  func parts() throws {
    let table = wide(20)
    let page = try page(document(table))
    #expect(sizes(page).allSatisfy { $0 >= 7 })
    let parts = page.all("table")
    #expect(parts.count > 1)
    let headings = parts.map { $0.all("thead").flatMap { $0.all("th") }.map(\.text) }
    #expect(headings.allSatisfy { $0.first == "项目" })
    #expect(headings.flatMap { $0.dropFirst() } == table.columns.dropFirst().map(\.title.zh))
    #expect(parts.allSatisfy { $0.all("tbody").flatMap { $0.all("tr") }.count == 3 })
    #expect(parts.dropFirst().allSatisfy { $0.all("caption").first?.text == "宽表（续）" })
    #expect(page.values(of: "id").filter { $0 == "t-wide" }.count == 1)
  }

  @Test("A table that does not fit leaves out the columns that are zero throughout, and names them")
  func zeros() throws {
    let page = try page(document(wide(20, each: 4)))
    #expect(page.all("table").count == 1)
    #expect(page.all("thead").flatMap { $0.all("th") }.map(\.text) == ["项目", "列4", "列8", "列12", "列16", "列20"])
    #expect(page.all("p").contains { $0.text.hasPrefix("未列出空白或全为零的列：列1、列2、列3、列5") })
  }

  @Test("One long name among many short ones is broken and makes no type smaller")
  func longName() throws {
    var table = Table(
      "names", columns: [Column("deal", .plain("项目"))] + (1...9).map { Column("c\($0)", .plain("列\($0)"), .money) })
    for row in 1...60 {
      let name = row == 7 ? String(repeating: "很长的名称", count: 12) : "项目\(row)/A"
      table.rows.append(Row([.text(name)] + (1...9).map { _ in .money(39_187_750_000) }))
    }
    let page = try page(document(table))
    let element = try #require(page.withID("t-names"))
    #expect(sizes(page).allSatisfy { $0 >= 8 })
    #expect(element.attributes["class"]?.split(separator: " ").contains("u1") == false)
    #expect(element.attributes["class"]?.split(separator: " ").contains("full") == true)
  }

  @Test("Days and short names are never broken in print")
  func unbroken() throws {
    var table = Table("t", columns: [Column("a", .plain("名")), Column("b", .plain("日"), .day), Column("c", .plain("文"))])
    table.add(.text("直接投资"), .day(Day(number: 738_000)), .text(String(repeating: "说明", count: 30)))
    let page = try page(document(table))
    let classes = page.withID("t-t")?.attributes["class"]?.split(separator: " ") ?? []
    #expect(classes.contains("u1") && classes.contains("u2") && !classes.contains("u3"))
    let style = try #require(page.all("style").first).text
    #expect(style.contains(".u2 tbody tr:not(.header) > :nth-child(2)"))
  }
}
