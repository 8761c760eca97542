import LedgerCore

extension Diagnostic {
  /// The refusal of an event whose key is that of another one.
  public static func duplicateKey(_ key: String, of place: Int64, at position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "key \(key) is that of #\(place), which says something else",
      hint: "give the event a key of its own; to correct #\(place), reverse it", at: position)
  }
}
