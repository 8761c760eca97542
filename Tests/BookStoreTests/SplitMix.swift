import FoundationEssentials

/// A small seeded generator, so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to a bound.
  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Overwrites some bytes of a file behind its header, or cuts it.
func damage(_ path: String, _ random: inout SplitMix) throws {
  let url = URL(fileURLWithPath: path)
  var data = try Data(contentsOf: url)
  if random.next(below: 4) == 0 { data = data.prefix(random.next(below: data.count)) }
  for _ in 0..<random.next(below: 30) where data.count > 200 {
    data[100 + random.next(below: data.count - 100)] = UInt8(truncatingIfNeeded: random.next())
  }
  try data.write(to: url)
}
