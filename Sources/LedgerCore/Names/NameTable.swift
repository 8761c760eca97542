/// Names interned to small integers from 1 upwards; looks bytes up without making a string.
///
/// Open addressing with all names in one run of bytes, grown at half load; a slot holds half of the hash beside the id,
/// so that a look-up touches one slot and the bytes of one name, and a million of them cost tens of milliseconds.
public struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name begins in `bytes`; one more at the end.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// The upper half of the hash and the id; 0 for an empty slot.
  private var slots: [UInt64]

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
    return slot == 0 ? nil : Int32(truncatingIfNeeded: slot)
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
    if slots[index] != 0 { return Int32(truncatingIfNeeded: slots[index]) }
    bytes.append(contentsOf: name)
    starts.append(bytes.count)
    hashes.append(hash)
    let id = Int32(hashes.count)
    slots[index] = NameTable.slot(hash, id)
    if hashes.count * 2 > slots.count { grow() }
    return id
  }

  private func place(of name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 {
      let slot = slots[index]
      if (slot ^ hash) >> 32 == 0 && equals(Int(UInt32(truncatingIfNeeded: slot)) - 1, name) { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private func equals(_ id: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, count) = (starts[id], name.count)
    guard starts[id + 1] - start == count else { return false }
    let other = UnsafeRawBufferPointer(name)
    return bytes.withUnsafeBytes { known in
      var offset = 0
      while offset + 8 <= count {
        let word = known.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
        if word != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < count {
        if known[start + offset] != other[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (offset, hash) in hashes.enumerated() {
      var index = Int(truncatingIfNeeded: hash) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = NameTable.slot(hash, Int32(offset + 1))
    }
  }

  private static func slot(_ hash: UInt64, _ id: Int32) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(bitPattern: id))
  }

  /// Eight bytes at a time, each word multiplied and folded; the length makes up for the zeros that fill the last one.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: raw.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= raw.count {
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset == raw.count { return hash }
    var last: UInt64 = 0
    for byte in raw[offset...] { last = last << 8 | UInt64(byte) }
    return mixed(hash, last)
  }

  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low ^ (hash &<< 29 | hash &>> 35)
  }
}
