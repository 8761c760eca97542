import Crypto

/// SHA-256 of bytes that come piece by piece.
public struct StreamDigest: Sendable {
  private var hash = SHA256()

  public init() {}

  /// Takes in the next piece.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }

  /// The digest of all pieces so far as 64 hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
