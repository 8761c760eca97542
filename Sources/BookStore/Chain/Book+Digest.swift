extension Book {
  /// SHA-256 of bytes as 64 hexadecimal digits, for the digest of a file that events come from.
  public static func digest(of bytes: [UInt8]) -> String { ChainDigest(of: bytes).hexadecimal }
}
