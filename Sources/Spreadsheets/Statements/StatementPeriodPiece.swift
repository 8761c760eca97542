import LedgerCore

/// A piece of a title that days are read from: a day, a month or a year with the days it has, a mark between two of them, or
/// something else.
enum StatementPeriodPiece {
  case days(ClosedRange<Day>)
  /// A dash, a tilde, 至 or 到, with blanks around it.
  case mark
  case other

  /// The days of a piece.
  var days: ClosedRange<Day>? {
    if case .days(let days) = self { return days }
    return nil
  }

  /// The pieces of a text, blanks left out. A day without a year has the year of the one before it.
  static func pieces(of text: String) -> [StatementPeriodPiece] {
    var pieces: [StatementPeriodPiece] = []
    var rest = Substring(text)
    var before: Day?
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first.isASCII, first.isNumber {
        var known: Day?
        if case .mark? = pieces.last { known = before }
        if let found = days(&rest, behind: known) {
          before = found.lowerBound
          pieces.append(.days(found))
        } else {
          // A number of another kind, such as that of an account.
          rest = rest.drop { $0.isASCII && ($0.isNumber || $0.isLetter) }
          pieces.append(.other)
        }
        dropTime(&rest)
      } else if "-~至到—".contains(first) {
        rest = rest.drop { "-~至到—".contains($0) }
        pieces.append(.mark)
      } else {
        rest.removeFirst()
        if case .other? = pieces.last { continue }
        pieces.append(.other)
      }
    }
    return pieces
  }

  /// Leaves out the time behind a day.
  private static func dropTime(_ rest: inout Substring) {
    let blank = rest.drop { $0 == " " || $0 == "T" }
    let time = blank.prefix { $0.isNumber || $0 == ":" }
    if time.contains(":"), blank.first?.isNumber == true { rest = blank[time.endIndex...] }
  }

  /// Reads a day, a month or a year; what it is read from is taken off the text.
  ///
  /// - Parameter known: the day before the mark, whose year and month are meant where none stands.
  private static func days(_ rest: inout Substring, behind known: Day?) -> ClosedRange<Day>? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let behind = rest[digits.endIndex...]
    if digits.count == 8, let day = StatementCells.day(String(digits)) {
      rest = behind
      return day...day
    }
    if digits.count == 4, let year = Int(digits), (1950...2150).contains(year), let mark = behind.first {
      if mark == "年" { return chinese(behind.dropFirst(), year: year, &rest) }
      if "-/.".contains(mark) { return marked(behind, mark, year: year, &rest) }
    }
    guard let known, digits.count <= 2, let mark = behind.first else { return nil }
    if mark == "月" { return chinese(rest, year: known.year, &rest) }
    guard "日号".contains(mark), let day = Day(year: known.year, month: known.month.month, day: Int(digits) ?? 0) else { return nil }
    rest = behind.dropFirst()
    return day...day
  }

  /// What follows `2023年`: nothing or 度, a month, a month and a day.
  private static func chinese(_ text: Substring, year: Int, _ rest: inout Substring) -> ClosedRange<Day>? {
    let month = text.prefix { $0.isASCII && $0.isNumber }
    if month.isEmpty {
      rest = text.first == "度" ? text.dropFirst() : text
      return Day.start(ofYear: year)...Day.end(ofYear: year)
    }
    guard month.count <= 2, let unit = text[month.endIndex...].first else { return nil }
    if "-~至到".contains(unit), let first = Int(month).flatMap({ Day(year: year, month: $0, day: 1) }) {
      // 2023年1-6月
      rest = text[month.endIndex...]
      return first...first.month.end
    }
    if unit != "月" { return nil }
    let behind = text[month.endIndex...].dropFirst()
    let day = behind.prefix { $0.isASCII && $0.isNumber }
    let end = behind[day.endIndex...]
    guard let number = Int(month), let first = Day(year: year, month: number, day: 1) else { return nil }
    if day.isEmpty {
      rest = behind.first == "份" ? behind.dropFirst() : behind
      return first...first.month.end
    }
    guard day.count <= 2, let mark = end.first, "日号".contains(mark),
      let found = Int(day).flatMap({ Day(year: year, month: number, day: $0) })
    else { return nil }
    rest = end.dropFirst()
    return found...found
  }

  /// What follows the year of `2023-01-05` and `2023.01`.
  private static func marked(_ text: Substring, _ mark: Character, year: Int, _ rest: inout Substring) -> ClosedRange<Day>? {
    let month = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(month.count), let number = Int(month), let first = Day(year: year, month: number, day: 1) else { return nil }
    let behind = text[month.endIndex...]
    if behind.first == mark {
      let day = behind.dropFirst().prefix { $0.isASCII && $0.isNumber }
      if (1...2).contains(day.count) {
        guard let found = Int(day).flatMap({ Day(year: year, month: number, day: $0) }) else { return nil }
        rest = behind[day.endIndex...]
        return found...found
      }
    }
    rest = behind
    return first...first.month.end
  }
}
