import JournalText
import LedgerCore

/// Lines of the files that messages point into, for those that came without the text of their line.
public struct SourceLines {
  private var files: [String: [UInt8]] = [:]

  public init() {}

  /// The diagnostic with the text of its line, when its file can still be read and is plain text.
  public mutating func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let position = diagnostic.position, position.lineText.isEmpty, position.title == nil, !["", "-"].contains(position.file) else {
      return diagnostic
    }
    var copy = diagnostic
    copy.position?.lineText = TextLines.line(position.line, of: bytes(of: position.file))
    return copy
  }

  private mutating func bytes(of file: String) -> [UInt8] {
    if let known = files[file] { return known }
    var bytes = (try? FileBytes.read(file)) ?? []
    if bytes.withUnsafeBufferPointer(TextCheck.firstFlaw) != nil { bytes = [] }
    files[file] = bytes
    return bytes
  }
}
