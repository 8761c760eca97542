import LedgerCore
import Portfolio
import ReportDocument

/// 余额调节表: the balance of an account by the books and by its statements, brought to one figure.
///
/// Each side takes in what only the other has; what is left over is zero when every movement is known. The items are
/// listed one by one with class, age and reason.
public struct BalanceReconciliationReport: Sendable {
  /// The account; the only one that has statements, or the treasury's, when nil.
  public var account: String?
  /// The two times of the question; its day is at most the last one that statements cover.
  public var moment: Moment

  public init(account: String? = nil, moment: Moment = .latest) {
    self.account = account
    self.moment = moment
  }

  /// The statement as a document.
  ///
  /// - Throws: `noStatement`, `unknownAccount`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    try result(from: source).document
  }

  /// The statement with its answer.
  ///
  /// - Throws: `noStatement`, `unknownAccount`, or what the source throws.
  public func result(from source: any LedgerSource) throws(Diagnostic) -> ReconcileResult {
    let records = try StatementRecords(source, knownAt: moment.knownAt)
    let account = try StatementAccount.recorded(account, in: source, records)
    let sides = try AccountSides(source, account, records, moment: moment)
    let open = try OpenItems(sides, source, knownAt: moment.knownAt)
    let gaps = try StatementGap.all(in: sides)
    let balances = try BalanceReconciliation(sides, gaps, open)
    let openCount =
      open.items.count { !$0.isExplained } + gaps.count + (balances.before == 0 ? 0 : 1)
      + (try balances.adjustedBook == balances.adjustedStatement ? 0 : 1)
    var document = try ReportFrame(
      source: source, moment: Moment(asOf: sides.day, knownAt: moment.knownAt),
      about: [Figure("account", Phrase("科目", "Account"), .text(account.name))]
    ).document(
      "balanceReconciliation", title: Phrase("余额调节表", "Reconciliation of balances"),
      definitions: BalanceReconciliationReport.definitions)
    let tables = BalanceReconciliationTables(sides: sides, open: open, balances: balances)
    document.sections = [
      Section("result", blocks: [.figures(try tables.result(openCount))]),
      Section("balances", title: Phrase("余额调节", "Balances"), blocks: [.table(try tables.balanceTable())]),
      Section("open", title: Phrase("未达及差异", "Open items"), blocks: try tables.openTables()),
      Section("statements", title: Phrase("已登记对账单", "Statements recorded"), blocks: tables.statements(gaps)),
    ]
    document.notes = notes(sides, source)
    document.extras = [
      JSONMember("isReconciled", .bool(openCount == 0)), JSONMember("open", .integer(Int64(openCount))),
    ]
    return ReconcileResult(document: document, openCount: openCount)
  }

  private static let definitions = [
    Phrase(
      "账面余额＋银行已收账面未收－银行已付账面未付＋更正＝对账单余额＋账面已收银行未收－账面已付银行未付",
      "balance of the books + received by the bank and not booked − paid by the bank and not booked + correction of amounts booked "
        + "wrong = balance of the statement + booked as received and not at the bank − booked as paid and not at the bank"),
    Phrase(
      "类别：在途（\(OpenItems.transitDays) 天内，或其后已勾对）、退回、跨年、科目错、金额错、未达；在途和其后已勾对的为已说明",
      "classes: in transit (within \(OpenItems.transitDays) days, or matched later), returned, year boundary, wrong account, wrong "
        + "amount, one side only; what is in transit or matched later is explained"),
  ]

  private func notes(_ sides: AccountSides, _ source: any LedgerSource) -> [Phrase] {
    var notes: [Phrase] = []
    if moment.asOf != .never && moment.asOf > sides.day {
      notes.append(
        Phrase(
          "对账单截至 \(sides.day)，调节表按该日编制。", "The statements end on \(sides.day); the reconciliation is of that day."))
    }
    if !sides.hasBalances {
      notes.append(
        Phrase(
          "对账单没有余额，以 \(sides.first) 前的账面余额为起点，只核对发生额。",
          "The statements have no balances: the books' balance before \(sides.first) is taken for theirs, and only movements "
            + "are compared."))
    }
    let reversals = sides.entries.count {
      sides.undone.contains($0.sequence) && $0.reverses != 0 && $0.day >= sides.first && $0.day <= sides.day
    }
    if reversals > 0 {
      notes.append(
        Phrase(
          "已红字冲销的 \(reversals) 项及其冲销银行均不知情，未列入。",
          "\(reversals) reversed events and their reversals, which no bank knows of, are left out."))
    }
    return notes
  }
}
