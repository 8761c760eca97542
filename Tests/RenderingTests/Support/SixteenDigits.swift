import Foundation

/// A number in the sixteen digits that workbooks are written with.
enum SixteenDigits {
  static func text(_ number: Double) -> String { String(format: "%.16G", number) }
}
