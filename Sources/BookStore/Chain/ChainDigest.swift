import Crypto

/// A SHA-256 value: of one event's canonical text, or of the whole chain up to an event.
struct ChainDigest: Hashable, Sendable {
  private let words: InlineWords

  /// Four words keep the 32 bytes in place, without an allocation for each event.
  private struct InlineWords: Hashable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// What precedes the first event: 32 zero bytes.
  static let genesis = ChainDigest(words: InlineWords())

  private init(words: InlineWords) { self.words = words }

  /// The digest kept in a file, or nil when it is not of 32 bytes.
  init?(stored bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = InlineWords()
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    self.words = words
  }

  /// The digest of some bytes.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var hash = SHA256()
    hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    self.init(hash.finalize())
  }

  /// The digest of some bytes.
  init(of bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { ChainDigest(of: $0) } }

  private init(_ digest: SHA256.Digest) {
    var words = InlineWords()
    digest.withUnsafeBytes { source in withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: source) } }
    self.words = words
  }

  /// The chain one event further: SHA-256 of this digest followed by that of the event's text.
  func followed(by leaf: ChainDigest) -> ChainDigest {
    var hash = SHA256()
    withBytes { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    leaf.withBytes { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    return ChainDigest(hash.finalize())
  }

  /// The first eight bytes as a number, by which repeated events are looked up.
  var identity: Int64 { Int64(bitPattern: UInt64(bigEndian: words.first)) }

  /// Hands out the 32 bytes.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBytes(of: words) { bytes throws(Failure) in
      try bytes.withMemoryRebound(to: UInt8.self) { bytes throws(Failure) in try body(bytes) }
    }
  }

  /// 64 hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return withBytes { bytes in
      String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
  }
}
