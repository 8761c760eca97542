#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Converts bytes between encodings with the system's `iconv`; strict, nothing is replaced or left out.
enum CharacterConverter {
  /// Why a conversion did not succeed.
  enum Failure: Error, Equatable {
    /// The system has no table for the encoding.
    case unavailable
    /// The bytes from this offset on are no character of the encoding.
    case malformed(offset: Int)
  }

  /// The bytes in the other encoding.
  static func convert(
    _ bytes: [UInt8], from source: TextEncoding, to target: TextEncoding
  ) throws(Failure) -> [UInt8] {
    let descriptor = iconv_open(target.rawValue, source.rawValue)
    guard let descriptor, descriptor != iconv_t(bitPattern: -1) else { throw .unavailable }
    defer { iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2 + 16)
    var chunk = [CChar](repeating: 0, count: 65_536)
    var consumed = 0
    while consumed < input.count {
      let (status, written, left) = step(descriptor, &input, from: consumed, into: &chunk)
      out.append(contentsOf: chunk[..<written].lazy.map { UInt8(bitPattern: $0) })
      let isStuck = left == input.count - consumed && written == 0
      consumed = input.count - left
      if status == nil { break }
      if status != E2BIG || isStuck { throw .malformed(offset: consumed) }
    }
    return out
  }

  /// One call of `iconv`: its error number or nil, the bytes written and the bytes of input left.
  private static func step(
    _ descriptor: iconv_t, _ input: inout [CChar], from start: Int, into chunk: inout [CChar]
  ) -> (status: Int32?, written: Int, left: Int) {
    var left = input.count - start
    var room = chunk.count
    let status: Int32? = input.withUnsafeMutableBufferPointer { source in
      chunk.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress.map { $0 + start }
        var to = target.baseAddress
        return iconv(descriptor, &from, &left, &to, &room) == -1 ? errno : nil
      }
    }
    return (status, chunk.count - room, left)
  }
}
