import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

/// What is said of the rows of a register, in words.
enum RegisterWords {
  /// The warning for a row that differs from what the book has.
  static func warning(
    _ event: RegisterEvent, _ sequence: Int64, _ differences: [RegisterPlan.Difference], _ table: RegisterTable,
    in language: Language
  ) -> Diagnostic {
    let kind = event.event.kind
    let before = sequence == 0 ? Phrase("上文一行", "a row above") : .plain("#\(sequence)")
    let list = Phrase(
      differences.map { text($0, chinese: true) }.joined(separator: "，"), differences.map { text($0) }.joined(separator: ", "))
    let message = Phrase(
      "\(kind.chinese) \(event.subject) 与 \(before.zh) 不同：\(list.zh)；未记入",
      "\(kind.name) \(event.subject) differs from \(before.en): \(list.en); nothing was recorded of it")
    let day = differences.first { $0.field == nil }?.old ?? event.event.day?.description ?? ""
    let hint: Phrase =
      sequence == 0
      ? Phrase("各行对 \(event.subject) 的说法应当一致", "let all rows say the same of \(event.subject)")
      : event.slot.declaresName
        ? Phrase(
          "如文件正确，用 bgt record \(kind.name) 记入变更", "if the file is right, record what changed: bgt record \(kind.name)")
        : Phrase(
          "如文件正确，先冲销 \(before.zh)，再次导入：bgt reverse \(sequence) --date \(day) --reason …",
          "if the file is right, reverse \(before.en) on its day and import again: bgt reverse \(sequence) --date \(day) --reason …")
    let diagnostic = Diagnostic(.registerDiffers, message[language], hint: hint[language], severity: .warning)
    return table.located(diagnostic, of: event)
  }

  /// One difference: `amount 5,000,000.00 → 5,500,000.00`.
  static func text(_ difference: RegisterPlan.Difference, chinese: Bool = false) -> String {
    let name = difference.field.map { chinese ? $0.chinese : $0.name } ?? (chinese ? "日期" : "date")
    let none = chinese ? "空" : "nothing"
    return "\(name) \(difference.old.isEmpty ? none : difference.old) → \(difference.new.isEmpty ? none : difference.new)"
  }
}
