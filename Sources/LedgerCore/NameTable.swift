/// Names interned to small integers from 1 upwards; looks bytes up without making a string.
///
/// Open addressing over FNV-1a, grown at half load, so that a million look-ups of a journal cost tens of milliseconds.
public struct NameTable: Sendable {
  private var names: [String] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]

  public init() { slots = Array(repeating: 0, count: 64) }

  /// How many names there are; ids run from 1 to this.
  public var count: Int { names.count }

  /// The name of an id from this table.
  public subscript(id: Int32) -> String { names[Int(id) - 1] }

  /// The id of a name, or nil when it is not in the table.
  public func find(_ name: String) -> Int32? {
    var name = name
    return name.withUTF8 { find($0) }
  }

  /// The id of the bytes of a name, or nil when it is not in the table.
  public func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = NameTable.hash(bytes)
    let slot = slots[place(of: bytes, hash: hash)]
    return slot == 0 ? nil : slot
  }

  /// The id of a name, added when it is new.
  public mutating func intern(_ name: String) -> Int32 {
    var name = name
    return name.withUTF8 { intern($0) }
  }

  /// The id of the bytes of a name, added when it is new; the bytes must be UTF-8.
  public mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = NameTable.hash(bytes)
    let index = place(of: bytes, hash: hash)
    if slots[index] != 0 { return slots[index] }
    names.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    let id = Int32(names.count)
    slots[index] = id
    if names.count * 2 > slots.count { grow() }
    return id
  }

  private func place(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      let id = Int(slots[index]) - 1
      if hashes[id] == hash && names[id].utf8.elementsEqual(bytes) { return index }
      index = (index + 1) & mask
    }
    return index
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
