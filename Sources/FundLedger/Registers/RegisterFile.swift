import BookStore
import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// Registers of a book as files.
public enum RegisterFile {
  /// The register of a name.
  ///
  /// - Throws: `unknownRegister`.
  public static func kind(named name: String) throws(Diagnostic) -> RegisterKind {
    if let kind = RegisterCatalog.kind(named: name) { return kind }
    let names = RegisterCatalog.kinds.map { "\($0.name) (\($0.chinese))" }.joined(separator: ", ")
    throw Diagnostic(
      .unknownRegister, "\(name) is not a register",
      hint: Diagnostic.nearest(to: name, among: RegisterCatalog.kinds.flatMap { [$0.name, $0.chinese] })
        + "there are \(names), and every kind of event")
  }

  /// The register of a book: its events that were not reversed.
  public static func sheet(
    of book: Book, kind: RegisterKind, chinese: Bool
  ) throws(Diagnostic) -> RegisterSheet {
    let history = try RegisterHistory(of: book, kinds: Set(kind.slots.filter(\.isWritten).map(\.kind)))
    return RegisterSheet(of: history.events, kind: kind, register: book.register, chinese: chinese)
  }

  /// Writes the empty workbook of a register.
  ///
  /// - Throws: `storeFailed`.
  public static func writeTemplate(of kind: RegisterKind, chinese: Bool, to path: String) throws(Diagnostic) {
    let rules = try RuleFiles.ruleSet(RuleSet.defaultName)
    try RegisterTemplate(kind, register: Register(rules: rules), chinese: chinese).write(to: path)
  }

  /// Writes a file beside its place and moves it there at once, so that a reader never sees half of it.
  ///
  /// - Throws: `storeFailed`, and what `body` throws.
  public static func write(to path: String, _ body: (String) throws(Diagnostic) -> Void) throws(Diagnostic) {
    let part = path + ".part"
    do throws(Diagnostic) {
      try body(part)
      try FileBytes.move(part, to: path)
    } catch {
      FileBytes.remove(part)
      throw error
    }
  }
}
