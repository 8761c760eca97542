import BookStore
import LedgerCore
import Portfolio

/// The audit package (审计资料包): a folder with everything that an auditor takes away, and the sums to check it by.
///
/// The same book always gives the same bytes. It is written beside its place and moved there when it is whole.
public struct AuditPackage: Sendable {
  /// The year that the electronic-ledger files and the statements are limited to; nil for everything. Registers and
  /// events are always whole, since the chain cannot be checked in part.
  public var year: Int?
  /// The program and its version, written into the package.
  public var generator: String

  public init(year: Int? = nil, generator: String) {
    self.year = year
    self.generator = generator
  }

  /// Writes the package of a book.
  ///
  /// - Throws: `packageExists` when anything but an empty folder stands at the path; what the book or the disk refuse.
  ///   Nothing is left behind then.
  public func write(_ book: Book, to path: String) throws(Diagnostic) {
    let folder = try PackageFolder(creating: path)
    do throws(Diagnostic) {
      try book.snapshot { () throws(Diagnostic) in try write(book, into: folder) }
      try folder.finish()
    } catch {
      folder.discard()
      throw error
    }
  }

  private func write(_ book: Book, into folder: PackageFolder) throws(Diagnostic) {
    let layout = try ElectronicLedger.builtIn()
    let scope = try scope(of: book)
    for accountBook in AccountBook.allCases {
      try ElectronicLedgerFiles(
        book: book, accountBook: accountBook, scope: scope, folder: folder,
        columns: AccountColumns(register: book.register)
      ).write(layout)
    }
    try folder.write(ElectronicLedger.source, to: "books/electronic-ledger.json")
    try RegisterFiles(register: book.register, folder: folder).write()
    try ChainFiles(book, folder).write()
    try StatementFiles(book: book, scope: scope, folder: folder).write()
    try folder.write(book.rules.source, to: "rules/\(book.rules.name).json")
    try folder.write(Array(PackageReadme.text(layout, scope).utf8), to: "README.md")
    let manifest = PackageManifest(
      generator: generator, title: book.register.title, year: year, head: try book.head(), rules: book.rules,
      entries: folder.entries.sorted { $0.path < $1.path })
    try folder.write(manifest.json, to: "manifest.json")
    try folder.write(PackageManifest.sums(of: folder.entries), to: PackageManifest.sumsName)
  }

  private func scope(of book: Book) throws(Diagnostic) -> PackageScope {
    let days = try book.extent(at: .latest).days
    let months = days.map { $0.lowerBound.month...$0.upperBound.month }
    let none = Month(year: year ?? 1970, month: 1)
    return PackageScope(year: year, months: months ?? none...none, generator: generator)
  }
}
