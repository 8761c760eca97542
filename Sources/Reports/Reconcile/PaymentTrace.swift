import LedgerCore
import Portfolio
import ReportDocument

/// Every event that moved an envelope's payments, with vouchers and lines of statements on each side.
struct PaymentTrace {
  /// One event on one envelope and deal.
  private struct Step {
    let sequence: Int64
    var day: Day
    let key: SpendingSides.Key
    var sides = SpendingSides.Sides()
    var outlayVouchers: [String] = []
    var moneyVouchers: [String] = []
  }

  private let reconciliation: Reconciliation
  private let envelope: EnvelopeID?
  private var steps: [Step] = []

  private var register: Register { reconciliation.register }
  private var base: Commodity { register.base }

  init(_ source: any LedgerSource, _ reconciliation: Reconciliation, envelope: EnvelopeID?) throws(Diagnostic) {
    self.reconciliation = reconciliation
    self.envelope = envelope
    var places: [Place: Int] = [:]
    for fact in reconciliation.spending where isAsked(fact.dimensions.envelope) {
      let step = step(fact.sequence, fact.day, fact.dimensions, &places)
      try steps[step].sides.paid.add(fact.spent)
    }
    let accounts = RuleAccounts(source)
    let (outlays, money, treasury) = (accounts.outlays, accounts.money, accounts.treasury)
    let query = PostingQuery(
      moment: reconciliation.moment, accounts: outlays.union(money),
      dimensions: Dimensions(envelope: envelope ?? .none))
    try source.postings(query) { row throws(Diagnostic) in
      let posting = row.posting
      guard posting.commodity == source.register.baseID, isAsked(posting.dimensions.envelope), row.rule != YearEndTransfer.rule,
        !(row.rule == Voucher.switchRule)
      else { return }
      let place = step(row.sequence, row.day, posting.dimensions, &places)
      let number = "\(row.book.chinese) \(row.day.month) \(row.label)"
      if outlays.contains(posting.account) {
        try steps[place].sides.outlay.add(posting.amount)
        if !steps[place].outlayVouchers.contains(number) { steps[place].outlayVouchers.append(number) }
      } else {
        try steps[place].sides.money.add(0 &- posting.amount)
        if treasury.contains(posting.account) { try steps[place].sides.cash.add(0 &- posting.amount) }
        if !steps[place].moneyVouchers.contains(number) { steps[place].moneyVouchers.append(number) }
      }
    }
    steps.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  private struct Place: Hashable {
    let sequence: Int64
    let key: SpendingSides.Key
  }

  private func isAsked(_ id: EnvelopeID) -> Bool {
    if id.isNone { return false }
    return envelope.map { $0 == id } ?? (register[id].year == reconciliation.year)
  }

  private mutating func step(
    _ sequence: Int64, _ day: Day, _ dimensions: Dimensions, _ places: inout [Place: Int]
  ) -> Int {
    let key = SpendingSides.Key(envelope: dimensions.envelope, deal: dimensions.deal)
    let place = Place(sequence: sequence, key: key)
    if let known = places[place] { return known }
    places[place] = steps.count
    steps.append(Step(sequence: sequence, day: day, key: key))
    return steps.count - 1
  }

  /// One row for each event.
  func table() throws(Diagnostic) -> Table {
    let bank = reconciliation.bank
    var table = Table(
      "payments",
      columns: [
        Column("event", Phrase("事项", "Event")), Column("date", Phrase("日期", "Date"), .day),
        Column("envelope", Phrase("指标", "Envelope")), Column("deal", Phrase("项目", "Deal")),
        Column("paid", Phrase("指标已支付", "Paid by quota"), .money), Column("outlay", Phrase("预算会计支出", "Budget outlay"), .money),
        Column("outlayVoucher", Phrase("支出凭证", "Outlay voucher")), Column("money", Phrase("资金付出", "Money paid"), .money),
        Column("moneyVoucher", Phrase("付款凭证", "Money voucher")),
      ])
    if bank != nil {
      table.columns += [
        Column("bank", Phrase("对账单已付", "On statements"), .money), Column("lines", Phrase("对账单行", "Lines")),
      ]
    }
    var totals: [Int64] = [0, 0, 0, 0]
    for step in steps {
      let lines = bank?.lines(of: step.sequence) ?? []
      let amounts = [step.sides.paid, step.sides.outlay, step.sides.money, lines.isEmpty ? 0 : step.sides.money]
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      var cells: [Cell] = [
        .text("#\(step.sequence)"), .day(step.day), .text(register[step.key.envelope].name),
        step.key.deal.isNone ? .code("fee", Phrase("管理费", "Fee")) : .text(register[step.key.deal].name),
        .money(amounts[0], base), .money(amounts[1], base), .text(step.outlayVouchers.joined(separator: " ")),
        .money(amounts[2], base), .text(step.moneyVouchers.joined(separator: " ")),
      ]
      if bank != nil {
        let words = lines.map { line in
          ["#\(line.sequence)", line.day.description, line.number].filter { !$0.isEmpty }.joined(separator: " ")
        }
        cells += [.money(amounts[3], base), .text(words.joined(separator: "；"))]
      }
      table.rows.append(Row(cells))
    }
    if bank != nil && envelope == nil {
      for line in reconciliation.differences where line.stated != 0 {
        try totals[3].add(line.stated)
        var cells = Array(repeating: Cell.empty, count: 9)
        cells[0] = .text("#\(line.sequence)")
        cells[1] = .day(line.day)
        table.rows.append(Row(cells + [.money(line.stated, base), .phrase(line.number)]))
      }
    }
    var cells: [Cell] = [.phrase(.total), .empty, .empty, .empty]
    cells += [.money(totals[0], base), .money(totals[1], base), .empty, .money(totals[2], base), .empty]
    if bank != nil { cells += [.money(totals[3], base), .empty] }
    table.rows.append(Row(cells, role: .total))
    return table
  }

  /// The differences among them.
  func differences() throws(Diagnostic) -> [Block] {
    let own = reconciliation.differences.filter { item in envelope.map { $0 == item.envelope } ?? true }
    return try ReconcileTables(reconciliation: reconciliation).differences(own)
  }
}
