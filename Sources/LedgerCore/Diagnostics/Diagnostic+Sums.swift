extension Diagnostic {
  /// Said of a sum or a balance that leaves 64 bits; it is refused, never wrong.
  public static var sumOverflow: Diagnostic {
    Diagnostic(.sumOverflow, Wording("合计超出 64 位最小货币单位的范围", "a sum leaves the range of 64-bit minor units"))
  }
}
