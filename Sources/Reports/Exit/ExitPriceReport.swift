import LedgerCore
import Portfolio
import ReportDocument

/// 退出价格: the price due for a holding on a day, by its exit terms, with the formula and every step.
public struct ExitPriceReport: Sendable {
  /// The name of the deal.
  public var deal: String
  /// The day of the exit; nil for the last day of the moment.
  public var day: Day?
  /// The part of the holding, or of the instalment, that is sold.
  public var part: Rate
  /// The payment that is sold alone, at specific cost; nil for all alike.
  public var instalment: Int64?
  /// The two times of the question: which terms, rates and payments count.
  public var moment: Moment

  public init(
    deal: String, on day: Day? = nil, part: Rate = .whole, instalment: Int64? = nil, moment: Moment = .latest
  ) {
    self.deal = deal
    self.day = day
    self.part = part
    self.instalment = instalment
    self.moment = moment
  }

  /// The price as a document.
  ///
  /// - Throws: `unknownDeal`, `noExitTerms`, `notAnInstalment`, `overHolding` when nothing is held, `exitPriceUnknown`
  ///   when a rate or a valuation is missing, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    guard let deal = register.deal(named: deal) else {
      let near = register.nearestName(to: deal, of: .deal)
      throw Diagnostic(
        .unknownDeal, Wording("没有投资项目\(deal)", "there is no deal \(deal)"),
        hint: near.map(Wording.didYouMean) ?? Wording("bgt report holdings 列出全部项目", "bgt report holdings shows all deals"))
    }
    let cutOff = try source.cutOff(at: moment)
    let day = self.day ?? cutOff
    let pricing = ExitPricing(try source.facts(at: moment), register, at: moment)
    let terms = try terms(of: deal, on: day, pricing)
    try checkHeld(deal, on: day, pricing)
    let price: ExitPrice
    switch try pricing.price(of: deal.id, part: part, instalment: instalment, on: day, under: terms) {
    case .success(let found): price = found
    case .failure(let obstacle):
      throw Diagnostic(
        .exitPriceUnknown,
        Wording("\(deal.name)在 \(day) 的应收价无法计算：", "the price due of \(deal.name) on \(day) is not known: ") + obstacle.sentence,
        hint: obstacle.advice)
    }
    return try document(of: price, deal, pricing, source, cutOff)
  }

  private func terms(of deal: Deal, on day: Day, _ pricing: ExitPricing) throws(Diagnostic) -> ExitTerms {
    if let terms = pricing.terms(of: deal.id, on: day) { return terms }
    throw Diagnostic(
      .noExitTerms, Wording("\(deal.name)在 \(day) 没有退出条款", "no exit terms of \(deal.name) hold on \(day)"),
      hint: Wording(
        "先登记：terms \(deal.name) free:3y rate:LPR-1Y doc:文件；bgt record terms --help 列出全部字段",
        "record them: terms \(deal.name) free:3y rate:LPR-1Y doc:DOCUMENT; bgt record terms --help lists all fields"))
  }

  private func checkHeld(_ deal: Deal, on day: Day, _ pricing: ExitPricing) throws(Diagnostic) {
    guard part > .zero && part <= .whole else {
      throw Diagnostic(
        .badUsage, Wording("比例大于 0 % 且不超过 100 %，不是 \(part)", "the part lies above 0 % and at most at 100 %, not at \(part)"),
        hint: Wording("如 --part 50%", "as in: --part 50%"))
    }
    let lots = pricing.instalments(of: deal.id, on: day).lots
    if lots.isEmpty {
      let exit = pricing.lastExit(of: deal.id, on: day)
      throw Diagnostic(
        .overHolding, Wording("\(day) 时没有持有\(deal.name)", "nothing is held of \(deal.name) on \(day)"),
        hint: Wording(
          exit.map { "要看退出 #\($0) 以前的价格，加 --known-at \($0 - 1)" } ?? "bgt report holdings 列出所持项目",
          exit.map { "for the price before exit #\($0), add --known-at \($0 - 1)" }
            ?? "bgt report holdings shows what is held"))
    }
    if let instalment, !lots.contains(where: { $0.event == instalment }) {
      let left = lots.map { "#\($0.event) (\($0.day))" }.joined(separator: ", ")
      throw Diagnostic(
        .notAnInstalment,
        Wording(
          "#\(instalment) 不是\(deal.name)在 \(day) 还有余额的出资",
          "#\(instalment) is no payment into \(deal.name) of which anything is left on \(day)"),
        hint: Wording("余下的是 \(left)", "left are \(left)"))
    }
  }

  private func document(
    of price: ExitPrice, _ deal: Deal, _ pricing: ExitPricing, _ source: any LedgerSource, _ cutOff: Day
  ) throws(Diagnostic) -> ReportDocument {
    var frame = ReportFrame(source: source, moment: moment)
    frame.about = [
      Figure("deal", Phrase("项目", "Deal"), .text(deal.name)),
      Figure("on", Phrase("退出日", "Day of exit"), .day(price.day)),
      Figure("part", Phrase("退出部分", "Part sold"), .share(part)),
    ]
    var document = try frame.document(
      "exitPrice", title: Phrase("退出价格 \(deal.name)", "Exit price of \(deal.name)"),
      definitions: ExitPriceTables.definitions)
    let tables = ExitPriceTables(price: price, deal: deal, pricing: pricing)
    document.sections = [
      Section("price", title: Phrase("应收价款", "Price due"), blocks: [.figures(try tables.figures())]),
      Section("terms", title: Phrase("退出条款", "Terms"), blocks: [.table(tables.rule())]),
      Section("steps", title: Phrase("计算过程", "Steps"), blocks: tables.steps().map { .table($0) }),
    ]
    if let alternatives = try tables.alternatives(part: part, instalment: instalment) {
      document.sections.append(
        Section("alternatives", title: Phrase("各阶段的价款", "The price in each tier"), blocks: [.table(alternatives)]))
    }
    if let versions = tables.versions() {
      document.sections.append(
        Section("versions", title: Phrase("条款版本", "Versions of the terms"), blocks: [.table(versions)]))
    }
    document.notes = tables.notes(cutOff: cutOff)
    return document
  }
}
