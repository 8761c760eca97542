/// Tells on standard error how far long work has come, only on a terminal.
final class Progress {
  private let label: String
  private var hasShown = false

  init(label: String) { self.label = label }

  /// Shows a count in place of the one before.
  func show(_ count: Int) {
    guard Terminal.isTerminal(2) else { return }
    hasShown = true
    Terminal.writeError("\r\(label): \(count)")
  }

  /// Clears the line.
  func end() {
    if hasShown { Terminal.writeError("\r\u{1B}[K") }
    hasShown = false
  }
}
