import LedgerCore
import Portfolio
import ReportDocument

/// Why a voucher says what it says: the event behind it, the posting rule that made it, and the source of that rule.
public struct ExplainReport: Sendable {
  /// The voucher's id, counted from 1 in order of recording.
  public var voucher: Int64
  /// The two times of the question.
  public var moment: Moment

  public init(voucher: Int64, moment: Moment = .latest) {
    self.voucher = voucher
    self.moment = moment
  }

  /// The explanation as a document.
  ///
  /// - Throws: `unknownEvent` when there is no such voucher, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var rows: [PostingRow] = []
    try source.postings(PostingQuery(moment: moment, voucher: voucher)) { row throws(Diagnostic) in rows.append(row) }
    guard let first = rows.first else {
      throw Diagnostic(
        .unknownEvent, Wording("没有凭证 \(voucher)", "there is no voucher \(voucher)"),
        hint: Wording("bgt register 列出凭证及编号", "bgt register shows the vouchers with their numbers"))
    }
    var document = try ReportFrame(source: source, moment: moment).document(
      "explain", title: Phrase("凭证说明", "Where a voucher comes from"))
    let recorded = try (source as? any EventHistory)?.recorded("#\(first.sequence)")
    // A voucher may be dated otherwise than its event: the rules are those of the day of the event.
    let rules = source.register.timeline.rules(on: recorded?.event.effectiveDay ?? first.day)
    let rule = rules.rule(first.rule)
    document.sections = [
      Section(
        "voucher", title: Phrase("凭证", "Voucher"),
        blocks: [
          .figures(FigureList("voucher", voucherFigures(first))),
          .table(VoucherTable(register: source.register).table(of: rows)),
        ]),
      Section("rule", title: Phrase("记账规则", "Posting rule"), blocks: ruleBlocks(first.rule, rule, rules)),
    ]
    if let recorded {
      let figures =
        EventFigures(register: source.register).figures(of: recorded.event, sequence: first.sequence)
        + (try ReversalLinks(source: source, knownAt: moment.knownAt).figures(of: first.sequence, reverses: recorded.reverses))
      document.sections.append(
        Section("event", title: Phrase("事项", "Event"), blocks: [.figures(FigureList("event", figures))]))
    }
    document.notes = remarks(rows, rule, source)
    return document
  }

  private func voucherFigures(_ row: PostingRow) -> [Figure] {
    [
      Figure("id", Phrase("凭证", "Voucher"), .integer(row.voucher)),
      Figure("book", Phrase("账簿", "Book"), row.book.cell),
      Figure("number", Phrase("凭证号", "Number"), .text("\(row.day.month) \(row.label)")),
      Figure("date", Phrase("日期", "Date"), .day(row.day)),
      Figure("narration", Phrase("摘要", "Narration"), .text(row.narration)),
      Figure("sequence", Phrase("事项编号", "Event"), .text("#\(row.sequence)")),
    ]
  }

  private func ruleBlocks(_ id: String, _ rule: PostingRule?, _ set: RuleSet) -> [Block] {
    guard let rule else {
      let text =
        switch id {
        case "entry":
          Phrase("一般凭证：分录由录入人直接给出，不经记账规则。", "A plain voucher: whoever recorded it wrote its lines; no rule made them.")
        case Voucher.switchRule:
          Phrase(
            "新旧衔接：旧科目余额按新规则集 \(set.name) 的 switchFrom 对照表转入新科目。",
            "Change of charts: balances of the old chart are carried over as switchFrom of \(set.name) says.")
        case "red":
          Phrase(
            "红字冲销：与原凭证科目、方向相同，金额为负。",
            "A red reversal: the lines of the original on the same sides with the opposite sign.")
        default:
          Phrase(
            "规则 \(id) 不在当前的规则集 \(set.name) 中。", "Rule \(id) is not in the present rule set \(set.name).")
        }
      return [.paragraph(text)]
    }
    let citation = rule.citation.isEmpty ? set.citation : rule.citation
    let figures = [
      Figure("rule", Phrase("规则", "Rule"), .text("\(rule.id) \(rule.title)")),
      Figure("ruleSet", Phrase("规则集", "Rule set"), .text("\(set.name) v\(set.version) \(set.title)")),
      Figure("citation", Phrase("依据", "Source"), .text(citation)),
      Figure("status", Phrase("状态", "Status"), rule.status.cell),
      Figure("ruleFrom", Phrase("适用自", "Applies from"), .day(rule.from)),
      Figure("ruleTo", Phrase("适用至", "Applies to"), .day(rule.to)),
    ]
    return [.figures(FigureList("rule", figures)), .table(templates(of: rule))]
  }

  private func templates(of rule: PostingRule) -> Table {
    var table = Table(
      "templates", title: Phrase("规则分录", "Lines of the rule"),
      columns: [
        Column("book", Phrase("账簿", "Book")), Column("side", Phrase("方向", "Side")),
        Column("template", Phrase("科目", "Account")), Column("measure", Phrase("金额", "Amount")),
      ])
    for book in AccountBook.allCases {
      for line in rule.lines[book] ?? [] {
        let side: Cell = line.side == .debit ? .code("debit", Phrase("借", "Dr")) : .code("credit", Phrase("贷", "Cr"))
        table.add(book.cell, side, .text(line.account), .text(line.measure.name + (line.isRed ? " (red)" : "")))
      }
    }
    return table
  }

  private func remarks(_ rows: [PostingRow], _ rule: PostingRule?, _ source: any LedgerSource) -> [Phrase] {
    var notes: [Phrase] = []
    if let rule, rule.status == .unverified {
      notes.append(
        Phrase(
          "规则 \(rule.id) 未核对（unverified）：其依据未能与正式文本核对，使用前须由会计人员核定。",
          "Rule \(rule.id) is unverified: it was not checked in the official text; an accountant has to confirm it."))
    }
    var names: [String] = []
    for row in rows {
      let name = source.register[row.posting.account].name
      if source.register.timeline.note(of: name)?.note.status == .unverified && !names.contains(name) { names.append(name) }
    }
    if !names.isEmpty {
      notes.append(
        Phrase(
          "以下科目的代码或名称未核对（unverified）：\(names.joined(separator: "、"))。",
          "Code or name of these accounts is unverified: \(names.joined(separator: ", "))."))
    }
    return notes
  }
}
