/// The names of a kind's fields, found by their length first: a field is looked for by the dozen for every event, and
/// few names of a kind are equally long.
struct FieldNames: Sendable {
  /// The names, shorter ones first, with their places among the fields.
  private let names: [(name: String, index: Int)]
  /// For each length, where its names begin; one more at the end.
  private let starts: [Int]

  /// The names of fields in their order.
  init(_ fields: [String]) {
    let lengths = fields.map(\.utf8.count)
    names = fields.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }.map { (fields[$0], $0) }
    starts = (0...(lengths.max() ?? 0) + 1).map { length in lengths.count(where: { $0 < length }) }
  }

  /// The place of a name among the fields.
  @inline(__always)
  func index(of name: String) -> Int? {
    let length = name.utf8.count
    guard length + 1 < starts.count else { return nil }
    for place in starts[length]..<starts[length + 1] where names[place].name == name { return names[place].index }
    return nil
  }
}
