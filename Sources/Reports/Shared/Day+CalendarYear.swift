import LedgerCore

extension Day {
  /// Refuses a year that no day can be of.
  ///
  /// - Parameter hint: how a year is given to the command at hand.
  /// - Throws: `badUsage`.
  static func checkYear(_ year: Int, hint: Wording) throws(Diagnostic) {
    if years.contains(year) { return }
    throw Diagnostic(.badUsage, Wording("\(year) 不是公历年份", "\(year) is not a year of the calendar"), hint: hint)
  }
}
