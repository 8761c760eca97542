import LedgerCore
import Portfolio
import ReportDocument

/// The performance table of a year (绩效目标表, DOMAIN §7 G): three levels of indicators, targets, actual values computed
/// from the books, points and reasons.
public struct PerformanceReport: Sendable {
  public var year: Int
  public var moment: Moment
  /// Only this programme; all when nil.
  public var programme: String?
  /// The indicators with their weights.
  public var indicators: PerformanceTable

  public init(year: Int, moment: Moment = .latest, programme: String? = nil, indicators: PerformanceTable) {
    self.year = year
    self.moment = moment
    self.programme = programme
    self.indicators = indicators
  }

  /// One indicator as it is judged.
  private struct Line {
    let indicator: PerformanceTable.Indicator
    let target: Int64?
    let weight: Int64
    let value: MetricValue
    /// Hundredths of a point; nil when it cannot be judged.
    var points: Int64?
    /// Why it has no points, or not all of them.
    var reason: Cell
  }

  /// The report as a document.
  ///
  /// - Throws: `badUsage`, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let question = try YearQuestion(year, moment, programme: programme, source.register)
    let figures = try PolicyFigures(source, year: year, moment: question.moment, programme: question.programme)
    let about = programme.map { [Figure("programme", Phrase("项目计划", "Programme"), .text($0))] } ?? []
    var document = try ReportFrame(source: source, moment: question.moment, about: about).document(
      "performance", title: Phrase("\(indicators.title) \(year)", "Performance of \(year)"),
      definitions: [
        Phrase(
          "实际值由账簿计算，不能填写；目标值取自绩效目标事项（target），其次取自指标表",
          "actual values are computed from the books and never typed; targets come from target events, else from the table"),
        Phrase(
          "得分＝分值×完成程度，完成程度最高 100%；越低越好的指标超出目标的，按目标÷实际计",
          "points = weight × actual ÷ target, at most the weight; where less is better, target ÷ actual beyond the target"),
        Phrase("出处：\(indicators.citation)", "Source, in the words of the table: \(indicators.citation)"),
      ])
    let register = source.register
    let listed = indicators.indicators(
      with: register.targets.filter { $0.year == year && $0.programme == question.programme })
    let lines = try listed.map { indicator throws(Diagnostic) in
      try line(indicator, figures, question.programme, register)
    }
    document.sections = [
      Section("performance", blocks: [.table(table(lines, register.base))]),
      Section(
        "definitions", title: Phrase("指标定义", "Definitions"),
        blocks: [
          .figures(
            FigureList(
              "definitions",
              listed.map { Figure($0.metric.rawValue, $0.metric.title, .phrase($0.metric.definition)) }))
        ]),
    ]
    if indicators.status != .verified {
      document.notes.append(Phrase("指标和分值为示例，未与正式文本核对", "Indicators and weights are examples, not checked against an official text"))
    }
    return document
  }

  private func line(
    _ indicator: PerformanceTable.Indicator, _ figures: PolicyFigures, _ programme: ProgrammeID, _ register: Register
  ) throws(Diagnostic) -> Line {
    let set = register.targets.last {
      $0.metric == indicator.metric && $0.year == year && $0.programme == programme
    }
    let value = try figures.value(of: indicator.metric)
    var line = Line(
      indicator: indicator, target: set?.value ?? indicator.target, weight: set?.weight ?? indicator.weight, value: value,
      points: nil, reason: .phrase(value.reason))
    guard let actual = value.scaled else { return line }
    guard let target = line.target else {
      line.reason = .code("noTarget", Phrase("未设目标", "no target is set"))
      return line
    }
    line.points = PerformanceReport.points(of: actual, target: target, weight: line.weight, isCost: indicator.metric.isCost)
    // Points are rounded: a target missed by little may still have all of them.
    if !PerformanceReport.isReached(actual, target: target, isCost: indicator.metric.isCost) {
      line.reason =
        indicator.metric.isCost
        ? .code("above", Phrase("高于目标", "above the target")) : .code("below", Phrase("未达目标", "below the target"))
    }
    if line.weight == 0 && set != nil && set?.weight == nil {
      line.reason = .code("noWeight", Phrase("未设分值", "no weight is set"))
    }
    return line
  }

  /// Whether a target was reached; where less is better, whether it was not exceeded.
  private static func isReached(_ actual: Int64, target: Int64, isCost: Bool) -> Bool {
    isCost ? actual <= target : actual >= target
  }

  /// Weight times how far the target was reached, at most the weight, hundredths of a point rounded half up.
  static func points(of actual: Int64, target: Int64, weight: Int64, isCost: Bool) -> Int64 {
    if isReached(actual, target: target, isCost: isCost) { return weight }
    let (numerator, denominator) = isCost ? (target, actual) : (max(0, actual), target)
    guard denominator > 0 else { return 0 }
    return Int64(clamping: (Int128(weight) * Int128(numerator)).dividedHalfUp(by: Int128(denominator)))
  }

  private func table(_ lines: [Line], _ base: Commodity) -> Table {
    var table = Table(
      "performance",
      columns: [
        Column("indicator", Phrase("指标", "Indicator")), Column("second", Phrase("二级指标", "Second level")),
        Column("target", Phrase("目标值", "Target"), .mixed), Column("actual", Phrase("实际值", "Actual"), .mixed),
        Column("unit", Phrase("单位", "Unit")),
        Column("weight", Phrase("分值", "Weight"), .ratio(decimals: 2)), Column("points", Phrase("得分", "Points"), .ratio(decimals: 2)),
        Column("reason", Phrase("偏差原因", "Reason")),
      ])
    var first = ""
    for line in lines {
      let indicator = line.indicator
      if indicator.chinese.first != first {
        first = indicator.chinese.first
        table.add(.code(indicator.english.first, Phrase(first, indicator.english.first)), role: .header)
      }
      table.add(
        .code(indicator.metric.rawValue, indicator.metric.title),
        .code(indicator.english.second, Phrase(indicator.chinese.second, indicator.english.second)), target(line, base),
        line.value.cell(of: indicator.metric, base), indicator.metric.measure.cell, .ratio(Ratio(line.weight, over: 100)),
        line.points.map { .ratio(Ratio($0, over: 100)) } ?? .empty, line.reason, indent: 1)
    }
    let missed = lines.filter { $0.points == nil }.reduce(0) { $0 + $1.weight }
    let remark =
      missed == 0
      ? Phrase.none
      : Phrase("其中 \(DecimalText.trimmed(missed, scale: 2)) 分未能评分", "\(DecimalText.trimmed(missed, scale: 2)) points could not be judged")
    table.add(
      .phrase(.total), .empty, .empty, .empty, .empty, .ratio(Ratio(lines.reduce(0) { $0 + $1.weight }, over: 100)),
      .ratio(Ratio(lines.reduce(0) { $0 + ($1.points ?? 0) }, over: 100)), .phrase(remark), role: .total)
    return table
  }

  private func target(_ line: Line, _ base: Commodity) -> Cell {
    guard let target = line.target else { return .empty }
    switch line.indicator.metric.measure {
    case .percent: return .percent(Ratio(target, over: Rate.whole.partsPerBillion))
    case .times, .years: return .ratio(Ratio(target, over: Rate.whole.partsPerBillion))
    case .money: return .money(target, base)
    case .count: return .integer(target)
    }
  }
}
