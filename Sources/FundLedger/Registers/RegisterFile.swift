import BookStore
import LedgerCore
import Portfolio
import Spreadsheets

/// Registers of a book as files.
public enum RegisterFile {
  /// The register of a name.
  ///
  /// - Throws: `unknownRegister`.
  public static func kind(named name: String) throws(Diagnostic) -> RegisterKind {
    try RegisterCatalog.register(named: name)
  }

  /// The register of a book: its events that were not reversed.
  public static func sheet(
    of book: Book, kind: RegisterKind, chinese: Bool
  ) throws(Diagnostic) -> RegisterSheet {
    let history = try RegisterHistory(of: book, kinds: Set(kind.slots.filter(\.isWritten).map(\.kind)))
    return RegisterSheet(of: history.events, kind: kind, register: book.register, chinese: chinese)
  }

  /// The empty table of a register.
  public static func template(of kind: RegisterKind, chinese: Bool) throws(Diagnostic) -> RegisterTemplate {
    let rules = try RuleFiles.ruleSet(RuleSet.defaultName)
    return RegisterTemplate(kind, register: Register(rules: rules), chinese: chinese)
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
