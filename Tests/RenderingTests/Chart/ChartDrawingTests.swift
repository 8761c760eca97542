import LedgerCore
import ReportDocument
import Testing

@testable import Rendering

@Suite("Charts")
struct ChartDrawingTests {
  private func figure(_ chart: Chart, _ options: RenderOptions = RenderOptions(unit: .wan)) throws -> Markup {
    let document = ReportDocument("d", title: .none, sections: [Section("s", blocks: [.chart(chart)])])
    return try #require(try Markup(rendered(document, .html, options)).all("figure").first)
  }

  private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }

  /// A chart of one series.
  private func chart(_ kind: Chart.Kind, _ values: [Cell], categories: [String]? = nil) -> Chart {
    Chart(
      "c", title: .plain("图"), kind: kind,
      categories: (categories ?? values.indices.map { "\(2020 + $0)" }).map { .plain($0) },
      series: [Chart.Series("s", .plain("甲"), values)], alternative: .none)
  }

  @Test("Every shape lies inside the drawing, and every text too", arguments: Chart.Kind.allCases, Language.allCases)
  func inside(kind: Chart.Kind, language: Language) throws {
    for unit in MoneyUnit.allCases {
      let svg = try figure(Samples.chart(kind), RenderOptions(language: language, unit: unit)).all("svg")[0]
      let box = try #require(svg.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
      for bar in svg.all("rect") {
        let (x, y) = (number(bar.attributes["x"]), number(bar.attributes["y"]))
        #expect(x >= 0 && x + number(bar.attributes["width"]) <= box[2])
        #expect(y >= 0 && y + number(bar.attributes["height"]) <= box[3])
      }
      for label in svg.all("text") {
        let (x, y) = (number(label.attributes["x"]), number(label.attributes["y"]))
        let width = Double(SVGCanvas.width(of: label.text)) / 10
        let left = label.attributes["text-anchor"] == "end" ? x - width : label.attributes["text-anchor"] == "start" ? x : x - width / 2
        #expect(left >= 0 && left + width <= box[2], "\(label.text)")
        #expect(y >= 8 && y <= box[3], "\(label.text)")
      }
    }
  }

  @Test("Labels of an axis never touch each other, however many categories there are", arguments: [3, 12, 60, 400])
  func overlap(count: Int) throws {
    for kind in [Chart.Kind.columns, .line, .waterfall, .stackedColumns] {
      let values = (0..<count).map { Cell.money(Int64($0 + 1) * 123_456_789) }
      let names = (0..<count).map { "2019-\($0 % 12 + 10)-\($0 % 28 + 10)" }
      let svg = try figure(chart(kind, values, categories: names)).all("svg")[0]
      let spans = svg.all("text").filter { $0.attributes["class"] == nil }.map { label in
        let half = Double(SVGCanvas.width(of: label.text)) / 20
        return (number(label.attributes["y"]), number(label.attributes["x"]) - half, number(label.attributes["x"]) + half)
      }
      #expect(!spans.isEmpty)
      for (one, next) in zip(spans, spans.dropFirst()) where one.0 == next.0 { #expect(one.2 < next.1) }
    }
  }

  @Test("Ticks are written in the unit of the report, with as many decimals as their step needs")
  func ticks() throws {
    let chart = chart(.columns, [.money(1_000_000_000), .money(4_300_000_000)])
    func ticks(_ unit: MoneyUnit) throws -> [String] {
      try figure(chart, RenderOptions(unit: unit, unitDecimals: unit == .yi ? 4 : 2)).all("text").filter {
        $0.attributes["class"] == "tick"
      }.map(\.text)
    }
    #expect(try ticks(.wan) == ["0", "1,000", "2,000", "3,000", "4,000", "5,000"])
    #expect(try ticks(.yi) == ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"])
    #expect(try ticks(.yuan) == ["0", "10,000,000", "20,000,000", "30,000,000", "40,000,000", "50,000,000"])
  }

  @Test("A column is as high as its value, from zero")
  func heights() throws {
    let bars = try figure(chart(.columns, [.money(100_000), .money(50_000), .money(-50_000)])).all("rect")
    let heights = bars.map { number($0.attributes["height"]) }
    #expect(abs(heights[0] - 2 * heights[1]) <= 0.2 && heights[1] == heights[2])
    #expect(number(bars[2].attributes["y"]) > number(bars[1].attributes["y"]))
  }

  @Test("A waterfall steps from level to level: each bar begins where the one before ended")
  func waterfall() throws {
    let figure = try figure(Samples.chart(.waterfall))
    let bars = figure.all("rect")
    #expect(bars.map { $0.attributes["class"] } == ["c0", "up", "down", "c0"])
    func top(_ index: Int) -> Double { number(bars[index].attributes["y"]) }
    func bottom(_ index: Int) -> Double { top(index) + number(bars[index].attributes["height"]) }
    #expect(abs(bottom(1) - top(0)) <= 0.2 && abs(top(2) - top(1)) <= 0.2 && abs(bottom(2) - top(3)) <= 0.2)
    #expect(bars.map { $0.all("title")[0].text } == ["期初 100.00", "增加 60.00", "减少 -40.00", "期末 120.00"])
  }

  @Test("A line has a gap where there is no value")
  func gap() throws {
    let values: [Cell] = [.integer(1), .integer(2), .empty, .integer(3), .integer(2)]
    let figure = try figure(chart(.line, values))
    #expect(figure.all("polyline").count == 2)
    #expect(figure.all("circle").count == 4)
  }

  @Test("A chart without a table brings its figures along; one with a table points to it")
  func figures() throws {
    var chart = Samples.chart(.columns)
    let own = try #require(try figure(chart).withID("t-chart-columns"))
    #expect(own.all("tbody")[0].all("tr")[2].children.map(\.text) == ["减少", "-40.00", "25.00"])
    chart.tableID = "holdings"
    let figure = try figure(chart)
    #expect(figure.all("table").isEmpty)
    #expect(figure.values(of: "href") == ["#t-holdings"])
    #expect(figure.all("svg")[0].attributes["aria-label"] == "由一百万到一百二十万")
    #expect(figure.all("li").map(\.text) == ["甲", "乙"])
  }

  @Test("Undefined, foreign and senseless values are left out, and a chart without any value is none")
  func nothing() throws {
    let odd: [Cell] = [.ratio(Ratio(3, over: 2)), .ratio(Ratio(1, over: 0)), .money(5), .text("x")]
    #expect(try figure(chart(.columns, odd)).all("rect").count == 1)
    let extreme: [Cell] = [.money(.max), .money(.min), .rate(RateFigure(0.5))]
    #expect(try figure(chart(.stackedColumns, extreme)).all("rect").count == 2)
    let rates: [Cell] = [.rate(RateFigure(1e25)), .rate(RateFigure(.nan)), .rate(RateFigure(0.1))]
    #expect(try figure(chart(.bars, rates)).all("rect").count == 1)
    let document = ReportDocument(
      "d", title: .none, sections: [Section("s", blocks: [.chart(chart(.line, [.empty, .text("x")]))])])
    #expect(try Markup(rendered(document, .html)).all("figure").isEmpty)
  }

  @Test("Formats without pictures say exactly what they said without the chart", arguments: [Format.text, .csv, .json, .md])
  func leftOut(format: Format) throws {
    var document = Samples.year
    document.sections[1].blocks.insert(.chart(Samples.chart(.columns)), at: 0)
    document.sections[2].blocks.append(.chart(Samples.chart(.line)))
    #expect(try format.bytes(of: document) == format.bytes(of: Samples.year))
  }

  @Test("Printed on A4, one to a line or two beside each other, the labels have 7.5 points at least")
  func printed() throws {
    let document = ReportDocument("d", title: .none, sections: [Section("s", blocks: [.chart(Samples.chart(.columns))])])
    let page = String(decoding: try Format.html.bytes(of: document), as: UTF8.self)
    func size(_ before: String, _ after: String) throws -> Double {
      let rest = try #require(page.split(separator: before, maxSplits: 1).last)
      return number(rest.split(separator: after).first.map(String.init))
    }
    let type = try size("height: auto; font-size: ", "px")
    #expect(type == Double(SVGCanvas.typeSize) / 10)
    for width in [
      try size("figure { break-inside: avoid; max-width: ", "mm"), try size(".across figure { display: inline-block; width: ", "mm"),
    ] {
      #expect(width * 72 / 25.4 / (Double(SVGCanvas.width) / 10) * type >= 7.5, "\(width) mm")
    }
  }
}
