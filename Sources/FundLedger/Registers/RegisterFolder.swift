import BookStore
import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// A book as registers in one folder, with a table of the events that no register holds: imported together they give the same books.
public struct RegisterFolder {
  /// A file that was written.
  public struct Written: Sendable {
    /// Its name in the folder.
    public let name: String
    /// How many rows it has.
    public let rows: Int
  }

  private let book: Book
  private let isChinese: Bool
  /// Whether registers are workbooks; the table of other events is text in any case.
  private let isWorkbook: Bool

  public init(of book: Book, chinese isChinese: Bool, workbooks isWorkbook: Bool) {
    self.book = book
    self.isChinese = isChinese
    self.isWorkbook = isWorkbook
  }

  /// Writes the folder, which must not be there, or be empty.
  ///
  /// - Returns: the files, and how many events are in none of them: matches and statements, which speak of others by their number.
  /// - Throws: `folderExists`, `storeFailed`.
  public func write(to path: String) throws(Diagnostic) -> (files: [Written], left: Int) {
    let history = try RegisterHistory(of: book, kinds: Set(EventCatalog.kinds.filter { $0.group != .book && $0.name != "reverse" }))
    try FileBytes.makeFolder(path)
    var files: [Written] = []
    for kind in RegisterCatalog.kinds {
      let kinds = Set(kind.slots.filter(\.isWritten).map(\.kind))
      let sheet = RegisterSheet(
        of: history.events.filter { kinds.contains($0.kind) }, kind: kind, register: book.register, chinese: isChinese)
      if sheet.rows.isEmpty { continue }
      let name = (isChinese ? kind.chinese : kind.name) + (isWorkbook ? ".xlsx" : ".csv")
      let place = "\(path)/\(name)"
      if isWorkbook { try sheet.writeWorkbook(to: place) } else { try FileBytes.write(sheet.csv(mark: true), to: place) }
      files.append(Written(name: name, rows: sheet.rows.count))
    }
    let held = Set(RegisterCatalog.kinds.flatMap { $0.slots.filter(\.isWritten).map(\.kind) })
    let investees = Set(history.events.filter { $0.kind.name == "deal" }.compactMap { $0.text("party") })
    let rest = history.events.filter { event in
      // Investees stand beside their deals; other parties in no register.
      event.kind.name == "party" ? !investees.contains(event.text("name") ?? "") : !held.contains(event.kind)
    }
    let others = rest.filter { !RegisterFolder.refersByNumber($0) }
    if !others.isEmpty {
      let name = isChinese ? "其他事项.csv" : "other-events.csv"
      let bytes = EventCSVWriter.table(of: others, register: book.register, chinese: isChinese, namesKind: true)
      try FileBytes.write([0xEF, 0xBB, 0xBF] + bytes, to: "\(path)/\(name)")
      files.append(Written(name: name, rows: others.count))
    }
    return (files, rest.count - others.count)
  }

  /// Whether an event speaks of another by its place in the chain, which it does not have in another book.
  private static func refersByNumber(_ event: Event) -> Bool {
    event.kind.fields.contains { field in
      guard field.type == .event || field.type == .events, let text = event.text(field.name) else { return false }
      return text.contains("#")
    }
  }
}
