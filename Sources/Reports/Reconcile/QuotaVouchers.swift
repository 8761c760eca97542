import LedgerCore
import Portfolio
import ReportDocument

/// Plain vouchers on the accounts of envelopes in the quota book: changes of a budget without the event that would say why.
struct QuotaVouchers {
  /// What one event put on one envelope, reversals left out.
  struct Item {
    let sequence: Int64
    let day: Day
    let number: Phrase
    let envelope: EnvelopeID
    let deal: DealID
    /// What it put on each place, credit positive, minor units.
    var places: [QuotaPlace: Int64] = [:]

    /// The largest amount that it moved.
    var amount: Int64 { places.values.map { Int64(clamping: $0.magnitude) }.max() ?? 0 }
  }

  private(set) var items: [Item] = []

  /// Reads the postings of plain vouchers, where balances show that there are any.
  init(_ source: any LedgerSource, moment: Moment) throws(Diagnostic) {
    let register = source.register
    var places: [AccountID: QuotaPlace] = [:]
    for account in register.accounts { places[account.id] = register.quotaPlace(of: account) }
    if places.isEmpty { return }
    if try !source.plainTurnover(from: .always, at: moment).contains(where: { places[$0.account] != nil }) { return }
    var found: [Int64: Item] = [:]
    var reds: [Item] = []
    let query = PostingQuery(moment: moment, book: .quota, accounts: Set(places.keys), rules: [Voucher.entryRule])
    try source.postings(query) { row throws(Diagnostic) in
      let posting = row.posting
      guard let place = places[posting.account], posting.commodity == register.baseID, !row.opensBooks else { return }
      let isRed = row.rule == Voucher.redRule
      var item =
        (isRed ? reds.last.flatMap { $0.sequence == row.sequence ? $0 : nil } : found[row.sequence])
        ?? Item(
          sequence: row.sequence, day: row.day, number: .voucher(row), envelope: posting.dimensions.envelope,
          deal: posting.dimensions.deal)
      try item.places[place, default: 0].add(0 &- posting.amount)
      if !isRed {
        found[row.sequence] = item
      } else if reds.last?.sequence == row.sequence {
        reds[reds.count - 1] = item
      } else {
        reds.append(item)
      }
    }
    for red in reds {
      let reversed = found.values.filter { QuotaVouchers.undoes(red, $0) }.max { $0.sequence < $1.sequence }
      if let reversed { found[reversed.sequence] = nil }
    }
    items = found.values.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  private static func undoes(_ red: Item, _ item: Item) -> Bool {
    red.sequence > item.sequence && red.envelope == item.envelope && red.deal == item.deal
      && red.places == item.places.mapValues { 0 &- $0 }
  }

  /// Those of a budget year as differences, without the events that are differences already; a voucher that names its document
  /// is explained by it.
  func differences(
    _ source: any LedgerSource, year: Int, besides known: [Difference]
  ) throws(Diagnostic) -> [Difference] {
    let listed = Set(known.map(\.sequence))
    var found: [Difference] = []
    for item in items where !listed.contains(item.sequence) {
      if (item.envelope.isNone ? item.day.year : source.register[item.envelope].year) != year { continue }
      let document = try source.origin(of: item.sequence)?.document ?? ""
      found.append(
        Difference(
          day: item.day, outlayDay: item.day, sequence: item.sequence, number: item.number, envelope: item.envelope,
          deal: item.deal, amount: item.amount, paid: 0, outlay: 0, cash: 0,
          kind: item.envelope.isNone ? .wrongAccount : .oneSided, isExplained: !document.isEmpty && !item.envelope.isNone,
          reason: QuotaVouchers.reason(item, document, source.register.base)))
    }
    return found
  }

  private static func reason(_ item: Item, _ document: String, _ base: Commodity) -> Phrase {
    var words =
      item.envelope.isNone
      ? Phrase("指标账簿一般凭证，未注明指标：", "plain voucher of the quota book without an envelope: ")
      : Phrase("指标账簿一般凭证：", "plain voucher of the quota book: ")
    var isFirst = true
    for place in QuotaPlace.allCases {
      guard let amount = item.places[place], amount != 0 else { continue }
      if !isFirst { words = words + Phrase("、", ", ") }
      isFirst = false
      // A source is debited when money comes.
      let shown = place == .source ? 0 &- amount : amount
      let (sign, moved) = (shown > 0 ? " +" : " ", Cell.money(shown, base))
      words = words + place.phrase + Phrase(exactly: "\(sign)\(moved)", "\(sign)\(moved)")
    }
    return document.isEmpty ? words : words + Phrase("（\(document)）", " (\(document))")
  }

  /// All of them as a section of the check; nil when there are none.
  func section(_ source: any LedgerSource) throws(Diagnostic) -> Section? {
    if items.isEmpty { return nil }
    let register = source.register
    var table = Table(
      "quotaVouchers",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("event", Phrase("事项", "Event")),
        Column("number", Phrase("凭证", "Voucher")), Column("envelope", Phrase("指标", "Envelope")),
        Column("amount", Phrase("金额", "Amount"), .money), Column("reason", Phrase("说明", "Reason")),
      ])
    for item in items {
      let document = try source.origin(of: item.sequence)?.document ?? ""
      table.add(
        .day(item.day), .text("#\(item.sequence)"), .phrase(item.number),
        item.envelope.isNone ? .empty : .text(register[item.envelope].name), .money(item.amount, register.base),
        .phrase(QuotaVouchers.reason(item, document, register.base)))
    }
    table.notes = [
      Phrase(
        "指标的批复、下达、调剂、支付应以相应事项记录；以一般凭证记入的请核对，必要时冲销后改记。",
        "What happens to an envelope is recorded by its event: budget, issue, transfer, pay. Look at each plain voucher; where it is "
          + "wrong, reverse it and record the event.")
    ]
    return Section("quotaVouchers", title: Phrase("指标账簿的一般凭证", "Plain vouchers of the quota book"), blocks: [.table(table)])
  }
}

extension QuotaPlace {
  /// The place's name for people.
  fileprivate var phrase: Phrase {
    switch self {
    case .unissued: Phrase("待分配", "unissued")
    case .available: Phrase("可执行", "available")
    case .frozen: Phrase("冻结", "frozen")
    case .signed: Phrase("已签约未付", "signed, unpaid")
    case .paid: Phrase("已支付", "paid")
    case .carriedOut: Phrase("结转下年", "carried over")
    case .lapsed: Phrase("收回", "taken back")
    case .source: Phrase("预算来源", "sources")
    case .recycled: Phrase("滚动资金", "recycled money")
    }
  }
}
