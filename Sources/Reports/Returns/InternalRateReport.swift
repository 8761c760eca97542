import Analytics
import LedgerCore
import ReportDocument

/// The money-weighted return of a series of dated flows, with the status that says how far it can be trusted.
public struct InternalRateReport: Sendable {
  /// The answer.
  public var rate: InternalRate
  /// How many flows it was computed from.
  public var flowCount: Int
  /// First and last day of the flows; nil when there are none.
  public var span: ClosedRange<Day>?

  public init(_ rate: InternalRate, flowCount: Int, span: ClosedRange<Day>?) {
    self.rate = rate
    self.flowCount = flowCount
    self.span = span
  }

  /// The answer as a document; its JSON form has `status`, `rate`, `roots` and `annualised` at the top.
  public func document() -> ReportDocument {
    var figures = [
      Figure("status", Phrase("状态", "Status"), .code(rate.status.rawValue, InternalRateReport.meaning(rate.status))),
      Figure(
        "rate", rate.isAnnualised ? Phrase("年化内部收益率", "Yearly rate") : Phrase("期间收益率（未年化）", "Rate of the period, not annualised"),
        .rate(RateFigure(rate.rate, status: rate.status.rawValue)), decimals: 4),
    ]
    for (index, root) in rate.roots.enumerated() where rate.roots.count > 1 || !rate.isAnnualised {
      figures.append(
        Figure("root\(index + 1)", Phrase("年化根 \(index + 1)", "Yearly root \(index + 1)"), .rate(RateFigure(root)), decimals: 4))
    }
    figures.append(Figure("flows", Phrase("现金流笔数", "Flows"), .count(flowCount)))
    if let span { figures += Figure.period(from: span.lowerBound, to: span.upperBound) }
    var document = ReportDocument("irr", title: Phrase("内部收益率", "Internal rate of return"), definitions: [definition])
    document.sections = [Section("answer", blocks: [.figures(FigureList("answer", figures))])]
    document.extras = [
      JSONMember("status", .string(rate.status.rawValue)),
      JSONMember("rate", rate.rateText.map { .string($0) } ?? .null),
      JSONMember("roots", .array(rate.rootTexts.map { .string($0) })),
      JSONMember("annualised", .bool(rate.isAnnualised)),
    ]
    return document
  }

  private var definition: Phrase {
    Phrase(
      "XIRR：Σ aᵢ·(1+r)^(−(dᵢ−d₀)/365) = 0，实际天数/365，以最早日期为基准；付出为负，收回为正",
      "XIRR: Σ aᵢ·(1+r)^(−(dᵢ−d₀)/365) = 0, actual/365, from the earliest date; paid out negative, received positive")
  }

  /// What a status means.
  static func meaning(_ status: InternalRateStatus) -> Phrase {
    switch status {
    case .ok: Phrase("唯一解", "one rate")
    case .notUnique: Phrase("多个解，不能只报一个", "several rates, none of them is the answer")
    case .noRoot: Phrase("无解", "no rate makes the flows zero")
    case .undefined: Phrase("无法定义：少于两个日期或现金流方向不变", "undefined: fewer than two dates, or all flows one way")
    case .totalLoss: Phrase("全部损失", "all is lost")
    }
  }
}
