import LedgerCore
import Portfolio
import ReportDocument

/// What the undoing of a batch did: which events were reversed by which, what stays, what had been reversed before.
public struct UndoReport: Sendable {
  /// The batch that was undone.
  public var batch: Batch
  /// The reversals, latest event first.
  public var reversals: [RecordedPart]
  /// Kinds of the reversed events in the same order.
  public var kinds: [EventDeclaration]
  /// Declarations of the batch, which stay.
  public var kept: [(sequence: Int64, kind: EventDeclaration)]
  /// Events that had been reversed before, and by which.
  public var skipped: [(sequence: Int64, reversal: Int64)]

  public init(
    batch: Batch, reversals: [RecordedPart], kinds: [EventDeclaration],
    kept: [(sequence: Int64, kind: EventDeclaration)], skipped: [(sequence: Int64, reversal: Int64)]
  ) {
    self.batch = batch
    self.reversals = reversals
    self.kinds = kinds
    self.kept = kept
    self.skipped = skipped
  }

  /// The confirmation as a document; `source` must hold the reversals.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      "undo", title: Phrase("批次 #\(batch.sequence) 已撤销", "Batch #\(batch.sequence) undone"))
    var table = Table(
      "reversals",
      columns: [
        Column("event", Phrase("原事项", "Event")), Column("kind", Phrase("类型", "Kind")),
        Column("reversal", Phrase("冲销事项", "Reversed by")), Column("date", Phrase("冲销日期", "On"), .day),
        Column("vouchers", Phrase("红字凭证", "Red vouchers")),
      ])
    for (part, kind) in zip(reversals, kinds) {
      let labels = zip(part.recorded.vouchers, part.numbers).map { voucher, number in
        (zh: "\(voucher.book.chinese)\(voucher.type.label(number))", en: "\(voucher.book.name) \(voucher.type.label(number))")
      }
      table.add(
        .text("#\(part.recorded.reverses)"), .code(kind.name, Phrase(kind.chinese, kind.name)),
        .text("#\(part.recorded.sequence)"), .day(part.recorded.event.effectiveDay),
        .phrase(Phrase(labels.map(\.zh).joined(separator: "、"), labels.map(\.en).joined(separator: ", "))))
    }
    document.sections = [Section("reversals", blocks: [.table(table)])]
    document.notes = notes + (try late(source))
    return document
  }

  /// Reversals that are dated after the events that they reverse, which count until then.
  private func late(_ source: any LedgerSource) throws(Diagnostic) -> [Phrase] {
    var texts: [String] = []
    for part in reversals {
      let day = part.recorded.event.effectiveDay
      guard let own = try source.origin(of: part.recorded.reverses)?.event.effectiveDay, own < day else { continue }
      texts.append("#\(part.recorded.reverses) \(own) → \(day)")
    }
    if texts.isEmpty { return [] }
    let more = texts.count > 8 ? (zh: " 等 \(texts.count) 项", en: " and \(texts.count - 8) more") : (zh: "", en: "")
    let shown = texts.prefix(8)
    return [
      Phrase(
        "冲销日期晚于原事项，其间各日的数字仍含原事项：\(shown.joined(separator: "，"))\(more.zh)。",
        "Dated after the events, which count until then: \(shown.joined(separator: ", "))\(more.en).")
    ]
  }

  private var notes: [Phrase] {
    var notes: [Phrase] = []
    if !kept.isEmpty {
      let names = kept.prefix(20).map { (zh: "#\($0.sequence) \($0.kind.chinese)", en: "#\($0.sequence) \($0.kind.name)") }
      let more = kept.count > 20 ? (zh: "等 \(kept.count) 项", en: " and \(kept.count - 20) more") : (zh: "", en: "")
      notes.append(
        Phrase(
          "登记事项保留：\(names.map(\.zh).joined(separator: "、"))\(more.zh)。",
          "Declarations stay: \(names.map(\.en).joined(separator: ", "))\(more.en)."))
    }
    if !skipped.isEmpty {
      let pairs = skipped.prefix(20).map { (zh: "#\($0.sequence)（#\($0.reversal)）", en: "#\($0.sequence) (#\($0.reversal))") }
      notes.append(
        Phrase(
          "此前已冲销，不再冲销：\(pairs.map(\.zh).joined(separator: "、"))。",
          "Reversed before, and left: \(pairs.map(\.en).joined(separator: ", "))."))
    }
    return notes
  }
}
