import LedgerCore
import Portfolio
import ReportDocument

/// The small print of a voucher: the rule that made it, the event and document behind it, and its reversals.
struct VoucherOrigin {
  let source: any LedgerSource
  /// Only reversals up to this place in the chain were known.
  let knownAt: Int64

  /// One phrase a line.
  func phrases(of row: PostingRow) throws(Diagnostic) -> [Phrase] {
    var phrases = [phrase(of: row.rule, in: source.register.timeline.rules(on: row.day))]
    let history = source as? any EventHistory
    guard let recorded = try history?.recorded("#\(row.sequence)") else { return phrases }
    let kind = recorded.event.kind
    let doc = recorded.event.text("doc").map { (zh: "，依据 \($0)", en: ", document \($0)") } ?? (zh: "", en: "")
    phrases.append(
      Phrase(
        "事项 #\(row.sequence) \(kind.chinese)\(doc.zh)；凭证 \(row.voucher)",
        "Event #\(row.sequence) \(kind.name)\(doc.en); voucher \(row.voucher)"))
    if recorded.reverses != 0 {
      phrases.append(Phrase("红字冲销 #\(recorded.reverses)", "Reverses #\(recorded.reverses) in red"))
    }
    if let red = try history?.reversal(of: row.sequence), red <= knownAt {
      phrases.append(Phrase("已被 #\(red) 红字冲销", "Reversed in red by #\(red)"))
    }
    return phrases
  }

  private func phrase(of id: String, in rules: RuleSet) -> Phrase {
    guard let rule = rules.rule(id) else {
      switch id {
      case "entry": return Phrase("一般凭证，由录入人直接编制", "A plain voucher, written by hand")
      case "red": return Phrase("红字冲销凭证", "A red reversal")
      default: return Phrase("规则 \(id)", "Rule \(id)")
      }
    }
    let citation = rule.citation.isEmpty ? rules.citation : rule.citation
    return Phrase(
      "规则 \(id) \(rule.title)（\(rules.title)\(citation.isEmpty ? "" : "，\(citation)")）",
      "Rule \(id) \(rule.title) (\(rules.title)\(citation.isEmpty ? "" : ", \(citation)"))")
  }
}
