/// A ZIP archive put together by hand, its parts not packed, so that a test can say exactly what stands in it.
struct StoredArchive {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// An archive of parts in order.
  static func of(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var archive = StoredArchive()
    for part in parts { archive.add(part.name, Array(part.text.utf8)) }
    return archive.finished()
  }

  /// Adds a part; `flags` 1 claims that it is encrypted.
  mutating func add(_ name: String, _ content: [UInt8], flags: UInt16 = 0) {
    let offset = UInt32(bytes.count)
    let crc = StoredArchive.checksum(content)
    let common =
      two(20) + two(flags) + two(0) + two(0) + two(0) + four(crc) + four(UInt32(content.count))
      + four(UInt32(content.count)) + two(UInt16(name.utf8.count)) + two(0)
    bytes += four(0x0403_4B50) + common + Array(name.utf8) + content
    directory += four(0x0201_4B50) + two(20) + common + two(0) + two(0) + two(0) + four(0) + four(offset) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  func finished() -> [UInt8] {
    bytes + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count) + four(UInt32(directory.count))
      + four(UInt32(bytes.count)) + two(0)
  }

  private func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private func four(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~crc
  }
}
