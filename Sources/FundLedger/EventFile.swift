import BookStore
import JournalText
import LedgerCore
import Portfolio

/// A file of events in one of the formats that the program reads, its bytes at hand.
public struct EventFile {
  public let path: String
  public let bytes: [UInt8]

  /// Reads a file; `-` is standard input.
  public init(path: String) throws(Diagnostic) {
    self.path = path
    self.bytes = try FileBytes.read(path)
    if bytes.isEmpty {
      throw Diagnostic(
        .fileUnreadable, "\(path) is empty", hint: "nothing to record; check that it is the right file",
        at: SourcePosition(file: path, line: 1, column: 1))
    }
  }

  /// Reads all events and hands each on; returns all that is wrong.
  func read(
    register: Register, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> [Diagnostic] {
    JournalReader(register: register, loader: JournalBooks.load).read(bytes, file: path, receive)
  }

  /// Where a transaction comes from: the names of its files and the digest of the first.
  static func origin(of files: [EventFile]) -> BatchOrigin {
    let names = files.map { file in file.path.lastIndex(of: "/").map { String(file.path[file.path.index(after: $0)...]) } ?? file.path }
    guard files.count == 1, let only = files.first else { return BatchOrigin(source: names.joined(separator: " ")) }
    return BatchOrigin(source: names[0], digest: Book.digest(of: only.bytes))
  }
}
