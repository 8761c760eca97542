extension Diagnostic {
  /// Said of a sum or a balance that leaves 64 bits; it is refused, never wrong.
  public static var sumOverflow: Diagnostic {
    Diagnostic(.sumOverflow, Wording("合计超出 64 位最小货币单位的范围", "a sum leaves the range of 64-bit minor units"))
  }

  /// Runs checked arithmetic; a sum that leaves 64 bits is a diagnostic, never a wrong figure.
  ///
  /// - Throws: `sumOverflow`.
  public static func onOverflow<Result>(_ body: () throws(MoneyOverflow) -> Result) throws(Diagnostic) -> Result {
    do throws(MoneyOverflow) { return try body() } catch { throw Diagnostic.sumOverflow }
  }
}
