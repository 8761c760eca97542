import Foundation

/// A pocket calculator for the sums of a page: + − × ÷ ^ with brackets, thousands and per cent.
struct Calculator {
  private var rest: Substring

  /// The value of a sum; nil for what is none.
  static func value(of text: String) -> Double? {
    var calculator = Calculator(rest: Substring(text.filter { $0 != " " && $0 != "," }))
    let value = calculator.sum()
    return calculator.rest.isEmpty ? value : nil
  }

  private mutating func take(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        value += next
      } else if take("−") || take("-") {
        guard let next = product() else { return nil }
        value -= next
      } else {
        return value
      }
    }
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while true {
      if take("×") {
        guard let next = power() else { return nil }
        value *= next
      } else if take("÷") {
        guard let next = power() else { return nil }
        value /= next
      } else {
        return value
      }
    }
  }

  private mutating func power() -> Double? {
    if take("−") || take("-") { return power().map { -$0 } }
    guard let base = atom() else { return nil }
    guard take("^") else { return base }
    return atom().map { pow(base, $0) }
  }

  private mutating func atom() -> Double? {
    if take("(") {
      let value = sum()
      return take(")") ? value : nil
    }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest.dropFirst(digits.count)
    guard let value = Double(digits) else { return nil }
    return take("%") ? value / 100 : value
  }
}
