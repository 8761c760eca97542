/// A place in a text that a person wrote: file, line and column, both counted from 1.
public struct SourcePosition: Hashable, Sendable {
  /// The name of the file as the user gave it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// Counted in characters (grapheme clusters are not split), from 1.
  public var column: Int
  /// How many characters the caret underlines, at least 1.
  public var length: Int
  /// The text of the line, for showing; may be shortened by whoever renders it.
  public var lineText: String
  /// Where it is in a workbook, `台账!C12`, shown in place of line and column; empty in a text.
  public var address: String
  /// What the text is called that is no file, such as a draft of the book; nil for a file.
  public var title: Wording?

  public init(
    file: String, line: Int, column: Int, length: Int = 1, lineText: String = "", address: String = ""
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.lineText = lineText
    self.address = address
  }

  /// What the text is called, or the name of the file.
  public func source(in language: Language) -> String { title?[language] ?? file }

  /// Line and column, `12:3`, or the address in a workbook.
  public var place: String { address.isEmpty ? "\(line):\(column)" : address }
}
