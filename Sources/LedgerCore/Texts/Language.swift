/// A language that reports are written in; the raw value is what `--lang` takes.
public enum Language: String, CaseIterable, Sendable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}
