import LedgerCore
import ReportDocument

/// The number formats of cells: what is shown is what the terminal shows.
enum NumberFormat {
  /// Days as 2022-12-31.
  static let day = "yyyy-mm-dd"
  /// Whole numbers with thousands separated.
  static let integer = "#,##0"

  /// Numbers with decimals, negative ones in red, and something behind them.
  static func decimal(_ decimals: Int, suffix: String = "") -> String {
    let digits = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: min(decimals, DecimalBytes.scaleMax)) : "")
    let quoted = suffix.isEmpty ? "" : "\"\(suffix.map { $0 == "\"" ? "'" : $0 }.map(String.init).joined())\""
    return "\(digits)\(quoted);[Red]-\(digits)\(quoted)"
  }

  /// Percentages with decimals and something behind them.
  static func percent(_ decimals: Int, suffix: String = "") -> String {
    let quoted = suffix.isEmpty ? "" : "\"\(suffix.map { $0 == "\"" ? "'" : $0 }.map(String.init).joined())\""
    let digits = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: min(decimals, 9)) : "") + "%"
    return "\(digits)\(quoted);[Red]-\(digits)\(quoted)"
  }
}
