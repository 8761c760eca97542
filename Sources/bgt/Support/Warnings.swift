import FundLedger

/// Shows warnings without flooding: the first of each code in full, the rest as a count.
enum Warnings {
  /// How many of one code are shown in full.
  private static let shownMax = 3

  static func show(_ warnings: [Diagnostic]) {
    var counts: [DiagnosticCode: Int] = [:]
    var lines = SourceLines()
    for warning in warnings {
      counts[warning.code, default: 0] += 1
      if counts[warning.code, default: 0] <= shownMax { Terminal.complain(lines.located(warning)) }
    }
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > shownMax {
      Terminal.writeError("bgt: warning \(code.rawValue): \(count - shownMax) more like these\n")
    }
  }
}
