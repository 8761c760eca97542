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

  /// The present values asked for, in hundredths of the unit of the flows; nil when none are.
  private var present: (rate: Rate, value: Int64?, spreadsheet: Int64?)?

  public init(_ rate: InternalRate, flowCount: Int, span: ClosedRange<Day>?) {
    self.rate = rate
    self.flowCount = flowCount
    self.span = span
  }

  /// Adds the present values at a rate: ours on the earliest date, and a spreadsheet's on that of the first row.
  public mutating func discount(_ flows: [DatedFlow], at rate: Rate) {
    present = (
      rate, PresentValue.hundredths(rate: rate, of: flows), PresentValue.spreadsheetHundredths(rate: rate, of: flows)
    )
  }

  /// The answer as a document; its JSON form has `status`, `rate`, `roots` and `annualised` at the top.
  public func document() -> ReportDocument {
    var figures = [
      Figure("status", Phrase("状态", "Status"), .code(rate.status.rawValue, InternalRateReport.meaning(rate.status))),
      Figure(
        "rate", rate.isAnnualised ? Phrase("年化内部收益率", "Yearly rate") : Phrase("期间收益率（未年化）", "Rate of the period, not annualised"),
        .rate(RateFigure(rate.rate, status: rate.status.rawValue, isAnnualised: rate.status != .ok || rate.isAnnualised)), decimals: 4),
    ]
    for (index, root) in rate.roots.enumerated() where rate.roots.count > 1 || !rate.isAnnualised {
      figures.append(
        Figure("root\(index + 1)", Phrase("年化根 \(index + 1)", "Yearly root \(index + 1)"), .rate(RateFigure(root)), decimals: 4))
    }
    if let present {
      let name = "XNPV（\(present.rate)）"
      figures.append(
        Figure("xnpv", .plain(name), present.value.map { .ratio(Ratio($0, over: 100)) } ?? .empty))
      figures.append(
        Figure(
          "spreadsheetXnpv", Phrase("电子表格 \(name)", "Spreadsheet's \(name)"),
          present.spreadsheet.map { .ratio(Ratio($0, over: 100)) } ?? .empty,
          definition: Phrase("折现到第一行的日期，而不是最早日期", "discounted to the date of the first row, not to the earliest")))
    }
    figures.append(Figure("flows", Phrase("现金流笔数", "Flows"), .count(flowCount)))
    if let span { figures += Figure.period(from: span.lowerBound, to: span.upperBound) }
    var document = ReportDocument(
      "irr", title: Phrase("内部收益率", "Internal rate of return"), definitions: InternalRateReport.definitions(present?.rate))
    document.sections = [Section("answer", blocks: [.figures(FigureList("answer", figures))])]
    document.extras = [
      JSONMember("status", .string(rate.status.rawValue)),
      JSONMember("rate", rate.rateText.map { .string($0) } ?? .null),
      JSONMember("roots", .array(rate.rootTexts.map { .string($0) })),
      JSONMember("annualised", .bool(rate.isAnnualised)),
    ]
    return document
  }

  /// What the figures mean; the present value only when it is asked for.
  static func definitions(_ discount: Rate?) -> [Phrase] {
    let rate = Phrase(
      "XIRR：Σ aᵢ·(1+r)^(−(dᵢ−d₀)/365) = 0，实际天数/365，以最早日期为基准；付出为负，收回为正",
      "XIRR: Σ aᵢ·(1+r)^(−(dᵢ−d₀)/365) = 0, actual/365, from the earliest date; paid out negative, received positive")
    guard let discount else { return [rate] }
    return [
      rate,
      Phrase(
        "XNPV：Σ aᵢ·(1+\(discount))^(−(dᵢ−d₀)/365)，折现到最早日期", "XNPV: Σ aᵢ·(1+\(discount))^(−(dᵢ−d₀)/365), on the earliest date"),
    ]
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
