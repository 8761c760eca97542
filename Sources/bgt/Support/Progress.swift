import FundLedger

/// Tells on standard error how far long work has come, only on a terminal.
final class Progress {
  private let label: Wording
  private var hasShown = false

  init(label: Wording) { self.label = label }

  /// Shows a count in place of the one before, with the total when it is known.
  func show(_ count: Int, of total: Int? = nil) {
    guard Terminal.isTerminal(2) else { return }
    hasShown = true
    let whole = total.map { " / \($0)" } ?? ""
    Terminal.writeError("\r\(label[Terminal.language])\(Progress.colon[Terminal.language])\(count)\(whole)")
  }

  private static let colon = Wording("：", ": ")

  /// Clears the line.
  func end() {
    if hasShown { Terminal.writeError("\r\u{1B}[K") }
    hasShown = false
  }
}
