import LedgerCore
import ReportDocument

/// Whether an audit package is, file by file, what the book gives, as a document.
public struct PackageCheckReport: Sendable {
  /// The folder of the package.
  public var package: String
  /// The book that it is compared with.
  public var book: String
  /// What differs, one sentence each.
  public var differences: [Phrase]

  public init(package: String, book: String, differences: [Phrase]) {
    self.package = package
    self.book = book
    self.differences = differences
  }

  /// The result as a document.
  public func document() -> ReportDocument {
    var document = ReportDocument(
      "package", title: Phrase("审计资料包核对", "Check of an audit package"),
      definitions: [
        Phrase("由账簿重新生成资料包，与现有文件逐字节比较", "The package was made anew from the book and compared to the byte")
      ],
      facts: [
        Figure("package", Phrase("资料包", "Package"), .text(package)), Figure("file", Phrase("账簿文件", "Book file"), .text(book)),
      ])
    let result: Cell =
      differences.isEmpty ? .code("same", Phrase("一致", "the same")) : .code("differs", Phrase("不一致", "differs"))
    let figures = [
      Figure("result", Phrase("结论", "Result"), result),
      Figure("differences", Phrase("差异数", "Differences"), .count(differences.count)),
    ]
    document.sections = [Section("result", blocks: [.figures(FigureList("result", figures))])]
    if !differences.isEmpty {
      var table = Table("differences", columns: [Column("difference", Phrase("差异", "Difference"))])
      for difference in differences { table.add(.phrase(difference)) }
      document.sections.append(Section("differences", title: Phrase("差异", "Differences"), blocks: [.table(table)]))
    }
    return document
  }
}
