import FoundationEssentials
import Seeds

/// Overwrites some bytes of a file behind its header, or cuts it.
func damage(_ path: String, _ random: inout SeededGenerator) throws {
  let url = URL(fileURLWithPath: path)
  var data = try Data(contentsOf: url)
  if random.next(below: 4) == 0 { data = data.prefix(random.next(below: data.count)) }
  for _ in 0..<random.next(below: 30) where data.count > 200 {
    data[100 + random.next(below: data.count - 100)] = UInt8(truncatingIfNeeded: random.next())
  }
  try data.write(to: url)
}
