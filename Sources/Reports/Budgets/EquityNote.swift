import LedgerCore
import Portfolio
import ReportDocument

/// The equity note of the consolidated financial report (report I of DOMAIN §7): equity by class and investee.
public struct EquityNote: Sendable {
  /// The calendar year.
  public var year: Int
  /// The two times of the question; a day within the year makes it an interim note.
  public var moment: Moment

  public init(year: Int, moment: Moment = .latest) {
    self.year = year
    self.moment = moment
  }

  /// The note as a document.
  ///
  /// - Throws: `badUsage` for a year that cannot be asked for, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let year = try StatementYear(year, moment: moment)
    var document = try ReportFrame(source: source, moment: year.moment, from: year.from).document(
      "equityNote", title: Phrase("股权投资附注", "Note on equity"), definitions: [EquityNote.definition])
    let book = try EquityBook(source, year)
    let tables = EquityTables(book: book, base: source.register.base)
    document.sections = [
      Section(
        "equity",
        blocks: [
          .table(try tables.movement()), .table(try tables.increases()), .table(try tables.decreases()),
          .table(try tables.details()), .table(try tables.terms()),
          .table(try EquityTie(source, book).table(source.register.base)),
        ])
    ]
    if book.classes.isEmpty { document.notes.append(.nothingToShow) }
    if book.foreignCount > 0 {
      document.notes.append(
        Phrase(
          "另有 \(book.foreignCount) 笔其他币种的金额未计入。",
          EnglishCount.of(book.foreignCount, "amount in another currency is not counted.", "amounts in other currencies are not counted.")))
    }
    return document
  }

  /// What the columns mean.
  static let definition = Phrase(
    "期末＝期初＋本期增加−本期减少＝投资成本＋收益转增投资＋损益调整＋其他权益变动；转增在明细之间移动，不改变账面余额",
    "closing = opening + increase − decrease = cost + capitalised profit + profit adjustment + other equity; turning "
      + "profit into capital moves between details and leaves the whole as it is")
}
