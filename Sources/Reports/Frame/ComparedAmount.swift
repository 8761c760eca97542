import LedgerCore
import ReportDocument

/// An amount beside the one that it is compared with, usually that of the same period last year; minor units.
struct ComparedAmount: Hashable, Sendable {
  /// The amount of the period asked for.
  var current: Int64 = 0
  /// The amount that it is compared with.
  var prior: Int64 = 0

  /// What the amount grew by; throws when it leaves 64 bits.
  func difference() throws(Diagnostic) -> Int64 {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try current.minus(prior) }
  }

  /// The growth over the size of the prior amount; undefined when that is zero.
  func change() throws(Diagnostic) -> Ratio {
    Ratio(try difference(), over: prior < 0 ? 0 &- prior : prior)
  }
}

/// The columns that a comparison adds to a table: the prior amount, the difference, the change in per cent.
enum Comparison {
  /// The columns `prior`, `difference` and `change`.
  ///
  /// - Parameter title: the heading of the prior amount.
  static func columns(prior title: Phrase = .yearBefore) -> [Column] {
    [Column("prior", title, .money)] + variance
  }

  /// The columns `difference` and `change` alone, where the prior amount stands in a column of its own.
  static let variance = [
    Column("difference", Phrase("增减额", "Difference"), .money),
    Column("change", Phrase("增减%", "Change"), .percent(decimals: 1)),
  ]

  /// The cells of all three columns.
  static func cells(_ amount: ComparedAmount, _ commodity: Commodity) throws(Diagnostic) -> [Cell] {
    [.money(amount.prior, commodity)] + (try varianceCells(amount, commodity))
  }

  /// The cells of difference and change.
  static func varianceCells(_ amount: ComparedAmount, _ commodity: Commodity) throws(Diagnostic) -> [Cell] {
    [.money(try amount.difference(), commodity), .percent(try amount.change())]
  }
}

extension Phrase {
  /// The heading of amounts of the same period a year before.
  static let yearBefore = Phrase("上年同期", "Year before")
}

extension Day {
  /// The same day a year before; the last day of a month stays the last.
  var yearBefore: Day {
    if self == .always || self == .never { return self }
    let day = adding(months: -12)
    return self == month.end ? day.month.end : day
  }
}
