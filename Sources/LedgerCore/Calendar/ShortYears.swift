/// Which years two digits stand for: the hundred years that end a little after the day on which they are read.
///
/// Of 99.9.1 nobody means the year 2099. What an office writes of days to come, such as the end of a fund or of a loan, lies
/// within twenty years.
public struct ShortYears: Hashable, Sendable {
  /// The last of the hundred years.
  public let last: Int
  private static let yearsAhead = 20

  /// The years that end after a day; 2000 to 2099 when none is given.
  public init(today: Day = .never) { last = today == .never || today == .always ? 2099 : today.year + ShortYears.yearsAhead }

  /// The year of two digits.
  public func year(of digits: Int) -> Int {
    let year = last / 100 * 100 + digits
    return year <= last ? year : year - 100
  }
}
