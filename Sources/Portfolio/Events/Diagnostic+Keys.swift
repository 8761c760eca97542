import LedgerCore

extension Diagnostic {
  /// The refusal of an event whose key is that of another one.
  public static func duplicateKey(_ key: String, of place: Int64, at position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      .duplicateKey, Wording("key \(key) 是 #\(place) 的，而其内容不同", "key \(key) is that of #\(place), which says something else"),
      hint: Wording("给本条另起 key；要更正 #\(place) 请冲销", "give the event a key of its own; to correct #\(place), reverse it"), at: position)
  }
}
