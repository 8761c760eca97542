/// The name of an element or attribute without its prefix, its first 16 bytes packed so that names compare at once.
struct XMLName: Hashable {
  private let packed: UInt128

  init(_ name: StaticString) {
    self.init(name.withUTF8Buffer { UnsafeRawBufferPointer($0) }.bindMemory(to: UInt8.self))
  }

  /// The name as the parser gives it, ended by a zero; `x:row` is `row`.
  init(_ pointer: UnsafePointer<CChar>) {
    var start = pointer
    var end = pointer
    while end.pointee != 0 {
      if end.pointee == 0x3A { start = end + 1 }
      end += 1
    }
    self.init(UnsafeRawBufferPointer(start: start, count: end - start).bindMemory(to: UInt8.self))
  }

  init(_ bytes: some Sequence<UInt8>) {
    var packed: UInt128 = 0
    for byte in bytes.prefix(16) { packed = packed << 8 | UInt128(byte) }
    self.packed = packed
  }
}
