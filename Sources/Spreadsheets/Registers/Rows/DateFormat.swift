import LedgerCore

/// How a file writes dates: `%d/%m/%Y`, `%Y年%m月%d日`, `%y.%m.%d`.
struct DateFormat: Hashable {
  /// The format as it was written.
  let text: String
  private var parts: [Part] = []

  /// Whether its years have two digits.
  var hasShortYear: Bool { parts.contains(.shortYear) }

  private enum Part: Hashable {
    case year, shortYear, month, day
    case literal(Unicode.Scalar)
  }

  /// Reads a format; nil when it does not name year, month and day, each once.
  init?(_ text: String) {
    self.text = text
    var isPercent = false
    for scalar in text.unicodeScalars {
      if isPercent {
        isPercent = false
        switch scalar {
        case "Y": parts.append(.year)
        case "y": parts.append(.shortYear)
        case "m": parts.append(.month)
        case "d", "e": parts.append(.day)
        case "%": parts.append(.literal("%"))
        default: return nil
        }
      } else if scalar == "%" {
        isPercent = true
      } else {
        parts.append(.literal(scalar))
      }
    }
    let years = parts.count { $0 == .year || $0 == .shortYear }
    guard !isPercent, years == 1, parts.count(where: { $0 == .month }) == 1, parts.count(where: { $0 == .day }) == 1
    else { return nil }
  }

  /// The day of a text in the format, or nil.
  ///
  /// - Parameter years: what two digits stand for.
  func day(_ text: String, _ years: ShortYears) -> Day? {
    var rest = Array(text.unicodeScalars)[...]
    var found = (year: 0, month: 0, day: 0)
    for (index, part) in parts.enumerated() {
      if case .literal(let scalar) = part {
        guard rest.first == scalar else { return nil }
        rest.removeFirst()
        continue
      }
      // Without a mark beside it a part has all its digits.
      let isCramped = isNumber(index - 1) || isNumber(index + 1)
      let digits = rest.prefix(part == .year ? 4 : 2).prefix { ("0"..."9").contains($0) }
      guard !digits.isEmpty, !isCramped || digits.count == (part == .year ? 4 : 2) else { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 48 }
      rest.removeFirst(digits.count)
      switch part {
      case .year: found.year = value
      case .shortYear: found.year = years.year(of: value)
      case .month: found.month = value
      default: found.day = value
      }
    }
    return rest.isEmpty ? Day(year: found.year, month: found.month, day: found.day) : nil
  }

  /// Whether the part of an index is a number.
  private func isNumber(_ index: Int) -> Bool {
    guard parts.indices.contains(index) else { return false }
    if case .literal = parts[index] { return false }
    return true
  }
}
