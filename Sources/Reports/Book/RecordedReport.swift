import LedgerCore
import Portfolio
import ReportDocument

/// What one event did when it was recorded: its place in the chain and its vouchers, line by line.
public struct RecordedReport: Sendable {
  /// The event with all that it did.
  public var recorded: RecordedEvent
  /// The numbers of its vouchers, in their order.
  public var numbers: [Int64]
  /// The id of its first voucher.
  public var firstVoucher: Int64

  public init(_ recorded: RecordedEvent, numbers: [Int64], firstVoucher: Int64) {
    self.recorded = recorded
    self.numbers = numbers
    self.firstVoucher = firstVoucher
  }

  /// The price due that the event's exit terms gave; nothing when the same was stated or there is none.
  private func reckoned(_ base: Commodity) -> [Figure] {
    let measure = recorded.event.amount("due") == nil ? Measure.priceDue : .priceByTerms
    guard let due = recorded.facts.first(where: { $0.measure == measure }) else {
      return []
    }
    return [Figure("priceDue", Phrase("应收价款（按条款）", "Price due by the terms"), .money(due.amount, base))]
  }

  /// The confirmation as a document; `source` must hold the event.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "recorded", title: Phrase("已记入 #\(recorded.sequence)", "Recorded as #\(recorded.sequence)"))
    let event =
      EventFigures(register: source.register).figures(of: recorded.event, sequence: recorded.sequence)
      + reckoned(source.register.base) + (try ReversalLinks(source: source).figures(of: recorded.sequence, reverses: recorded.reverses))
    document.sections = [
      Section("event", title: Phrase("事项", "Event"), blocks: [.figures(FigureList("event", event))])
    ]
    for (index, voucher) in recorded.vouchers.enumerated() {
      let number = numbers.indices.contains(index) ? numbers[index] : 0
      let rows = voucher.postings.enumerated().map { line, posting in
        PostingRow(
          sequence: recorded.sequence, voucher: firstVoucher + Int64(index), book: voucher.book,
          type: voucher.type, number: number, day: voucher.day, rule: voucher.rule, narration: voucher.narration, line: line + 1,
          posting: posting)
      }
      var table = VoucherTable(register: source.register).table(of: rows)
      table.id = "voucher\(index + 1)"
      let name = "\(voucher.day.month) \(voucher.type.label(number))"
      document.sections.append(
        Section(
          "voucher\(index + 1)",
          title: Phrase(
            "\(voucher.book.chinese)凭证 \(firstVoucher + Int64(index))（\(name)，规则 \(voucher.rule)）",
            "Voucher \(firstVoucher + Int64(index)) in the \(voucher.book.name) book (\(name), rule \(voucher.rule))"),
          blocks: [.table(table)]))
    }
    document.notes += try late(source)
    return document
  }

  /// A reversal dated after its event, which counts until then.
  private func late(_ source: any LedgerSource) throws(Diagnostic) -> [Phrase] {
    let day = recorded.event.effectiveDay
    // A match of statements stands in no figure.
    if !recorded.facts.isEmpty && recorded.facts.allSatisfy(\.measure.isOfStatements) { return [] }
    guard recorded.reverses != 0, let own = try source.origin(of: recorded.reverses)?.event.effectiveDay, own < day else { return [] }
    if recorded.vouchers.contains(where: {
      source.register.isOfPriorYear(own, of: $0.book, on: day)
    }) {
      return [
        Phrase(
          "#\(recorded.reverses) 属于上年度（\(own.year) 年）：其收入、费用和预算收支按前期差错冲销，记入净资产和结转结余，不计入 \(day.year) 年。",
          "#\(recorded.reverses) is of \(own.year), a prior year: its income, expense and budget amounts are taken back as an "
            + "error of a prior year, against net assets and the carry-over, and are no part of \(day.year).")
      ]
    }
    return [
      Phrase(
        "#\(recorded.reverses) 的日期是 \(own)，冲销的日期是 \(day)：其间各日的数字仍含该事项。本来就不应记入的，用 --date \(own) 冲销（该期间未结账时）。",
        "#\(recorded.reverses) is dated \(own) and its reversal \(day): figures of the days between have it. What should never have "
          + "been recorded is reversed with --date \(own), while that period is open.")
    ]
  }
}
