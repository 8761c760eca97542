import LedgerCore
import ReportDocument
import Testing

@testable import Rendering

@Suite("HTML")
struct HTMLRendererTests {
  private static let nasty = "<script>alert(\"1\")</script> & 'x' </td>\u{7}\n]]>"

  private func page(_ document: ReportDocument, _ options: RenderOptions = .init()) throws -> Markup {
    try Markup(rendered(document, .html, options))
  }

  @Test("A page is well-formed, names its language, and needs nothing from elsewhere", arguments: Language.allCases)
  func wellFormed(language: Language) throws {
    for document in [Samples.year, Samples.balance, Samples.charts] {
      let page = try page(document, RenderOptions(language: language, unit: .wan))
      #expect(page.attributes["lang"] == (language == .zh ? "zh-CN" : "en"))
      #expect(page.all("head")[0].all("title").map(\.text) == [document.title[language]])
      #expect(page.all("script").isEmpty && page.all("link").isEmpty && page.all("img").isEmpty)
      #expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") })
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count)
      let style = try #require(page.all("style").first).text
      #expect(!style.contains("url(") && !style.contains("@import"))
    }
  }

  @Test("Whatever HTML would read as its own is escaped, wherever it stands")
  func escaping() throws {
    let phrase = Phrase.plain(Self.nasty)
    var table = Table("t", title: phrase, columns: [Column("a", phrase), Column("b", phrase)], notes: [phrase])
    table.add(.text(Self.nasty), .phrase(phrase))
    table.add(.text(Self.nasty), role: .header)
    let chart = Chart(
      "c", title: phrase, kind: .columns, categories: [phrase],
      series: [Chart.Series("s", phrase, [.integer(1)]), Chart.Series("r", phrase, [.integer(2)])], alternative: phrase)
    let figures = FigureList("f", [Figure("x", phrase, .text(Self.nasty), definition: phrase)])
    let document = ReportDocument(
      "d", title: phrase, definitions: [phrase], facts: [Figure("y", phrase, .text(Self.nasty))],
      sections: [
        Section(
          "s", title: phrase,
          blocks: [.table(table), .figures(figures), .paragraph(phrase), .note(phrase), .chart(chart)])
      ], notes: [phrase])
    let page = try page(document)
    #expect(page.all("script").isEmpty)
    let shown = Self.nasty.replacing("\u{7}", with: " ").replacing("\n", with: " ")
    for name in ["h1", "h2", "caption", "figcaption", "dt", "dd", "li", "td", "th"] {
      #expect(page.all(name).contains { $0.text.contains(shown) }, "\(name)")
    }
    #expect(try #require(page.all("svg").first).attributes["aria-label"] == shown)
  }

  @Test("Every cell of every table stands in its row and column, as people see it", arguments: [MoneyUnit.yuan, .wan])
  func cells(unit: MoneyUnit) throws {
    let options = RenderOptions(unit: unit)
    let text = HumanText(options: options)
    for document in [Samples.year, Samples.balance] {
      let page = try page(document, options)
      for table in document.tables {
        let element = try #require(page.withID("t-\(table.id)"))
        #expect(element.all("thead").flatMap { $0.all("th") }.map(\.text) == table.headings(options))
        let rows = element.all("tbody").flatMap { $0.all("tr") }
        let shown = table.rows.filter { $0.role != .blank }
        #expect(rows.count == shown.count)
        for (row, element) in zip(shown, rows) {
          let cells = zip(row.cells, table.styles).map { text.string($0, $1) }
          #expect(element.children.map(\.text) == Array(cells.prefix(element.children.count)))
          #expect(element.children.count == (row.role == .header ? 1 : table.columns.count))
        }
      }
    }
  }

  @Test("Title, definitions, facts with the unit, figures and notes are all there")
  func parts() throws {
    let document = Samples.year
    let page = try page(document, RenderOptions(language: .en, unit: .wan))
    #expect(page.all("h1").map(\.text) == ["Portfolio report for 2022"])
    #expect(page.all("dt").map(\.text) == document.facts.map(\.label.en) + ["Unit"])
    #expect(page.all("dd").last?.text == "CNY 10 thousand")
    #expect(page.all("h2").map(\.text) == ["Headline", "Holdings", "Leverage", "Notes"])
    let figures = try #require(page.withID("t-headline"))
    #expect(figures.all("td").map(\.text) == ["4,300.00", "-123.46", "0.75", "75.00%", "聊城市某投资控股集团有限公司"])
    #expect(page.all("p").contains { $0.text == document.definitions[0].en })
    #expect(page.all("li").map(\.text) == document.notes.map(\.en))
  }

  @Test("Columns of numbers are named once a table and stand right, negative ones are marked, sums and indents carry their class")
  func classes() throws {
    let page = try page(Samples.year)
    let table = try #require(Samples.year.tables.first { $0.id == "holdings" })
    let numeric = table.columns.indices.filter { table.columns[$0].isNumeric }.map { "n\($0 + 1)" }
    let classes = try #require(page.withID("t-holdings")?.attributes["class"]).split(separator: " ").map(String.init)
    #expect(classes.filter { $0.hasPrefix("n") } == numeric)
    let style = try #require(page.all("style").first).text
    let right = try #require(style.split(separator: "\n").first { $0.hasSuffix("{ text-align: right; }") })
    for place in numeric { #expect(right.contains(".\(place) tr > :nth-child(\(place.dropFirst()))"), "\(place)") }
    let rows = try #require(page.withID("t-holdings")).all("tbody").flatMap { $0.all("tr") }
    #expect(rows.map { $0.attributes["class"] } == ["header", nil, nil, "header", nil, "total"])
    #expect(rows[1].children[0].attributes["class"] == "i1")
    #expect(rows[2].children[5].attributes["class"] == "neg")
    #expect(rows[5].children[6].attributes["class"] == nil)
    #expect(rows[0].children[0].attributes["colspan"] == "7")
  }

  @Test("Many definitions stand after the sections, and many sections are listed at the top")
  func longPage() throws {
    var document = Samples.year
    document.definitions = ["甲", "乙", "丙"].map { .plain($0) }
    document.sections += ["a", "b"].map { Section($0, title: .plain($0), blocks: [.note(.plain("·"))]) }
    let page = try page(document)
    let links = page.all("nav").flatMap { $0.all("a") }
    #expect(links.compactMap { $0.attributes["href"] } == document.sections.map { "#s-\($0.id)" })
    #expect(links.allSatisfy { page.withID(String(($0.attributes["href"] ?? "").dropFirst())) != nil })
    #expect(page.withID("definitions")?.all("p").map(\.text) == ["甲", "乙", "丙"])
    #expect(page.all("header").flatMap { $0.all("p") }.isEmpty)
  }

  @Test("Definitions stand in one style, the short beside the long; numbers and values beside prose keep theirs")
  func prose() throws {
    let long = String(repeating: "定义", count: 30)
    func classes(_ cells: [Cell]) throws -> [String] {
      let figures = FigureList("f", cells.enumerated().map { Figure("x\($0.offset)", .plain("名\($0.offset)"), $0.element) })
      let page = try page(ReportDocument("d", title: .plain("t"), sections: [Section("s", blocks: [.figures(figures)])]))
      let table = try #require(page.withID("t-f"))
      return table.all("td").compactMap { $0.attributes["class"] }
    }
    #expect(try classes([.text("短"), .text(long)]) == ["p", "p"])
    #expect(try classes([.integer(1), .text("短"), .text(long)]) == ["n", "v", "p"])
    #expect(try classes([.text("短")]) == ["v"])
  }

  @Test("A wide table turns the paper, a narrow one does not")
  func print() throws {
    #expect(try page(Samples.balance).all("body")[0].attributes["class"] == nil)
    var wide = Table("wide", columns: (0..<14).map { Column("c\($0)", .plain("列"), .money) })
    wide.rows.append(Row(Array(repeating: .money(123_456_789_012), count: 14)))
    let page = try page(document(wide))
    #expect(page.all("body")[0].attributes["class"] == "across")
    let style = try #require(page.all("style").first).text
    #expect(style.contains("@media print") && style.contains("table-header-group") && style.contains("A4"))
    #expect(style.contains("@media screen and (prefers-color-scheme: dark)"), "paper never gets dark colours")
  }
}
