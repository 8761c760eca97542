import LedgerCore
import Portfolio
import ReportDocument

/// The seal of a closed year: two digests that a printed page can be held against later.
public struct YearSeal: Hashable, Sendable {
  public let year: Int
  /// The event that closed the last book, and the chain up to it.
  public let head: ChainHead
  /// SHA-256 of the year's trial balance, as `text` writes it.
  public let balances: String

  /// Computes the seal that a year got at a moment.
  public init(
    _ sealing: Sealing, of year: Int, _ source: any LedgerSource, digest: ([UInt8]) -> String
  ) throws(Diagnostic) {
    self.year = year
    head = try source.head(at: Moment(knownAt: sealing.sequence))
    balances = digest(Array(try YearSeal.text(of: year, sealing, source).utf8))
  }

  /// The trial balance of a year end as lines `book TAB account TAB commodity TAB amount`, in order of their bytes.
  ///
  /// It has one line, ended by a line feed, for each account and commodity of any book whose balance at the end of the
  /// year is not zero; amounts are whole minor units, debit positive.
  static func text(of year: Int, _ sealing: Sealing, _ source: any LedgerSource) throws(Diagnostic) -> String {
    let moment = Moment(asOf: .end(ofYear: year), knownAt: sealing.sequence)
    var lines: [String] = []
    for row in try source.movements(MovementQuery(moment: moment)) {
      let amount = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.closing() }
      if amount == 0 { continue }
      let account = source.register[row.account]
      lines.append("\(account.book.name)\t\(account.name)\t\(source.register[row.commodity].code)\t\(amount)\n")
    }
    return lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.joined()
  }

  /// `seal 2022: #120 9f2c…`, the line to keep.
  public var line: Phrase {
    Phrase("封账 \(year)：#\(head.sequence) \(head.digest)", "seal \(year): #\(head.sequence) \(head.digest)")
  }

  /// The seal in the JSON form of reports.
  var machine: JSONValue {
    .object([
      JSONMember("year", .integer(Int64(year))), JSONMember("sequence", .integer(head.sequence)),
      JSONMember("chainHead", .string(head.digest)), JSONMember("balances", .string(balances)),
    ])
  }
}
