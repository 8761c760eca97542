import Portfolio

/// The numbers by which repeated events are looked up; equal numbers are only a hint, texts and keys decide.
enum EventIdentity {
  /// The number of an event, given the digest of its canonical text.
  static func hash(of event: Event, leaf: ChainDigest) -> Int64 { event.text("key").map(hash(ofKey:)) ?? hash(ofText: leaf) }

  /// The number of an event without a key: of its canonical text.
  static func hash(ofText leaf: ChainDigest) -> Int64 { leaf.identity }

  /// The number of an event with a key, whatever else it says.
  static func hash(ofKey key: String) -> Int64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + key.utf8.count)
    bytes.append(contentsOf: "key:".utf8)
    bytes.append(contentsOf: key.utf8)
    return ChainDigest(of: bytes).identity
  }
}
