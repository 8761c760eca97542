import LedgerCore

/// One exact value of a table or a figure; nothing is rounded before it is printed.
public enum Cell: Hashable, Sendable {
  /// Nothing: blank in print, an empty field in CSV, `null` in JSON.
  case empty
  /// A name or other text that is the same in every language.
  case text(String)
  /// A text in every language; machines get the one that was asked for, so prefer `code` for what they should match.
  case phrase(Phrase)
  /// A value from a fixed list: machines get the code in every language, people the phrase.
  case code(String, Phrase)
  /// An amount in minor units of a commodity.
  case money(Int64, Commodity = .renminbi)
  /// A ratio; undefined (zero denominator) prints as `—`, an empty field or `null`.
  case ratio(Ratio)
  /// Two amounts of which no ratio is made, since one of them is below zero: prints as `—`; machines get no value, but both
  /// amounts, so that they still add up.
  case amounts(Ratio)
  /// A ratio that people see as a percentage; machines get the fraction (8.5 % is 0.085).
  case percent(Ratio)
  /// A rate of return with its status.
  case rate(RateFigure)
  /// A calendar day; `Day.always` and `Day.never` print as nothing.
  case day(Day)
  /// A whole number.
  case integer(Int64)
}

extension Cell {
  /// A ratio as a multiplier: none where more went back than came in, or less is planned than promised.
  public static func multiple(_ ratio: Ratio) -> Cell {
    ratio.numerator < 0 || ratio.denominator < 0 ? .amounts(ratio) : .ratio(ratio)
  }

  /// A number of things.
  public static func count(_ count: Int) -> Cell { .integer(Int64(count)) }

  /// An exact share, seen as a percentage.
  public static func share(_ rate: Rate) -> Cell {
    .percent(Ratio(rate.partsPerBillion, over: Rate.whole.partsPerBillion))
  }

  /// An amount, or nothing when there is none.
  public static func money(ifAny minorUnits: Int64?, _ commodity: Commodity = .renminbi) -> Cell {
    minorUnits.map { .money($0, commodity) } ?? .empty
  }

  /// A day, or nothing when there is none.
  public static func day(ifAny day: Day?) -> Cell { day.map { .day($0) } ?? .empty }
}
