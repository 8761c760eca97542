/// Counts with the nouns that they count, in English.
public enum EnglishCount {
  /// A number and its noun: `1 event`, `3 events`; the form of many is given where it does not only add an s, so that verbs may
  /// go along: `of(n, "amount is left out", "amounts are left out")`.
  public static func of(_ number: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(noun(number, one, many))"
  }

  /// The noun of a number alone, where the number is written by somebody else.
  public static func noun(_ number: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    number == 1 ? one : many ?? one + "s"
  }
}
