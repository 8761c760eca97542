/// The numbers by which repeated events are looked up; equal numbers are only a hint, texts and keys decide.
enum EventIdentity {
  /// The number of an event without a key: of its canonical text.
  static func hash(ofText leaf: ChainDigest) -> Int64 { leaf.identity }

  /// The number of an event with a key, whatever else it says.
  static func hash(ofKey key: String) -> Int64 { ChainDigest(of: Array("key:\(key)".utf8)).identity }
}
