import LedgerCore
import Portfolio
import ReportDocument

/// A scorecard for government funds: figures from the books, points by bands that are data.
public struct ScorecardReport: Sendable {
  public var year: Int
  public var moment: Moment
  /// Only this programme; all when nil.
  public var programme: String?
  /// The bands.
  public var card: Scorecard

  public init(year: Int, moment: Moment = .latest, programme: String? = nil, card: Scorecard) {
    self.year = year
    self.moment = moment
    self.programme = programme
    self.card = card
  }

  /// The report as a document.
  ///
  /// - Throws: `badUsage`, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let question = try YearQuestion(year, moment, programme: programme, source.register)
    let figures = try PolicyFigures(source, year: year, moment: question.moment, programme: question.programme)
    let about = programme.map { [Figure("programme", Phrase("项目计划", "Programme"), .text($0))] } ?? []
    var document = try ReportFrame(source: source, moment: question.moment, about: about).document(
      "scorecard", title: Phrase("\(card.title) \(year)", "Scorecard of \(year)"),
      definitions: [
        Phrase(
          "依据：\(card.citation)；分档含下限；未能计算的指标不得分",
          "By (in the words of the card): \(card.citation); bands include their lower bound; what cannot be computed brings no points")
      ])
    let judged = try card.items.map { item throws(Diagnostic) in try line(item, figures) }
    document.sections = [
      Section("points", blocks: [.table(table("scorecard", judged, hasTotal: true, source.register.base))]),
      Section(
        "views", title: Phrase("另一口径（不计入合计）", "Other views, not counted"),
        blocks: [
          .table(
            table(
              "views", try card.views.map { item throws(Diagnostic) in try line(item, figures) }, hasTotal: false,
              source.register.base))
        ]),
      Section("definitions", title: Phrase("指标定义", "Definitions"), blocks: [.figures(definitions)]),
    ]
    if card.status != .verified {
      document.notes.append(Phrase("分档为转引，未与正式文本核对，仅供自查", "The bands were read at second hand and are unverified; for one's own use alone"))
    }
    return document
  }

  /// One line as it is judged.
  private struct Line {
    let item: Scorecard.Item
    /// The figure whose points count, with its value; the first when none has a value.
    let metric: PolicyMetric
    let value: MetricValue
    /// Hundredths of a point; nil when nothing could be computed.
    let points: Int64?
    /// What could not be computed, and why.
    let reason: Phrase
  }

  private func line(_ item: Scorecard.Item, _ figures: PolicyFigures) throws(Diagnostic) -> Line {
    var best: (metric: PolicyMetric, value: MetricValue, points: Int64)?
    var reason = Phrase.none
    for judged in item.judged {
      let value = try figures.value(of: judged.metric)
      guard let points = ScorecardReport.points(judged, value) else {
        let why = Phrase("\(judged.metric.chinese)：\(value.reason.zh)", "\(judged.metric.english): \(value.reason.en)")
        reason = reason.isEmpty ? why : reason + Phrase("；", "; ") + why
        continue
      }
      if points > best?.points ?? .min { best = (judged.metric, value, points) }
    }
    guard let best else {
      let first = item.judged.first?.metric ?? .satisfaction
      return Line(item: item, metric: first, value: .unknown(.none), points: nil, reason: reason)
    }
    return Line(item: item, metric: best.metric, value: best.value, points: best.points, reason: reason)
  }

  /// The points of a value: those of the highest band that it reaches; nil without a value.
  static func points(_ judged: Scorecard.Judged, _ value: MetricValue) -> Int64? {
    for band in judged.bands {
      guard let reaches = value.reaches(band.from) else { return nil }
      if reaches { return band.points }
    }
    return judged.bands.last?.points
  }

  private func table(_ id: String, _ lines: [Line], hasTotal: Bool, _ base: Commodity) -> Table {
    var table = Table(
      id,
      columns: [
        Column("item", Phrase("指标", "Item")), Column("metric", Phrase("取用", "Figure")),
        Column("actual", Phrase("实际值", "Actual"), .mixed), Column("unit", Phrase("单位", "Unit")),
        Column("points", Phrase("得分", "Points"), .ratio(decimals: 1)), Column("best", Phrase("满分", "Of"), .ratio(decimals: 1)),
        Column("reason", Phrase("说明", "Remark")),
      ])
    for line in lines {
      let remark = line.item.citation.isEmpty ? line.reason : line.reason.isEmpty ? .plain(line.item.citation) : line.reason
      table.add(
        .code(line.item.id, Phrase(line.item.chinese, line.item.english)), .code(line.metric.rawValue, line.metric.title),
        line.value.cell(of: line.metric, base), line.value.unit(of: line.metric),
        line.points.map { .ratio(Ratio($0, over: 100)) } ?? .empty,
        .ratio(Ratio(line.item.best, over: 100)), .phrase(remark))
    }
    if hasTotal {
      let sum = lines.reduce(0) { $0 + ($1.points ?? 0) }
      let missed = lines.filter { $0.points == nil }.reduce(0) { $0 + $1.item.best }
      let best = lines.reduce(0) { $0 + $1.item.best }
      let remark =
        missed == 0
        ? Phrase.none
        : Phrase(
          "其中 \(DecimalText.trimmed(missed, scale: 2)) 分未能计算", "\(DecimalText.trimmed(missed, scale: 2)) points could not be computed")
      table.add(
        .phrase(.total), .empty, .empty, .empty, .ratio(Ratio(sum, over: 100)), .ratio(Ratio(best, over: 100)), .phrase(remark),
        role: .total)
    }
    return table
  }

  private var definitions: FigureList {
    var metrics: [PolicyMetric] = []
    for judged in (card.items + card.views).flatMap(\.judged) where !metrics.contains(judged.metric) { metrics.append(judged.metric) }
    return FigureList("definitions", metrics.map { Figure($0.rawValue, $0.title, .phrase($0.definition)) })
  }
}
