/// Names interned to small integers from 1 upwards; looks bytes up without making a string.
///
/// Open addressing over FNV-1a with all names in one run of bytes, grown at half load, so that a million look-ups of a
/// journal cost tens of milliseconds.
public struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name begins in `bytes`; one more at the end.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  public init() { slots = Array(repeating: 0, count: 64) }

  /// How many names there are; ids run from 1 to this.
  public var count: Int { hashes.count }

  /// The name of an id from this table.
  public subscript(id: Int32) -> String {
    String(decoding: bytes[starts[Int(id) - 1]..<starts[Int(id)]], as: UTF8.self)
  }

  /// Appends the bytes of a name, for bulk writers that need no string.
  public func append(_ id: Int32, to sink: inout [UInt8]) {
    sink.append(contentsOf: bytes[starts[Int(id) - 1]..<starts[Int(id)]])
  }

  /// The id of a name, or nil when it is not in the table.
  public func find(_ name: String) -> Int32? {
    var name = name
    return name.withUTF8 { find($0) }
  }

  /// The id of the bytes of a name, or nil when it is not in the table.
  public func find(_ name: UnsafeBufferPointer<UInt8>) -> Int32? {
    let slot = slots[place(of: name, hash: NameTable.hash(name))]
    return slot == 0 ? nil : slot
  }

  /// The id of a name, added when it is new.
  public mutating func intern(_ name: String) -> Int32 {
    var name = name
    return name.withUTF8 { intern($0) }
  }

  /// The id of the bytes of a name, added when it is new; the bytes must be UTF-8.
  public mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = NameTable.hash(name)
    let index = place(of: name, hash: hash)
    if slots[index] != 0 { return slots[index] }
    bytes.append(contentsOf: name)
    starts.append(bytes.count)
    hashes.append(hash)
    let id = Int32(hashes.count)
    slots[index] = id
    if hashes.count * 2 > slots.count { grow() }
    return id
  }

  private func place(of name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      let id = Int(slots[index]) - 1
      if hashes[id] == hash && equals(id, name) { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private func equals(_ id: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[id]
    guard starts[id + 1] - start == name.count else { return false }
    return bytes.withUnsafeBufferPointer { known in
      for offset in 0..<name.count where known[start + offset] != name[offset] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (offset, hash) in hashes.enumerated() {
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = Int32(offset + 1)
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
