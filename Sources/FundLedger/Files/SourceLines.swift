import JournalText
import LedgerCore

/// Lines of the files that messages point into, for those that came without the text of their line.
public struct SourceLines {
  private var files: [String: LineIndex] = [:]

  public init() {}

  /// The diagnostic with the text of its line, when its file can still be read and is plain text.
  public mutating func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let position = diagnostic.position, position.lineText.isEmpty, position.title == nil, !["", "-"].contains(position.file) else {
      return diagnostic
    }
    var copy = diagnostic
    copy.position?.lineText = lines(of: position.file).line(position.line)
    return copy
  }

  private mutating func lines(of file: String) -> LineIndex {
    if let known = files[file] { return known }
    var bytes = (try? FileBytes.read(file)) ?? []
    if bytes.withUnsafeBufferPointer(TextCheck.firstFlaw) != nil { bytes = [] }
    let lines = LineIndex(bytes)
    files[file] = lines
    return lines
  }
}
