import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// 现金流: what was paid out, what came back, and where it went, by month or year (report E of DOMAIN §7).
public struct CashflowReport: Sendable {
  /// Months or years.
  public var period: CashflowPeriod
  /// The first day; everything before it is in the opening balance.
  public var from: Day
  /// The last day and what is known of it.
  public var moment: Moment

  /// The report with its options.
  public init(by period: CashflowPeriod = .year, from: Day = .always, moment: Moment = .latest) {
    self.period = period
    self.from = from
    self.moment = moment
  }

  /// Computes the cash flow and writes it down.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let (facts, cutOff) = try source.factsAndCutOff(at: moment, of: ReturnsView.measures.union(CashflowView.measures))
    let base = source.register.base
    let interestEvents = Set(facts.filter { $0.measure == .interest }.map(\.sequence))
    let custody = try CustodyMoney(source, at: moment, interestEvents: interestEvents)
    let view = try CashflowView(facts, custody: custody, base: source.register.baseID, from: from, by: period)
    let returns = try ReturnsView(facts, register: source.register, by: .none, asOf: cutOff)
    var document = try ReportFrame(source: source, moment: moment, from: from).document(
      "cashflow", title: Phrase("现金流", "Cash flow"), definitions: CashflowReport.definitions)
    document.sections = [
      Section(
        "cashflow",
        blocks: [
          .table(try CashflowReport.table(of: view, by: period, base)),
          .figures(try CashflowReport.figures(of: view, returns, base)),
        ])
    ]
    document.notes += CashflowReport.notes(view)
    if view.lines.isEmpty && !view.opening.hasOpening { document.notes.append(.nothingToShow) }
    if view.foreignCount != 0 {
      document.notes.append(
        Phrase(
          "\(view.foreignCount) 笔其他币种事项未计入。",
          EnglishCount.of(view.foreignCount, "event in another commodity is left out.", "events in other commodities are left out.")))
    }
    return document
  }

  /// What of the cumulative figures no period's money tells.
  static func notes(_ view: CashflowView) -> [Phrase] {
    var notes: [Phrase] = []
    if view.opening.hasOpening {
      notes.append(
        Phrase(
          "“建账前”为期初建账所载的以前出资和收回，计入各期累计数和 DPI。",
          "Before: what the opening of the books states as paid in and received until then; it counts in all figures to date."))
    }
    let last = view.lines.last?.cumulative ?? view.before
    if last.handedIn != 0 || last.handedOut != 0 {
      notes.append(
        Phrase(
          "无偿划入、划出的持有不收付现金，按账面余额计入累计出资、累计收回和 DPI，与收益报告一致。",
          "Holdings taken over or given away move no money; at their carrying amount they count as paid in and as returned to "
            + "date, as in returns."))
    }
    return notes
  }

  private static let definitions = [
    Phrase(
      "期初、期末为受托机构专户（其他财政存款）余额；期末＝期初＋国库直付＋拨入专户＋股利＋利息＋收回本金＋收益＋更正＋其他"
        + "－出资－缴库－滚动再投－管理费；其他为普通凭证在专户上的收支",
      "Opening and closing are the balance of the holder's account; closing = opening + drawn + advanced + dividends + "
        + "interest + principal + gain + corrections + other − paid out − remitted − reinvested − fees; other is what "
        + "plain vouchers moved there"),
    Phrase(
      "国库直付为国库直接支付的出资和管理费，支付时即转出；拨入专户为国库预拨到受托机构账户的资金，已减退回国库的部分",
      "Drawn is what the treasury itself paid for investments and fees, gone at once; advanced is treasury money put into "
        + "the holder's account beforehand, less what went back"),
    Phrase(
      "直接进入国库的收回款视同当即缴库；收回本金以转出的投资成本为限，其余为收益；退回的出资冲减出资",
      "What comes back straight into the treasury counts as remitted at once; principal back is limited to the cost taken "
        + "out, the rest is gain; refunds are netted against what was paid out"),
    Phrase(
      "DPI＝累计收回（股利、本金、收益）÷累计出资（含滚动再投，减以前年度资金更正），均含建账前；实缴口径",
      "DPI = cumulative dividends, principal and gain ÷ cumulative payments (reinvested money in, corrections of prior "
        + "years netted), before the books began too; paid-in basis"),
  ]
}
