/// Where renderers write: a buffer of bytes that is handed on in pieces when it has somewhere to go.
public struct ByteOutput {
  /// The bytes that have not been handed on; without a drain, all that was written.
  public internal(set) var bytes: [UInt8] = []
  /// What takes the pieces; without it all is kept.
  private let drain: (([UInt8]) -> Void)?

  /// Bytes that are collected before they are handed on.
  private static let pieceSize = 1 << 16

  /// An output that keeps everything in memory.
  public init() { drain = nil }

  /// An output that hands its bytes on in pieces; call `finish` at the end.
  public init(drain: @escaping ([UInt8]) -> Void) { self.drain = drain }

  /// Hands the rest on.
  public mutating func finish() {
    guard let drain, !bytes.isEmpty else { return }
    drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a text as UTF-8.
  public mutating func write(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

  /// Writes bytes as they are.
  public mutating func write(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }

  /// Writes whole lines, and hands on what has been collected when it is enough.
  mutating func write(lines: [UInt8]) {
    bytes.append(contentsOf: lines)
    if bytes.count >= ByteOutput.pieceSize { finish() }
  }

  /// Writes one byte.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a byte several times; not at all for a count below one.
  public mutating func write(byte: UInt8, count: Int) {
    for _ in 0..<max(count, 0) { bytes.append(byte) }
  }

  /// Ends a line, and hands on what has been collected when it is enough.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= ByteOutput.pieceSize { finish() }
  }
}
