import LedgerCore

/// Dates with two digits for the year, as people type them into tables: `22.9.1`, `22/09/01`, `22年9月1日`.
struct ShortDate {
  /// The day.
  let day: Day
  /// Whether the order of its parts is only the usual one: without 年 a text such as 22/09/12 does not say which part is the year.
  let isAssumed: Bool
  /// Whether the year is taken for one before 2000, as that of 99.9.1.
  let isEarlier: Bool

  /// Reads year, month and day, parted by one mark; nil when a text is anything else or may have the month first: 12/1/22.
  init?(_ text: String, _ years: ShortYears = ShortYears()) {
    guard text.utf8.first.map({ (0x30...0x39).contains($0) }) == true, text.utf8.count <= 16 else { return nil }
    guard let (parts, marks) = ShortDate.parts(of: text), parts.count == 3, parts[0].count == 2 else { return nil }
    let isChinese = marks == ["年", "月", "日"]
    guard isChinese || (marks.count == 2 && marks[0] == marks[1] && ["-", "/", "."].contains(marks[0])) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, let day = Day(year: years.year(of: numbers[0]), month: numbers[1], day: numbers[2])
    else { return nil }
    if !isChinese, !ShortDate.otherReadings(parts, numbers, years).isEmpty { return nil }
    self.day = day
    // A year has two digits, so that 22.9.1 has it in front.
    isAssumed = !isChinese && parts[2].count == 2
    isEarlier = day.year < 2000
  }

  /// What else a text of three numbers may mean, when its first one may be a month: 12/1/22.
  static func ambiguity(of text: String, _ years: ShortYears = ShortYears()) -> [Day]? {
    guard let (parts, marks) = parts(of: text), parts.count == 3, marks.count == 2, marks[0] == marks[1] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, let first = Day(year: years.year(of: numbers[0]), month: numbers[1], day: numbers[2])
    else { return nil }
    let others = otherReadings(parts, numbers, years)
    return others.isEmpty ? nil : [first] + others
  }

  /// The day when the month stands first and the year last, as Americans write it; empty when it cannot be.
  private static func otherReadings(_ parts: [Substring], _ numbers: [Int], _ years: ShortYears) -> [Day] {
    guard parts[2].count == 2 else { return [] }
    return [Day(year: years.year(of: numbers[2]), month: numbers[0], day: numbers[1])].compactMap(\.self)
  }

  /// The numbers of a text and the marks between and behind them; nil when it does not begin with a number of one or two digits.
  private static func parts(of text: String) -> (parts: [Substring], marks: [Character])? {
    var parts: [Substring] = []
    var marks: [Character] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard (1...2).contains(digits.count) else { return nil }
      parts.append(digits)
      rest = rest.dropFirst(digits.count)
      if let mark = rest.popFirst() { marks.append(mark) }
    }
    return (parts, marks)
  }
}
