import LedgerCore
import Portfolio
import Spreadsheets

/// What is said of the rows of a register, in words.
enum RegisterWords {
  /// The warning for a row that differs from what the book has.
  static func warning(
    _ event: RegisterEvent, _ sequence: Int64, _ differences: [RegisterPlan.Difference], _ table: RegisterTable
  ) -> Diagnostic {
    let before = sequence == 0 ? "a row above" : "#\(sequence)"
    let diagnostic = Diagnostic(
      .registerDiffers,
      "\(event.event.kind.name) \(event.subject) differs from \(before): "
        + differences.map { text($0) }.joined(separator: ", ") + "; nothing was recorded of it",
      hint: sequence == 0
        ? "let all rows say the same of \(event.subject)"
        : event.slot.declaresName
          ? "if the file is right, record what changed: bgt record \(event.event.kind.name)"
          : "if the file is right, reverse \(before) with bgt reverse and import again", severity: .warning)
    return table.located(diagnostic, of: event)
  }

  /// One difference: `amount 5,000,000.00 → 5,500,000.00`.
  static func text(_ difference: RegisterPlan.Difference, chinese: Bool = false) -> String {
    let name = difference.field.map { chinese ? $0.chinese : $0.name } ?? (chinese ? "日期" : "date")
    let none = chinese ? "空" : "nothing"
    return "\(name) \(difference.old.isEmpty ? none : difference.old) → \(difference.new.isEmpty ? none : difference.new)"
  }
}
