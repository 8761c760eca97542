import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Multipliers that programmes published (amounts in 亿元), each reproduced from events by the metric that it follows.
@Suite("Published multipliers")
struct PublishedRatioTests {
  /// A line of the published figures.
  struct Line {
    let name: String
    let own, others, deployed, projectMoney: Int64
    let published, metric: String

    /// 亿元 with two decimals as yuan and fen.
    static func amount(_ text: Substring) -> Int64? {
      text.isEmpty ? nil : DecimalText.parse(text.utf8, scale: 10)
    }

    init?(_ text: Substring) {
      let fields = text.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 10 else { return nil }
      name = "\(fields[0]) \(fields[1])"
      own = Line.amount(fields[2]) ?? 100
      others = Line.amount(fields[3]) ?? Line.amount(fields[4]).map { [own] in $0 - own } ?? 0
      projectMoney = Line.amount(fields[5]) ?? 0
      deployed = Line.amount(fields[6]) ?? 0
      // The line without a published figure names its value in the note.
      published = fields[7].isEmpty ? String(fields[9].split(separator: " ").last ?? "") : String(fields[7])
      metric = String(fields[8])
    }

    /// The line as a journal of one fund.
    var journal: String {
      func yuan(_ amount: Int64) -> String { DecimalText.format(amount, scale: 2) + " CNY" }
      let isCommitted = metric.hasSuffix("c")
      var text = """
        programme 引导基金 from:2010-01-01
        party 基金 kind:fund
        party 企业
        2019-01-01 budget 2019/引导基金 \(yuan(own))
        2019-01-01 deal 基金/一期 party:基金 programme:引导基金 method:注资引导投资
        2019-02-01 \(isCommitted ? "commit" : "pay") 基金/一期 \(yuan(own)) envelope:2019/引导基金 share:20%

        """
      if others > 0 {
        text += "2019-02-01 \(isCommitted ? "subscribe" : "call") 基金/一期 \(yuan(others)) class:private evidence:公报\n"
      }
      if deployed > 0 {
        text += "2019-03-01 deploy 基金/一期 \(yuan(deployed)) party:企业 evidence:公报\n"
        text += "2019-03-01 social 基金/一期 \(yuan(projectMoney)) class:private level:project evidence:公报\n"
      }
      return text
    }
  }

  static let lines = PublishedRatios.csv.split(separator: "\n").dropFirst().compactMap { Line($0) }

  @Test("each published figure comes out of events, rounded as it was printed")
  func reproduced() throws {
    let lines = Self.lines
    #expect(lines.count == 8)
    for line in lines {
      let document = try LeverageReport().document(from: try books(line.journal))
      let headline = try document.table("headline")
      let decimals = line.published.split(separator: ".").dropFirst().first?.count ?? 0
      #expect(try headline.cell(line.metric, "value").text(decimals) == line.published, "\(line.name)")
    }
  }

  @Test("the figure of 广西 follows M2; by M1 it would be 4.32")
  func whichMetric() throws {
    let line = try #require(Self.lines.first { $0.name.hasPrefix("广西") })
    let headline = try LeverageReport().document(from: try books(line.journal)).table("headline")
    #expect(try headline.cell("M1", "value").text(2) == "4.32")
  }
}
