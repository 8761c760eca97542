/// References to several events in one field: `#17,#18`, or keys; what else stands between them is no part of any.
public enum EventList {
  /// The references in order.
  public static func references(in text: String) -> [String] { Register.names(in: text) }

  /// The text of a field that refers to events by their numbers.
  public static func text(of sequences: [Int64]) -> String { sequences.map { "#\($0)" }.joined(separator: ",") }

  /// The list with new numbers where events have some; keys stay.
  public static func renumbered(_ text: String, _ number: (Int64) -> Int64?) -> String {
    let references = references(in: text)
    let hasNumbers = references.contains { $0.first == "#" }
    if !hasNumbers { return text }
    return references.map { reference in
      guard reference.first == "#", let old = Int64(reference.dropFirst()), let new = number(old) else { return reference }
      return "#\(new)"
    }.joined(separator: ",")
  }
}
