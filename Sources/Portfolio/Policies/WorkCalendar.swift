import LedgerCore

/// Which days are working days: Monday to Friday, unless a list of statutory holidays and shifted days says otherwise.
public struct WorkCalendar: Sendable {
  private var restDays: Set<Day> = []
  private var workDays: Set<Day> = []

  /// Weekends only.
  public init() {}

  /// Whether holidays are known, and not weekends alone.
  public var knowsHolidays: Bool { !restDays.isEmpty || !workDays.isEmpty }

  /// Reads a list of days: one a line, `2022-10-03` for a day off, `2022-10-08 work` (or 上班) for a shifted working day;
  /// what follows `#` or `;` is a comment.
  ///
  /// - Throws: `badDate` or `badFieldValue` with the line.
  public init(reading bytes: [UInt8], file: String) throws(Diagnostic) {
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.prefix { $0 != "#" && $0 != ";" }.split { $0 == " " || $0 == "\t" || $0 == "," }
      guard let first = words.first else { continue }
      let place = SourcePosition(file: file, line: index + 1, column: 1, length: first.count)
      guard let day = Day(first) else {
        throw Diagnostic(
          .badDate, Wording("\(first.prefix(40)) 不是日期", "\(first.prefix(40)) is not a date"),
          hint: Wording("一行一天，如 2022-10-03", "one day a line, as 2022-10-03"), at: place)
      }
      switch words.dropFirst().first {
      case nil, "rest", "休": restDays.insert(day)
      case "work", "上班": workDays.insert(day)
      case .some(let word):
        throw Diagnostic(
          .badFieldValue, Wording("\(word.prefix(40)) 既不是 rest 也不是 work", "\(word.prefix(40)) is neither rest nor work"),
          hint: Wording("2022-10-03 rest，2022-10-08 work", "2022-10-03 rest, 2022-10-08 work"), at: place)
      }
    }
  }

  /// Whether a day is worked on.
  public func isWorked(_ day: Day) -> Bool {
    if workDays.contains(day) { return true }
    if restDays.contains(day) { return false }
    return !WorkCalendar.isWeekend(day)
  }

  /// The day a number of working days after another, which itself does not count.
  public func adding(workingDays count: Int, to day: Day) -> Day {
    if day == .always || day == .never { return day }
    var day = day
    var left = min(count, 10_000)
    while left > 0 {
      day = day.adding(days: 1)
      if day == .never { return day }
      if isWorked(day) { left -= 1 }
    }
    return day
  }

  /// Whether a day is a Saturday or Sunday; 1970-01-01 was a Thursday.
  static func isWeekend(_ day: Day) -> Bool {
    let weekday = ((Int(day.number) + 3) % 7 + 7) % 7
    return weekday >= 5
  }
}
