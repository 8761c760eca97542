import Seeds

extension SeededGenerator {
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
