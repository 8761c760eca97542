import LedgerCore
import Portfolio
import ReportDocument

/// Money carried over for longer than the rules let it be, and still there: to be taken back (盘活).
struct AgedMoney {
  /// What of one approval is still in an envelope.
  struct Part {
    let envelope: Envelope
    let origin: MoneyOrigin
    /// The year in which it was first approved.
    let year: Int
    var amount: Int64
  }

  /// Everything that is too old, by envelope, the oldest first.
  let parts: [Part]
  /// The limit, nil when the rules set none.
  let limit: RuleSet.Limit?

  init(_ trace: SourceTrace, _ source: any LedgerSource, cutOff: Day) {
    let register = source.register
    limit = source.rules.carryYearsMax
    guard let limit else {
      parts = []
      return
    }
    var parts: [Part] = []
    for envelope in register.envelopes {
      let year = max(envelope.year, cutOff == .never ? envelope.year : cutOff.year)
      for lot in trace.left(in: envelope.id) {
        guard let first = lot.origin.path.first, lot.origin.yearsCarried(into: envelope, register) > 0,
          year - register[first].year > limit.value
        else { continue }
        if let last = parts.last, last.envelope.id == envelope.id, last.origin == lot.origin {
          parts[parts.count - 1].amount += lot.amount
        } else {
          parts.append(
            Part(envelope: envelope, origin: lot.origin, year: register[first].year, amount: lot.amount))
        }
      }
    }
    self.parts = parts
  }

  /// The parts in envelopes of some years.
  func parts(in years: ClosedRange<Int>?) -> [Part] { parts.filter { years?.contains($0.envelope.year) != false } }

  /// What of an envelope's money is too old.
  func amount(in envelope: EnvelopeID) -> Int64 {
    Int64(clamping: parts.reduce(Int128(0)) { $1.envelope.id == envelope ? $0 + Int128($1.amount) : $0 })
  }

  /// The parts as a table; nil when there are none.
  func table(in years: ClosedRange<Int>?, _ source: any LedgerSource) throws(Diagnostic) -> Table? {
    let parts = parts(in: years)
    guard let limit, !parts.isEmpty else { return nil }
    var table = Table(
      "aged",
      title: Phrase(
        "结转超过 \(limit.value) 年，应收回盘活", "Carried over for more than \(limit.value) years: to be taken back"),
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("year", Phrase("资金年度", "Year of the money")),
        Column("approved", Phrase("批复日", "Approved"), .day), Column("document", Phrase("文号", "Document")),
        Column("amount", Phrase("金额", "Amount"), .money),
      ], notes: [AgedMoney.note(limit)])
    let base = source.register.base
    var total: Int64 = 0
    for part in parts {
      try total.add(part.amount)
      let document = try source.origin(of: part.origin.sequence)?.document ?? ""
      table.add(
        .text(part.envelope.name), .text("\(part.year)"), .day(part.origin.day), .text(document),
        .money(part.amount, base))
    }
    table.add(.phrase(.total), .empty, .empty, .empty, .money(total, base), role: .total)
    return table
  }

  /// Where the limit comes from and whether that was checked.
  static func note(_ limit: RuleSet.Limit) -> Phrase {
    let unchecked =
      limit.status == .unverified
      ? Phrase("，尚未与正式文本核对（unverified）", ", not checked in the official text (unverified)") : .none
    return Phrase("依据 \(limit.citation)", "By \(limit.citation)") + unchecked + Phrase("。", ".")
  }

  /// One sentence for the notes of other reports; nil when nothing of these years is too old.
  func note(in years: ClosedRange<Int>?, _ base: Commodity) throws(Diagnostic) -> Phrase? {
    try note(on: parts(in: years), base)
  }

  /// The same of one envelope.
  func note(in envelope: EnvelopeID, _ base: Commodity) throws(Diagnostic) -> Phrase? {
    try note(on: parts.filter { $0.envelope.id == envelope }, base)
  }

  private func note(on parts: [Part], _ base: Commodity) throws(Diagnostic) -> Phrase? {
    guard let limit, !parts.isEmpty else { return nil }
    var sum: Int64 = 0
    for part in parts { try sum.add(part.amount) }
    let amount = Cell.money(sum, base)
    var names: [String] = []
    for part in parts where !names.contains(part.envelope.name) { names.append(part.envelope.name) }
    let years = String(limit.value)
    return Phrase(
      exactly: "\(names.joined(separator: "、")) 有\(amount)结转超过 \(years) 年未用完，应收回盘活。",
      "\(names.joined(separator: ", ")): \(amount) was carried over for more than \(years) years; it is to be taken back. "
    ) + AgedMoney.note(limit)
  }
}
