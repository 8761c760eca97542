/// The attributes of one element, valid only while the element is being handed on.
struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

  /// The bytes of an attribute's value, or nil when it is not given.
  func bytes(_ name: XMLName) -> UnsafeBufferPointer<UInt8>? {
    guard var pair = pairs else { return nil }
    while let key = pair.pointee {
      if XMLName(key) == name, let value = pair[1] {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeRawBufferPointer(start: value, count: count).bindMemory(to: UInt8.self)
      }
      pair += 2
    }
    return nil
  }

  /// The value of an attribute as text, or nil when it is not given.
  func text(_ name: XMLName) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The value of an attribute as a whole number of at most nine digits, or nil when it is none.
  func integer(_ name: XMLName) -> Int? {
    guard let bytes = bytes(name), (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 0x30
    }
    return value
  }

  /// Whether an attribute is set: `1` or `true`.
  func isTrue(_ name: XMLName) -> Bool { ["1", "true", "on"].contains(text(name) ?? "") }
}
