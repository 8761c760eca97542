import LedgerCore
import Portfolio
import ReportDocument

/// The two ends of a red reversal: from an event to the one that reversed it, and back, with their vouchers.
struct ReversalLinks {
  let source: any LedgerSource
  /// Only reversals up to this place in the chain were known.
  var knownAt = Int64.max

  /// What is said of an event beside its fields: by which it was reversed, and which it reverses.
  func figures(of sequence: Int64, reverses original: Int64) throws(Diagnostic) -> [Figure] {
    var figures: [Figure] = []
    if original > 0 {
      figures.append(Figure("reverses", Phrase("冲销", "Reverses"), .phrase(try name(of: original))))
    }
    if let red = try (source as? any EventHistory)?.reversal(of: sequence), red <= knownAt {
      figures.append(Figure("reversedBy", Phrase("已被冲销", "Reversed by"), .phrase(try name(of: red))))
    }
    return figures
  }

  /// `#17（2022-06 财务会计记-3、预算会计记-2）`.
  private func name(of sequence: Int64) throws(Diagnostic) -> Phrase {
    var labels: [(zh: String, en: String)] = []
    var month = ""
    try source.postings(PostingQuery(event: sequence)) { row throws(Diagnostic) in
      if row.line != 1 { return }
      month = row.day.month.description
      labels.append((zh: "\(row.book.chinese)\(row.label)", en: "\(row.book.name) \(row.label)"))
    }
    if labels.isEmpty { return .plain("#\(sequence)") }
    return Phrase(
      "#\(sequence)（\(month) \(labels.map(\.zh).joined(separator: "、"))）",
      "#\(sequence) (\(month) \(labels.map(\.en).joined(separator: ", ")))")
  }
}
