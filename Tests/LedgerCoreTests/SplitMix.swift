/// A seeded generator (SplitMix64), so that a failing random test can be run again with the seed that it prints.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits of the sequence.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// An integer whose number of significant bits is uniform, so that small, middle and extreme values all occur.
  mutating func anyMagnitude() -> Int64 {
    Int64(bitPattern: next()) >> Int64.random(in: 0...63, using: &self)
  }
}

extension Int64 {
  /// Where integer arithmetic breaks first.
  static let edges: [Int64] = [
    .min, .min + 1, .min / 2, -1_000_000_001, -101, -100, -99, -10, -2, -1, 0, 1, 2, 9, 10, 99, 100, 101,
    999_999_999, 1_000_000_000, .max / 2, .max - 1, .max,
  ]
}
