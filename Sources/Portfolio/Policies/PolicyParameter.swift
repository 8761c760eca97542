/// A parameter that a requirement gives; the raw value is the field of the event and the key of the pack file.
public enum PolicyParameter: String, CaseIterable, Sendable {
  case rate, amount, term, days, words
}
