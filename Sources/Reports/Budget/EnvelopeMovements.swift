import LedgerCore
import Portfolio
import ReportDocument

/// Everything that moved one envelope, by day: what came in and went out, and what may be spent after it.
struct EnvelopeMovements {
  let source: any LedgerSource
  let envelope: Envelope
  /// Facts of the envelope at the moment, by day, then in order of recording.
  let facts: [Fact]
  /// Numbers of the quota vouchers by event.
  private let vouchers: [Int64: String]

  init(_ source: any LedgerSource, _ envelope: Envelope, _ facts: [Fact], moment: Moment) throws(Diagnostic) {
    self.source = source
    self.envelope = envelope
    self.facts = facts.filter { $0.dimensions.envelope == envelope.id && EnvelopeMovements.item($0.measure) != nil }
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map { $0.element }
    var vouchers: [Int64: String] = [:]
    try source.postings(PostingQuery(moment: moment, book: .quota)) { row throws(Diagnostic) in
      if row.posting.dimensions.envelope == envelope.id && vouchers[row.sequence] == nil {
        vouchers[row.sequence] = "\(row.day.month) 记-\(row.number)"
      }
    }
    self.vouchers = vouchers
  }

  /// The movements line by line; a payment first relieves its reservation at the estimate, then spends the actual.
  func table() throws(Diagnostic) -> Table {
    var table = Table(
      "movements",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("event", Phrase("事项", "Event")),
        Column("item", Phrase("内容", "Item")), Column("in", Phrase("增加", "In"), .money),
        Column("out", Phrase("减少", "Out"), .money), Column("available", Phrase("可执行余额", "Available"), .money),
        Column("deal", Phrase("投资项目", "Deal")), Column("document", Phrase("文号", "Document")),
        Column("voucher", Phrase("凭证", "Voucher")), Column("by", Phrase("记录人", "Recorded by")),
      ])
    let register = source.register
    var available: Int64 = 0
    for fact in facts {
      let change = EnvelopePosition.change(of: fact)
      try available.add(change)
      let origin = try source.origin(of: fact.sequence)
      // Approved money is not yet available: it is shown as coming in, and the balance stands still.
      let shown = change == 0 ? fact.amount : change
      let isRed = fact.reverses != 0
      let comesIn = (shown > 0) != isRed
      table.add(
        .day(fact.day), .event(fact.sequence, origin?.event.kind),
        .phrase(EnvelopeMovements.item(fact.measure) ?? .none),
        comesIn ? .money(shown, register.base) : .empty, comesIn ? .empty : .money(0 &- shown, register.base),
        .money(available, register.base),
        fact.dimensions.deal.isNone ? .empty : .text(register[fact.dimensions.deal].name),
        .text(origin?.document ?? ""), .text(vouchers[fact.sequence] ?? ""), .text(origin?.by ?? ""))
    }
    if table.rows.allSatisfy({ $0.cells.last == .text("") }) {
      table.notes = [Phrase("直接读取的文本账没有记录人。", "A journal that is only read does not say who recorded an event.")]
    }
    return table
  }

  /// What a measure does to an envelope; nil for those that do nothing to it.
  static func item(_ measure: Measure) -> Phrase? {
    switch measure {
    case .approved: Phrase("批复", "approved")
    case .approvedAbove: Phrase("上级补助", "granted from above")
    case .issued: Phrase("下达", "issued")
    case .movedIn: Phrase("调入", "moved in")
    case .movedOut: Phrase("调出", "moved out")
    case .raised: Phrase("追加", "raised")
    case .reduced: Phrase("追减", "cut")
    case .frozen: Phrase("冻结", "frozen")
    case .unfrozen: Phrase("解冻", "unfrozen")
    case .carriedIn: Phrase("上年结转", "carried in")
    case .carriedOut: Phrase("结转下年", "carried over")
    case .lapsed: Phrase("收回", "taken back")
    case .reserved: Phrase("签约预留", "reserved")
    case .relieved: Phrase("冲减预留", "relieved")
    case .paidFresh: Phrase("支付", "paid")
    case .feeFresh: Phrase("支付管理费", "fee paid")
    case .refunded: Phrase("当年退回", "refunded")
    case .entrySource: Phrase("一般凭证：预算来源", "plain voucher: sources")
    case .entryUnissued: Phrase("一般凭证：待分配", "plain voucher: unissued")
    case .entryAvailable: Phrase("一般凭证：可执行", "plain voucher: available")
    case .entryFrozen: Phrase("一般凭证：冻结", "plain voucher: frozen")
    case .entrySigned: Phrase("一般凭证：已签约未付", "plain voucher: signed, unpaid")
    case .entryPaid: Phrase("一般凭证：已支付", "plain voucher: paid")
    case .entryCarriedOut: Phrase("一般凭证：结转下年", "plain voucher: carried over")
    case .entryLapsed: Phrase("一般凭证：收回", "plain voucher: taken back")
    default: nil
    }
  }
}
