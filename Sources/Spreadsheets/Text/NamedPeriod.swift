import LedgerCore

/// A period that a row of totals names: `8月`, `2024年8月`, `一季度`, `上半年`, `2024年`, `1-6月`, `9月15日`, `截至2024年底`.
struct NamedPeriod: Hashable {
  /// The year; nil when it does not say.
  var year: Int?
  /// The months of the year.
  var months: ClosedRange<Int> = 1...12
  /// The day of the only month; nil for whole months.
  var day: Int?
  /// Whether everything before belongs to it too, as of 截至.
  var isFromBeginning = false

  /// What a folded text names; nil when it is no period, or names something else as well.
  init?(_ text: String) {
    var rest = Substring(text)
    for word in ["截至", "截止到", "截止", "至"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      isFromBeginning = true
      break
    }
    if let last = rest.last, "末底止".contains(last) { rest = rest.dropLast() }
    if let sign = rest.firstIndex(of: "年"), let year = NamedPeriod.year(rest[..<sign]) {
      self.year = year
      rest = rest[rest.index(after: sign)...]
      if rest.hasPrefix("度") { rest = rest.dropFirst() }
      if rest.isEmpty { return }
    }
    if rest == "全年" { return }
    guard let (months, day) = NamedPeriod.months(rest) else { return nil }
    self.months = months
    self.day = day
  }

  /// Its days, in the year that it names or else in another one.
  func days(inYear other: Int) -> ClosedRange<Day> {
    let year = year ?? other
    var first = Month(year: year, month: months.lowerBound).start
    var last = Month(year: year, month: months.upperBound).end
    if let day, let only = Day(year: year, month: months.lowerBound, day: day) { (first, last) = (only, only) }
    if isFromBeginning { first = .always }
    return min(first, last)...last
  }

  /// The same from the first day of its year.
  var ofYearSoFar: NamedPeriod {
    var copy = self
    copy.months = 1...months.upperBound
    return copy
  }

  /// The same from the first row of all.
  var fromBeginning: NamedPeriod {
    var copy = self
    copy.isFromBeginning = true
    return copy
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4 else { return nil }
    var year = 0
    for character in text {
      guard let digit = character.wholeNumberValue ?? digits[character], digit < 10 else { return nil }
      year = year * 10 + digit
    }
    return (1900...2199).contains(year) ? year : nil
  }

  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// A number up to 31, in digits or in words.
  private static func number(_ text: Substring) -> Int? {
    if let number = Int(text) { return (1...31).contains(number) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? number : nil }
    guard let ten = text.firstIndex(of: "十") else { return text.count == 1 ? text.first.flatMap { digits[$0] } : nil }
    let (before, after) = (text[..<ten], text[text.index(after: ten)...])
    guard let tens = before.isEmpty ? 1 : number(before), let ones = after.isEmpty ? 0 : number(after), tens < 4, ones < 10 else {
      return nil
    }
    return tens * 10 + ones
  }

  private static func months(_ text: Substring) -> (ClosedRange<Int>, day: Int?)? {
    switch text {
    case "上半年": return (1...6, nil)
    case "下半年": return (7...12, nil)
    case "前三季度", "前3季度": return (1...9, nil)
    default: break
    }
    for ending in ["季度", "季"] where text.hasSuffix(ending) {
      var name = text.dropLast(ending.count)
      if name.hasPrefix("第") { name = name.dropFirst() }
      guard let quarter = number(name), (1...4).contains(quarter) else { return nil }
      return ((quarter * 3 - 2)...(quarter * 3), nil)
    }
    guard let sign = text.firstIndex(of: "月") else { return nil }
    let rest = text[text.index(after: sign)...]
    let parts = text[..<sign].split { "-~至到".contains($0) }
    guard let first = parts.first.map({ $0.hasSuffix("月") ? $0.dropLast() : $0 }).flatMap(number), let last = parts.last.flatMap(number),
      parts.count <= 2, (1...12).contains(first), (first...12).contains(last)
    else { return nil }
    if rest.isEmpty || rest == "份" { return (first...last, nil) }
    guard parts.count == 1, rest.hasSuffix("日") || rest.hasSuffix("号"), let day = number(rest.dropLast()) else { return nil }
    return (first...last, day)
  }
}
