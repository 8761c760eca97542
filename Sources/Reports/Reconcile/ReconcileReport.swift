import LedgerCore
import Portfolio
import ReportDocument

/// What a reconciliation says, and whether the answer is yes.
public struct ReconcileResult: Sendable {
  /// The statement.
  public var document: ReportDocument
  /// How many differences, residuals and disagreements are not explained.
  public var openCount: Int

  /// Whether nothing is open: differences that only timing makes, and that are in order, do not count.
  public var isReconciled: Bool { openCount == 0 }
}

/// The reconciliation of one budget year (DOMAIN §4.2): envelope, commitments, budget outlay and treasury.
///
/// Each envelope must come out by itself (approved and amended = paid, signed, available, frozen, carried, lapsed), and
/// what the quota says was paid must be the budget book's outlay and what left the treasury. Differences are listed one
/// by one with their class; those that timing explains, and that lie within the closing period, are not open.
public struct ReconcileReport: Sendable {
  /// The budget year.
  public var year: Int
  /// The two times of the question.
  public var moment: Moment

  public init(year: Int, moment: Moment = .latest) {
    self.year = year
    self.moment = moment
  }

  /// The reconciliation as a document.
  ///
  /// - Throws: `unknownEnvelope` when there is nothing to reconcile, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    try result(from: source).document
  }

  /// The reconciliation with its answer.
  ///
  /// - Throws: `unknownEnvelope` when there is nothing to reconcile, or what the source throws.
  public func result(from source: any LedgerSource) throws(Diagnostic) -> ReconcileResult {
    let reconciliation = try Reconciliation(source, year: year, moment: moment)
    let openCount = try reconciliation.openCount()
    var document = try ReportFrame(source: source, moment: moment).document(
      "reconcile", title: Phrase("\(year) 年度预算资金对账", "Reconciliation of budget year \(year)"),
      definitions: [
        Phrase(
          "原预算＋调整＝待分配＋可执行＋冻结＋已签约未付＋已支付＋结转＋收回；余项应为零",
          "original + adjustments = unissued + available + frozen + signed + paid + carried over + taken back; "
            + "the residual must be zero"),
        Phrase(
          "三方：指标已支付＝预算会计支出＝国库付款；整理期内的跨年、当年退回、经专户支付为已说明差异",
          "three sides: paid by quota = outlay of the budget book = paid by the treasury; payments in the closing "
            + "period, refunds of the year and payments through other accounts are explained"),
      ])
    if reconciliation.bank != nil {
      document.definitions.append(
        Phrase(
          "对账单付款＝国库付款：没有事项勾对的付款和退回逐笔列为差异（未达、退回……）",
          "statements = paid by the treasury: payments and returns on statements that no event matches are differences, line by line "
            + "(one side only, returned, …)"))
    }
    document.facts.insert(Figure("year", Phrase("预算年度", "Budget year"), .text("\(year)")), at: 0)
    let tables = ReconcileTables(reconciliation: reconciliation)
    document.sections = [
      Section("result", blocks: [.figures(result(reconciliation, openCount))]),
      Section("envelopes", title: Phrase("指标", "Envelopes"), blocks: try tables.envelopes()),
      Section("commitments", title: Phrase("签约与支付", "Commitments"), blocks: [.table(try tables.commitments())]),
    ]
    if reconciliation.sides != nil {
      document.sections += [
        Section("threeWay", title: Phrase("三方核对", "Three sides"), blocks: [.table(try tables.threeWay())]),
        Section(
          "outlay", title: Phrase("\(year) 年支出调节", "Outlay of \(year)"),
          blocks: [.table(try tables.statement())]),
        Section("differences", title: Phrase("差异明细", "Differences"), blocks: try tables.differences()),
      ]
    }
    document.notes = try notes(reconciliation, cutOff: try source.cutOff(at: moment))
    document.extras = [
      JSONMember("isReconciled", .bool(openCount == 0)), JSONMember("open", .integer(Int64(openCount))),
    ]
    return ReconcileResult(document: document, openCount: openCount)
  }

  private func result(_ reconciliation: Reconciliation, _ openCount: Int) -> FigureList {
    let answer: Cell =
      openCount == 0
      ? .code("reconciled", Phrase("已对平", "reconciled")) : .code("open", Phrase("未对平", "not reconciled"))
    var figures = [
      Figure("result", Phrase("结论", "Result"), answer), Figure("open", Phrase("未说明事项", "Open"), .count(openCount)),
      Figure(
        "explained", Phrase("已说明差异", "Explained differences"),
        .count(reconciliation.differences.count(where: \.isExplained))),
    ]
    if let bank = reconciliation.bank {
      let days = "\(bank.first) – \(bank.last)"
      figures.append(Figure("covered", Phrase("对账单覆盖", "Covered by statements"), .text(days)))
    }
    return FigureList("result", figures)
  }

  /// What does not stop the reconciliation but has to be seen to.
  private func notes(_ reconciliation: Reconciliation, cutOff: Day) throws(Diagnostic) -> [Phrase] {
    var notes: [Phrase] = []
    if reconciliation.sides == nil {
      notes.append(
        Phrase(
          "记账规则未设预算会计支出科目，仅核对指标。", "The posting rules keep no budget book; only the envelopes are compared."))
    }
    let last = reconciliation.register.lastDay(ofBudgetYear: year) ?? .never
    for envelope in reconciliation.envelopes where cutOff > last {
      let figures = reconciliation.fold[envelope.id]
      if figures.signedUnpaid > 0 || figures.available > 0 {
        notes.append(
          Phrase(
            "\(envelope.name) 整理期已过，仍有可执行或已签约未付指标，应结转或收回。",
            "\(envelope.name): its closing period is over, but money is still available or reserved; carry it over or "
              + "take it back."))
      }
    }
    if let beyond = try reconciliation.beyondStatements() { notes.append(beyond) }
    if let aged = try reconciliation.aged.note(in: year...year, reconciliation.register.base) { notes.append(aged) }
    if reconciliation.fold.foreignCount > 0 {
      notes.append(
        Phrase(
          "\(reconciliation.fold.foreignCount) 项其他币种的数额未计入。",
          EnglishCount.of(
            reconciliation.fold.foreignCount, "amount in other commodities is left out.", "amounts in other commodities are left out.")))
    }
    return notes
  }
}
